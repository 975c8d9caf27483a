package vn.gocua.engine.live;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.core.HazelcastInstanceAware;
import com.hazelcast.map.EntryProcessor;
import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import com.hazelcast.nio.serialization.IdentifiedDataSerializable;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Base of the entry processors, which run where an entry lives and find its projection there. */
abstract sealed class LiveProcessor<R>
    implements EntryProcessor<String, LiveEntry, R>,
        HazelcastInstanceAware,
        IdentifiedDataSerializable
    permits ApplyEvents, ReadEntry, CompareIds {
  private static final long serialVersionUID = 1L;

  /** Key of the projections in the member's user context. */
  static final String PROJECTIONS = "gocua.projections";

  private String projectionName = "";
  private transient @Nullable HazelcastInstance hazelcast;

  LiveProcessor() {}

  LiveProcessor(String projectionName) {
    this.projectionName = projectionName;
  }

  @Override
  public final void setHazelcastInstance(HazelcastInstance instance) {
    hazelcast = instance;
  }

  final Projection<?> projection() {
    var context = Objects.requireNonNull(hazelcast, "runs on a member only").getUserContext();
    Map<?, ?> projections = (Map<?, ?>) Objects.requireNonNull(context.get(PROJECTIONS));
    return (Projection<?>) Objects.requireNonNull(projections.get(projectionName));
  }

  @Override
  public final int getFactoryId() {
    return LiveSerialization.FACTORY;
  }

  @Override
  public void writeData(ObjectDataOutput out) throws IOException {
    out.writeString(projectionName);
  }

  @Override
  public void readData(ObjectDataInput in) throws IOException {
    projectionName = Objects.requireNonNull(in.readString());
  }
}
