package vn.gocua.engine.cluster;

import io.vertx.core.Vertx;
import io.vertx.core.VertxBuilder;
import io.vertx.core.VertxOptions;
import io.vertx.core.eventbus.EventBusOptions;
import io.vertx.core.transport.Transport;
import io.vertx.spi.cluster.hazelcast.HazelcastClusterManager;
import java.util.List;
import java.util.concurrent.TimeUnit;
import vn.gocua.base.console.Console;
import vn.gocua.base.time.Schedule;
import vn.gocua.engine.config.StartRefused;
import vn.gocua.engine.journal.Journal;
import vn.gocua.engine.live.FoldDeadline;
import vn.gocua.engine.live.LiveMember;
import vn.gocua.engine.live.Projection;

/** Joining the other engines of a cluster, or being one's own. */
public final class ClusterJoin {
  private final ClusterPlan plan;

  public ClusterJoin(ClusterPlan plan) {
    this.plan = plan;
  }

  /**
   * Starts this engine's Hazelcast member.
   *
   * @throws StartRefused if those it meets are of another system
   */
  public LiveMember member(
      ClusterIdentity identity,
      Journal journal,
      List<Projection<?>> projections,
      FoldDeadline deadline,
      Schedule schedule) {
    LiveMember member =
        LiveMember.start(MemberConfig.of(plan, identity), journal, projections, deadline, schedule);
    identity
        .disagreement(member.hazelcast())
        .ifPresent(difference -> {
          member.close();
          throw new StartRefused(
              StartRefused.Reason.CONFIGURATION, Console.text("start.other-cluster", difference));
        });
    return member;
  }

  /**
   * Vert.x, its event bus reaching every engine of the cluster.
   *
   * @param transport what takes connections
   */
  public Vertx vertx(LiveMember member, Transport transport) {
    EventBusOptions bus = new EventBusOptions().setHost(plan.host()).setPort(plan.eventBusPort());
    VertxOptions options = new VertxOptions().setEventBusOptions(bus);
    VertxBuilder builder = Vertx.builder().with(options).withTransport(transport);
    if (!plan.isClustered()) {
      return builder.build();
    }
    return builder
        .withClusterManager(new HazelcastClusterManager(member.hazelcast()))
        .buildClustered()
        .toCompletionStage()
        .toCompletableFuture()
        .join();
  }

  /** Closes Vert.x, but waits for it no longer than a stop may take. */
  public static AutoCloseable closing(Vertx vertx) {
    return () -> vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
  }
}
