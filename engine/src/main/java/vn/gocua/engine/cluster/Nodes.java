package vn.gocua.engine.cluster;

import com.hazelcast.cluster.Member;
import com.hazelcast.cluster.MembershipEvent;
import com.hazelcast.cluster.MembershipListener;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.core.LifecycleEvent.LifecycleState;
import com.hazelcast.partition.PartitionLostEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The engines of this cluster: who is there, and what happens among them. */
public final class Nodes {
  private static final Logger log = LoggerFactory.getLogger(Nodes.class);

  /** A node whose clock is further off its cluster's would put check-ins on wrong days. */
  static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(5);

  private final HazelcastInstance hazelcast;

  public Nodes(HazelcastInstance hazelcast) {
    this.hazelcast = hazelcast;
  }

  /** What happened that may have left live entries behind their journal. */
  public enum Shake {
    JOINED,
    LEFT,
    PARTITION_LOST,
    /** Two halves that were cut apart are one again: the smaller one's entries are void. */
    MERGED
  }

  /**
   * One engine of the cluster.
   *
   * @param here whether it is the one that answers
   */
  public record Node(String id, String address, boolean here) {}

  public List<Node> list() {
    List<Node> nodes = new ArrayList<>();
    for (Member member : hazelcast.getCluster().getMembers()) {
      nodes.add(
          new Node(
              member.getUuid().toString(),
              member.getAddress().getHost() + ":" + member.getAddress().getPort(),
              member.localMember()));
    }
    return nodes;
  }

  /** Calls back, on one of Hazelcast's threads, when something shakes the cluster. */
  public void onShake(Consumer<Shake> listener) {
    hazelcast
        .getCluster()
        .addMembershipListener(
            new MembershipListener() {
              @Override
              public void memberAdded(MembershipEvent event) {
                log.warn(
                    "node {} joined; now {}",
                    event.getMember().getAddress(),
                    event.getMembers().size());
                listener.accept(Shake.JOINED);
              }

              @Override
              public void memberRemoved(MembershipEvent event) {
                log.warn(
                    "node {} left; now {}",
                    event.getMember().getAddress(),
                    event.getMembers().size());
                listener.accept(Shake.LEFT);
              }
            });
    hazelcast
        .getPartitionService()
        .addPartitionLostListener((PartitionLostEvent _) -> listener.accept(Shake.PARTITION_LOST));
    hazelcast
        .getLifecycleService()
        .addLifecycleListener(event -> {
          if (event.getState() == LifecycleState.MERGED) {
            log.warn("this node was cut off and is back; its live entries are folded anew");
            listener.accept(Shake.MERGED);
          }
        });
  }

  public int count() {
    return hazelcast.getCluster().getMembers().size();
  }

  public boolean isRunning() {
    return hazelcast.getLifecycleService().isRunning();
  }

  /** Whether this node's clock agrees with its cluster's. */
  public boolean clockAgrees() {
    long off = hazelcast.getCluster().getClusterTime() - Instant.now().toEpochMilli();
    return Math.abs(off) <= CLOCK_TOLERANCE.toMillis();
  }
}
