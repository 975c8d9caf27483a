package vn.gocua.engine.monitoring;

import java.time.Duration;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import vn.gocua.base.time.Schedule;
import vn.gocua.engine.clock.EngineClock;
import vn.gocua.engine.cluster.ClusterNodes;
import vn.gocua.engine.feature.CampaignContext;
import vn.gocua.engine.feature.Feature;
import vn.gocua.engine.http.Health;
import vn.gocua.engine.http.api.Api;

/** Wires numbers, nodes and health. */
public final class MonitoringFeature implements Feature {
  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration COMPARE = Duration.ofSeconds(2);

  private final CampaignContext context;
  private final Metrics metrics;
  private final Health health;

  /**
   * @param waitingPasswords number of passwords waiting to be hashed
   * @param clock state of the engine's clock
   */
  public MonitoringFeature(
      CampaignContext context,
      Metrics metrics,
      IntSupplier waitingPasswords,
      Supplier<String> clock) {
    this.context = context;
    this.metrics = metrics;
    ClusterNodes nodes = context.engine().nodes();
    health =
        new Health(nodes::count)
            .part("journal", context.commit()::isWell)
            .part("live", nodes::isRunning)
            .part("clock", nodes::clockAgrees, clock);
    metrics.gauge(
        "gocua.journal.waiting", "events waiting for the journal", context.commit()::waiting);
    metrics.gauge("gocua.cluster.members", "engines in the cluster", nodes::count);
    metrics.gauge("gocua.passwords.waiting", "passwords that wait to be hashed", waitingPasswords);
    EngineClock trust = context.engineClock();
    metrics.gauge(
        "gocua.clock.doubtful",
        "1 if this engine's clock must be wrong",
        () -> trust.isDoubtful() ? 1 : 0);
    metrics.gauge(
        "gocua.clock.lacking",
        "seconds that this engine's clock lacks by most phones; 0 if they agree with it",
        () -> lacking(trust));
  }

  private static int lacking(EngineClock trust) {
    Duration lacking = trust.reading().lacking();
    return lacking == null
        ? 0
        : Math.toIntExact(Math.clamp(lacking.toSeconds(), Integer.MIN_VALUE, Integer.MAX_VALUE));
  }

  /** Whether the engine is alive and ready. */
  public Health health() {
    return health;
  }

  @Override
  public void schedule(Schedule schedule) {
    var _ =
        schedule.every("clocks of nodes", FIRST, COMPARE, context.engine().nodes()::compareClocks);
  }

  @Override
  public void routes(Api api) {
    new NodesRoutes(context.engine().nodes()).mount(api);
    new MetricsRoutes(metrics, context.settings().scrapeToken()).mount(api);
  }
}
