package vn.gocua.engine.live;

import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import com.hazelcast.nio.serialization.IdentifiedDataSerializable;
import java.io.IOException;
import java.util.BitSet;

/** Reply of an entry: encoded state, version, and the offered events that were new to it. */
final class EntryState implements IdentifiedDataSerializable {
  private byte[] state = new byte[0];
  private int version;
  private BitSet applied = new BitSet();

  EntryState() {}

  EntryState(byte[] state, int version, BitSet applied) {
    this.state = state;
    this.version = version;
    this.applied = applied;
  }

  byte[] state() {
    return state;
  }

  int version() {
    return version;
  }

  boolean applied(int index) {
    return applied.get(index);
  }

  @Override
  public void writeData(ObjectDataOutput out) throws IOException {
    out.writeByteArray(state);
    out.writeInt(version);
    out.writeLongArray(applied.toLongArray());
    out.writeBoolean(false); // members of another version read one more value here
  }

  @Override
  public void readData(ObjectDataInput in) throws IOException {
    byte[] bytes = in.readByteArray();
    state = bytes == null ? new byte[0] : bytes;
    version = in.readInt();
    long[] words = in.readLongArray();
    applied = BitSet.valueOf(words == null ? new long[0] : words);
    var _ = in.readBoolean();
  }

  @Override
  public int getFactoryId() {
    return LiveSerialization.FACTORY;
  }

  @Override
  public int getClassId() {
    return LiveSerialization.ENTRY_STATE;
  }
}
