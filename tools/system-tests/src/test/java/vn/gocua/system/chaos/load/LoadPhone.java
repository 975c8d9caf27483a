package vn.gocua.system.chaos.load;

import com.github.f4b6a3.uuid.UuidCreator;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.gocua.protocol.checkin.CheckInEndpoints;
import vn.gocua.protocol.checkin.VerdictList;
import vn.gocua.protocol.checkin.VoidOrder;
import vn.gocua.protocol.client.ApiRefusal;
import vn.gocua.system.chaos.check.ClientLog;
import vn.gocua.system.chaos.check.Entry;

/**
 * A phone that works as fast as it can, and in every way that phones do: batches of any size,
 * retries with the same ids, double taps, corrections, voids, wrong clocks, nonsense. What it does
 * not know the fate of it sends again until it does.
 */
public final class LoadPhone implements Runnable {
  private static final List<String> ACTIVITIES =
      List.of("public-services", "digital-id", "apps", "payments", "online-safety", "class");
  private static final List<List<String>> GROUPS =
      List.of(List.of(), List.of("elderly"), List.of("poor-household", "disability"), List.of());
  private static final int DAYS_BACK = 4;

  private final Connection connection;
  private final String token;
  private final String team;
  private final Random random;
  private final ClientLog log;
  private final PhoneScript script;
  private final Map<String, Entry> unsettled = new LinkedHashMap<>();
  private final Set<String> unsettledVoids = new HashSet<>();
  private final List<Entry> settled = new ArrayList<>();
  private final Set<String> settledIds = new HashSet<>();
  private final Set<String> takenBack = new HashSet<>();

  public LoadPhone(
      Connection connection,
      PhoneScript script,
      String token,
      String team,
      long seed,
      ClientLog log) {
    this.connection = connection;
    this.token = token;
    this.team = team;
    this.random = new Random(seed);
    this.log = log;
    this.script = script;
  }

