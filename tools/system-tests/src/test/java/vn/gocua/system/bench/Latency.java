package vn.gocua.system.bench;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.HdrHistogram.Histogram;
import vn.gocua.protocol.client.EngineApi;
import vn.gocua.testkit.EngineProcess;
import vn.gocua.testkit.SampleCampaign;

/**
 * How long it takes from the moment a check-in is due to be sent until a viewer of the board has
 * it. A team's rows are absolute and one phone a team sends in order, so each check-in is seen.
 */
final class Latency implements Measurement {
  private static final int PER_SECOND = 500;
  private static final Duration WARM_UP = Duration.ofSeconds(8);

  private final Bench bench;
  private final Duration time;
  private final Map<String, Queue<Long>> pending = new HashMap<>();
  private final Map<String, Long> shown = new HashMap<>();
  private final Histogram histogram = new Histogram(60_000_000L, 3);
  private long missing;

  Latency(Bench bench, Duration time) {
    this.bench = bench;
    this.time = time;
  }

  @Override
  public List<Figure> run() throws Exception {
    try (EngineProcess engine = EngineProcess.start(bench.engine("latency"));
        EngineApi api = EngineProcess.api(engine.launch().address())) {
      engine.awaitReady();
      measure(api, engine.launch().address(), engine.launch().address());
    }
    return figures();
  }

  /**
   * Microseconds from an engine that phones talk to, to a viewer of another one.
   *
   * @param wanted percentiles
   */
  static long[] percentiles(
      Bench bench, EngineApi api, URI phones, URI viewers, Duration time, double... wanted)
      throws Exception {
    Latency latency = new Latency(bench, time);
    latency.measure(api, phones, viewers);
    synchronized (latency) {
      return Arrays.stream(wanted).mapToLong(latency.histogram::getValueAtPercentile).toArray();
    }
  }

  private void measure(EngineApi api, URI phones, URI viewers) throws Exception {
    List<String> tokens = bench.phones(api, SampleCampaign.TEAMS);
    try (Viewer viewer = new Viewer(viewers, this::seen);
        Steady steady = new Steady(phones.getPort(), bench.todaysUploads(tokens))) {
      viewer.awaitBegun();
      steady.run(WARM_UP, PER_SECOND, this::sent);
      awaitAllSeen();
      synchronized (this) {
        histogram.reset();
      }
      steady.run(time, PER_SECOND, this::sent);
      awaitAllSeen();
    }
  }

  private synchronized void sent(int phone, long at) {
    pending.computeIfAbsent(SampleCampaign.team(phone), _ -> new ArrayDeque<>()).add(at);
    missing++;
  }

  private synchronized void seen(String team, long checkIns, long arrivedAt) {
    long before = shown.getOrDefault(team, 0L);
    Queue<Long> due = pending.get(team);
    for (long n = before; due != null && n < checkIns; n++) {
      long sentAt = due.remove();
      histogram.recordValue((arrivedAt - sentAt) / 1000);
      missing--;
    }
    shown.put(team, checkIns);
    notifyAll();
  }

  private synchronized void awaitAllSeen() throws InterruptedException {
    while (missing > 0) {
      wait();
    }
  }

  private synchronized List<Figure> figures() {
    return List.of(
        Figure.atMost(
            "latency.p50", histogram.getValueAtPercentile(50) / 1e3, Figure.Unit.MILLISECONDS, 120),
        Figure.atMost(
            "latency.p99",
            histogram.getValueAtPercentile(99) / 1e3,
            Figure.Unit.MILLISECONDS,
            300));
  }
}
