package vn.gocua.system.chaos.load;

import com.github.f4b6a3.uuid.UuidCreator;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.gocua.protocol.checkin.CheckInEndpoints;
import vn.gocua.protocol.checkin.VerdictList;
import vn.gocua.protocol.client.ApiRefusal;
import vn.gocua.system.chaos.check.ClientLog;
import vn.gocua.system.chaos.check.Entry;

/**
 * The only phone of its team: sends one check-in after the other and notes when each was
 * acknowledged, so that viewers can tell how far behind they are.
 */
public final class LatencyPhone implements Runnable {
  private final Connection connection;
  private final PhoneScript script;
  private final String token;
  private final String team;
  private final ClientLog log;
  private final long base;
  private final List<Long> acknowledgedAt = new ArrayList<>();

  /**
   * @param base check-ins that the team has before the first
   */
  public LatencyPhone(
      Connection connection,
      PhoneScript script,
      String token,
      String team,
      ClientLog log,
      long base) {
    this.connection = connection;
    this.script = script;
    this.token = token;
    this.team = team;
    this.log = log;
    this.base = base;
  }

  public String team() {
    return team;
  }

  @Override
  public void run() {
    try {
      while (!script.finishing()) {
        Entry entry = fresh();
        log.sending(entry);
        sendUntilAnswered(entry);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      log.surprise("the latency phone gave up: " + e);
      throw e;
    }
  }

  private void sendUntilAnswered(Entry entry) throws InterruptedException {
    Map<String, Object> body = Map.of("checkIns", List.of(entry.json()));
    while (true) {
      int mark = script.mark();
      try {
        VerdictList verdicts = connection.post(CheckInEndpoints.SUBMIT, token, body);
        log.answered(entry, verdicts.results().getFirst().outcome());
        acknowledged();
        script.answered();
        return;
      } catch (ApiRefusal refusal) {
        log.surprise("the latency phone was answered " + refusal.getMessage());
        script.answered();
        return;
      } catch (IOException _) {
        script.failed(mark);
      }
    }
  }

  private Entry fresh() {
    return new Entry(
        UuidCreator.getTimeOrderedEpoch().toString(),
        team,
        Instant.now().truncatedTo(ChronoUnit.SECONDS),
        0,
        "apps",
        1,
        List.of(),
        null);
  }

  private synchronized void acknowledged() {
    acknowledgedAt.add(System.nanoTime());
  }

  /** How many check-ins its team has, as far as it was told. */
  public synchronized long count() {
    return base + acknowledgedAt.size();
  }

  /** When the team's n-th check-in was acknowledged; now, if that has not come yet. */
  synchronized long acknowledgedAt(long n) {
    int index = Math.toIntExact(n - base - 1);
    return index < acknowledgedAt.size() ? acknowledgedAt.get(index) : System.nanoTime();
  }

  long base() {
    return base;
  }
}