  @Override
  public void run() {
    try {
      while (!script.finishing() || !unsettled.isEmpty() || !unsettledVoids.isEmpty()) {
        int mark = script.mark();
        try {
          step();
          script.answered();
        } catch (IOException _) {
          log.requestUnknown();
          script.failed(mark);
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      log.surprise("a phone gave up: " + e);
      throw e;
    }
  }

  private void step() throws IOException {
    String toVoid = nextVoid();
    if (toVoid != null) {
      voidCheckIn(toVoid);
    } else {
      sendBatch(batch());
    }
  }

  private @Nullable String nextVoid() {
    if (!unsettledVoids.isEmpty() && random.nextBoolean()) {
      return unsettledVoids.iterator().next();
    }
    if (script.finishing()) {
      return unsettled.isEmpty() ? unsettledVoids.iterator().next() : null;
    }
    Entry counted = random.nextInt(10) == 0 ? anyCounted() : null;
    return counted == null ? null : counted.id();
  }

  private void voidCheckIn(String id) throws IOException {
    log.askingVoid(id);
    takenBack.add(id);
    unsettledVoids.add(id);
    try {
      var _ = connection.post(CheckInEndpoints.VOID, token, new VoidOrder("mistake"), id);
      unsettledVoids.remove(id);
      log.voided(id);
    } catch (ApiRefusal refusal) {
      if (!refusal.busy()) {
        log.surprise("void of " + id + " was answered " + refusal.getMessage());
        unsettledVoids.remove(id);
      }
    }
    log.requestAnswered();
  }

  private enum Kind {
    OWN,
    CONTRADICTION,
    NONSENSE
  }

  private record Item(Kind kind, Entry entry) {}

  private List<Item> batch() {
    List<Item> batch = new ArrayList<>();
    unsettled.values().stream()
        .filter(_ -> script.finishing() || random.nextInt(10) < 7)
        .limit(100)
        .forEach(entry -> batch.add(new Item(Kind.OWN, entry)));
    for (int i = random.nextInt(30); i >= 0 && !script.finishing(); i--) {
      batch.add(anyItem());
    }
    Collections.shuffle(batch, random);
    return batch;
  }

  private Item anyItem() {
    Entry known = settled.isEmpty() ? null : settled.get(random.nextInt(settled.size()));
    return switch (random.nextInt(20)) {
      case 0, 1 -> new Item(Kind.OWN, known == null ? fresh(null) : known);
      case 2 ->
          known == null
              ? new Item(Kind.OWN, fresh(null))
              : new Item(Kind.CONTRADICTION, known.contradicted());
      case 3 -> new Item(Kind.NONSENSE, fresh(null));
      case 4 -> {
        Entry wrong = anyCounted();
        yield new Item(Kind.OWN, fresh(wrong == null ? null : wrong.id()));
      }
      case 5 ->
          new Item(
              Kind.OWN, unsettled.isEmpty() ? fresh(null) : unsettled.values().iterator().next());
      default -> new Item(Kind.OWN, fresh(null));
    };
  }

  /** A check-in that was acknowledged and that nobody has begun to void. */
  private @Nullable Entry anyCounted() {
    List<Entry> counted =
        settled.stream().filter(entry -> !takenBack.contains(entry.id())).toList();
    return counted.isEmpty() ? null : counted.get(random.nextInt(counted.size()));
  }

  private Entry fresh(@Nullable String replaces) {
    if (replaces != null) {
      takenBack.add(replaces);
    }
    Instant at =
        Instant.now()
            .minus(random.nextInt(DAYS_BACK), ChronoUnit.DAYS)
            .truncatedTo(ChronoUnit.SECONDS);
    long offset = random.nextInt(10) == 0 ? 86_400 : 0;
    return new Entry(
        UuidCreator.getTimeOrderedEpoch().toString(),
        team,
        at.minusSeconds(offset),
        offset,
        ACTIVITIES.get(random.nextInt(ACTIVITIES.size())),
        1 + random.nextInt(5),
        GROUPS.get(random.nextInt(GROUPS.size())),
        replaces);
  }

  private void sendBatch(List<Item> batch) throws IOException {
    for (Item item : batch) {
      if (item.kind() == Kind.OWN) {
        log.sending(item.entry());
        if (!settledIds.contains(item.entry().id())) {
          unsettled.put(item.entry().id(), item.entry());
        }
      }
    }
    List<VerdictList.Result> results;
    try {
      results = connection.post(CheckInEndpoints.SUBMIT, token, body(batch)).results();
    } catch (ApiRefusal refusal) {
      if (!refusal.busy()) {
        throw new IllegalStateException("a batch was answered " + refusal.getMessage(), refusal);
      }
      log.requestUnknown();
      return;
    }
    for (int i = 0; i < batch.size(); i++) {
      settle(batch.get(i), results.get(i).outcome());
    }
    log.requestAnswered();
  }

  private static Map<String, Object> body(List<Item> batch) {
    return Map.of(
        "sentAt", Instant.now(), "checkIns", batch.stream().map(LoadPhone::json).toList());
  }

  private static Map<String, Object> json(Item item) {
    Map<String, Object> json = item.entry().json();
    if (item.kind() == Kind.NONSENSE) {
      json.put("activity", "nonsense");
    }
    return json;
  }

  private void settle(Item item, String outcome) {
    Entry entry = item.entry();
    switch (item.kind()) {
      case OWN -> {
        if (outcome.equals("later")) {
          return; // Neither taken nor refused: it is sent again.
        }
        log.answered(entry, outcome);
        if (unsettled.remove(entry.id()) != null) {
          settled.add(entry);
          settledIds.add(entry.id());
        }
      }
      case CONTRADICTION -> log.answeredOther(entry.id(), outcome, "conflict");
      case NONSENSE -> log.answeredOther(entry.id(), outcome, "rejected");
    }
  }
}
