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
  private boolean gap;

  EntryState() {}

  EntryState(byte[] state, int version, BitSet applied, boolean gap) {
    this.state = state;
    this.version = version;
    this.applied = applied;
    this.gap = gap;
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

  boolean gap() {
    return gap;
  }

  @Override
  public void writeData(ObjectDataOutput out) throws IOException {
    out.writeByteArray(state);
    out.writeInt(version);
    out.writeLongArray(applied.toLongArray());
    out.writeBoolean(gap);
  }

  @Override
  public void readData(ObjectDataInput in) throws IOException {
    byte[] bytes = in.readByteArray();
    state = bytes == null ? new byte[0] : bytes;
    version = in.readInt();
    long[] words = in.readLongArray();
    applied = BitSet.valueOf(words == null ? new long[0] : words);
    gap = in.readBoolean();
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
