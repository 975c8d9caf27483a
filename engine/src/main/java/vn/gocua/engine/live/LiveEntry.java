package vn.gocua.engine.live;

import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import com.hazelcast.nio.serialization.IdentifiedDataSerializable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.journal.Event;

/**
 * Hazelcast's entry of one stream: the folded state and the ids of its events. Used on its
 * partition's thread only.
 */
final class LiveEntry implements IdentifiedDataSerializable {
  private byte[] encoded = new byte[0];
  private @Nullable Object state;
  private IdSet ids = new IdSet();
  private int version;

  static <S> LiveEntry empty(Projection<S> projection) {
    LiveEntry entry = new LiveEntry();
    entry.state = projection.empty();
    entry.freeze(projection);
    return entry;
  }

  /** Adds an event; false if the entry has it already. */
  <S> boolean apply(Projection<S> projection, Event event) {
    IdSet.Id id = IdSet.Id.of(event.id());
    if (ids.contains(id)) {
      return false;
    }
    state = projection.evolve(state(projection), event);
    ids.add(id);
    version = ids.size();
    return true;
  }

  @SuppressWarnings("unchecked")
  <S> S state(Projection<S> projection) {
    Object known = state;
    if (known == null) {
      known = projection.decode(encoded);
      state = known;
    }
    return (S) known;
  }

  int version() {
    return version;
  }

  IdSet ids() {
    return ids;
  }

  /** The state for the wire, as of the last {@link #freeze}. */
  byte[] encoded() {
    return encoded;
  }

  /** Brings the encoded form up to date; called after every run of changes. */
  <S> void freeze(Projection<S> projection) {
    encoded = projection.encode(state(projection));
  }

  @Override
  public void writeData(ObjectDataOutput out) throws IOException {
    out.writeByteArray(encoded);
    out.writeInt(version);
    out.writeLongArray(ids.toLongs());
  }

  @Override
  public void readData(ObjectDataInput in) throws IOException {
    byte[] bytes = in.readByteArray();
    encoded = bytes == null ? new byte[0] : bytes;
    version = in.readInt();
    long[] longs = in.readLongArray();
    ids = IdSet.of(longs == null ? new long[0] : longs);
  }

  @Override
  public int getFactoryId() {
    return LiveSerialization.FACTORY;
  }

  @Override
  public int getClassId() {
    return LiveSerialization.ENTRY;
  }
}
