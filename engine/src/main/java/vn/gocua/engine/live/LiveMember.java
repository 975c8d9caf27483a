package vn.gocua.engine.live;

import com.hazelcast.config.Config;
import com.hazelcast.config.InMemoryFormat;
import com.hazelcast.config.MapConfig;
import com.hazelcast.config.MapStoreConfig;
import com.hazelcast.config.MergePolicyConfig;
import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.spi.merge.DiscardMergePolicy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import vn.gocua.base.time.Schedule;
import vn.gocua.engine.journal.Journal;

/** The engine's own Hazelcast member, and the live views on it. */
public final class LiveMember implements AutoCloseable {
  private final HazelcastInstance hazelcast;
  private final Schedule schedule;
  private final Map<String, Projection<?>> projections;

  private LiveMember(
      HazelcastInstance hazelcast, Schedule schedule, Map<String, Projection<?>> projections) {
    this.hazelcast = hazelcast;
    this.schedule = schedule;
    this.projections = projections;
  }

  /**
   * Starts a member.
   *
   * @param config how it binds and whom it joins; the live view's maps are added here
   * @param deadline how long a stream may take to fold
   * @param schedule where answers are taken up
   */
  public static LiveMember start(
      Config config,
      Journal journal,
      List<Projection<?>> projections,
      FoldDeadline deadline,
      Schedule schedule) {
    Map<String, Projection<?>> byName = new LinkedHashMap<>();
    projections.forEach(projection -> byName.put(projection.name(), projection));
    config
        .getSerializationConfig()
        .addDataSerializableFactory(LiveSerialization.FACTORY, new LiveSerialization());
    config.getUserContext().put(LiveProcessor.PROJECTIONS, byName);
    projections.forEach(projection -> config.addMapConfig(mapOf(projection, journal, deadline)));
    return new LiveMember(Hazelcast.newHazelcastInstance(config), schedule, byName);
  }

  private static <S> MapConfig mapOf(
      Projection<S> projection, Journal journal, FoldDeadline deadline) {
    return new MapConfig(mapName(projection))
        .setInMemoryFormat(InMemoryFormat.OBJECT)
        .setBackupCount(1)
        .setMergePolicyConfig(new MergePolicyConfig().setPolicy(DiscardMergePolicy.class.getName()))
        .setMapStoreConfig(
            new MapStoreConfig()
                .setEnabled(true)
                .setInitialLoadMode(MapStoreConfig.InitialLoadMode.LAZY)
                .setImplementation(new StreamLoader<>(projection, journal, deadline)));
  }

  private static String mapName(Projection<?> projection) {
    return "live." + projection.name();
  }

  /** The live view of one of this member's projections. */
  public <S> HazelcastLiveView<S> view(
      Projection<S> projection, Consumer<LiveView.StreamChange<S>> listener, LiveMeter meter) {
    if (!projections.containsKey(projection.name())) {
      throw new IllegalArgumentException("not started with projection " + projection.name());
    }
    return new HazelcastLiveView<>(
        projection, hazelcast.getMap(mapName(projection)), listener, schedule, meter);
  }

  /** The member itself, for the event bus and the list of nodes. */
  public HazelcastInstance hazelcast() {
    return hazelcast;
  }

  public boolean isRunning() {
    return hazelcast.getLifecycleService().isRunning();
  }

  @Override
  public void close() {
    hazelcast.shutdown();
  }
}
