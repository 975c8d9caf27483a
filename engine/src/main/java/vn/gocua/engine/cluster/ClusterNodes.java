package vn.gocua.engine.cluster;

import com.hazelcast.cluster.Member;
import com.hazelcast.cluster.MembershipEvent;
import com.hazelcast.cluster.MembershipListener;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.core.LifecycleEvent.LifecycleState;
import com.hazelcast.map.IMap;
import com.hazelcast.partition.PartitionLostEvent;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.gocua.protocol.health.NodeList;

/** Members of this cluster and their changes. */
public final class ClusterNodes {
  private static final Logger log = LoggerFactory.getLogger(ClusterNodes.class);

  private static final String CLOCKS = "clocks";
  private static final long CLOCK_SECONDS = 30;

  private final HazelcastInstance hazelcast;
  private final boolean clustered;
  private final Clock clock;
  private volatile boolean clockAgrees;

  /**
   * @param clustered whether there may be other engines
   * @param clock real time, by which the nodes' clocks are compared
   */
  public ClusterNodes(HazelcastInstance hazelcast, boolean clustered, Clock clock) {
    this.hazelcast = hazelcast;
    this.clustered = clustered;
    this.clock = clock;
    this.clockAgrees = ClockCheck.agrees(clockOffset(), Map.of());
  }

  /** Changes after which live entries may be older than their journal. */
  public enum MembershipChange {
    JOINED,
    LEFT,
    PARTITION_LOST,
    /** Two halves that were cut apart are one again: the smaller one's entries are void. */
    MERGED
  }

  /** Those that are there. */
  public List<NodeList.Row> list() {
    List<NodeList.Row> nodes = new ArrayList<>();
    for (Member member : hazelcast.getCluster().getMembers()) {
      nodes.add(
          new NodeList.Row(
              member.getUuid().toString(),
              member.getAddress().getHost() + ":" + member.getAddress().getPort(),
              member.localMember()));
    }
    return nodes;
  }

  /**
   * Calls back, on one of Hazelcast's threads, when members come or go, or partitions are lost or
   * merged.
   */
  public void onMembershipChange(Consumer<MembershipChange> listener) {
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
                listener.accept(MembershipChange.JOINED);
              }

              @Override
              public void memberRemoved(MembershipEvent event) {
                log.warn(
                    "node {} left; now {}",
                    event.getMember().getAddress(),
                    event.getMembers().size());
                listener.accept(MembershipChange.LEFT);
              }
            });
    hazelcast
        .getPartitionService()
        .addPartitionLostListener(
            (PartitionLostEvent _) -> listener.accept(MembershipChange.PARTITION_LOST));
    hazelcast
        .getLifecycleService()
        .addLifecycleListener(event -> {
          if (event.getState() == LifecycleState.MERGED) {
            log.warn("this node was cut off and is back; its live entries are folded anew");
            listener.accept(MembershipChange.MERGED);
          }
        });
  }

  /** Whether there may be other engines. */
  public boolean isClustered() {
    return clustered;
  }

  public int count() {
    return hazelcast.getCluster().getMembers().size();
  }

  public boolean isRunning() {
    return hazelcast.getLifecycleService().isRunning();
  }

  /** Whether this node's clock agreed with the cluster's at the last comparison. */
  public boolean clockAgrees() {
    return clockAgrees;
  }

  /** Offset of this clock to the cluster's time, which is its oldest member's. */
  private long clockOffset() {
    return clock.millis() - hazelcast.getCluster().getClusterTime();
  }

  /** Sends this clock's time to the others and compares; to be called every few seconds. Blocks. */
  public void compareClocks() {
    try {
      UUID own = hazelcast.getCluster().getLocalMember().getUuid();
      IMap<UUID, Long> clocks = hazelcast.getMap(CLOCKS);
      long offset = clockOffset();
      clocks.set(own, offset, CLOCK_SECONDS, TimeUnit.SECONDS);
      Map<UUID, Long> others = new HashMap<>();
      for (Member member : hazelcast.getCluster().getMembers()) {
        Long other = member.localMember() ? null : clocks.get(member.getUuid());
        if (other != null) {
          others.put(member.getUuid(), other);
        }
      }
      note(ClockCheck.agrees(offset, others));
    } catch (RuntimeException e) {
      log.debug("clocks could not be compared; it will be tried again", e);
    }
  }

  private void note(boolean agrees) {
    if (clockAgrees != agrees) {
      clockAgrees = agrees;
      if (agrees) {
        log.warn("this node's clock agrees with its cluster's again");
      } else {
        log.error(
            "this node's clock is off its cluster's: it is not ready until that is set right");
      }
    }
  }
}
