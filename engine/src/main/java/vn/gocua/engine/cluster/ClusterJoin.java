package vn.gocua.engine.cluster;

import com.github.f4b6a3.uuid.UuidCreator;
import io.vertx.core.Vertx;
import io.vertx.core.VertxBuilder;
import io.vertx.core.VertxOptions;
import io.vertx.core.eventbus.EventBusOptions;
import io.vertx.core.transport.Transport;
import io.vertx.spi.cluster.hazelcast.HazelcastClusterManager;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import vn.gocua.base.Closer;
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
  private final Clock clock;
  private final Closer closer;

  /**
   * @param clock real time, for comparing nodes' clocks
   * @param closer takes resources that have to be closed
   */
  public ClusterJoin(ClusterPlan plan, Clock clock, Closer closer) {
    this.plan = plan;
    this.clock = clock;
    this.closer = closer;
  }

  /** A node of a cluster, or an engine on its own. */
  public record Joined(LiveMember member, ClusterNodes nodes, Vertx vertx, Channels channels) {}

  /**
   * Starts this engine's Hazelcast member, and Vert.x on it.
   *
   * @param transport accepts connections
   * @throws StartRefused if the cluster has other settings
   */
  public Joined join(
      ClusterIdentity identity,
      Journal journal,
      List<Projection<?>> projections,
      FoldDeadline deadline,
      Transport transport) {
    LiveMember member =
        closer.opened(
            LiveMember.start(
                MemberConfig.of(plan, identity),
                journal,
                projections,
                deadline,
                closer.opened(Schedule.inOrder("live"))));
    identity
        .disagreement(member.hazelcast())
        .ifPresent(difference -> {
          throw new StartRefused(
              StartRefused.Reason.CONFIGURATION, Console.text("start.other-cluster", difference));
        });
    Vertx vertx = vertx(member, transport);
    closer.opened(closing(vertx));
    String node = UuidCreator.getTimeOrderedEpoch().toString();
    return new Joined(
        member,
        new ClusterNodes(member.hazelcast(), plan.isClustered(), clock),
        vertx,
        new Channels(vertx, identity.campaign(), node));
  }

  /** Vert.x whose event bus reaches every engine of the cluster. */
  private Vertx vertx(LiveMember member, Transport transport) {
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
  private static AutoCloseable closing(Vertx vertx) {
    return () -> vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
  }
}
