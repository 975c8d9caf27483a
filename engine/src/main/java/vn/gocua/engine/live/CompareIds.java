package vn.gocua.engine.live;

import com.hazelcast.map.EntryProcessor;
import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether an entry has the journal's ids. {@code quiet}: exactly those; otherwise at least those.
 */
final class CompareIds extends LiveProcessor<Boolean> {
  private static final long serialVersionUID = 1L;

  private long[] ids = new long[0];
  private boolean quiet;

  CompareIds() {}

  CompareIds(String projectionName, IdSet journaled, boolean quiet) {
    super(projectionName);
    this.ids = journaled.toLongs();
    this.quiet = quiet;
  }

  @Override
  public Boolean process(Map.Entry<String, LiveEntry> slot) {
    LiveEntry held = slot.getValue();
    IdSet live = held == null ? new IdSet() : held.ids();
    if (quiet && live.size() * 2 != ids.length) {
      return false;
    }
    for (int i = 0; i < ids.length; i += 2) {
      if (!live.contains(new IdSet.Id(ids[i], ids[i + 1]))) {
        return false;
      }
    }
    return true;
  }

  @Override
  public @Nullable EntryProcessor<String, LiveEntry, Boolean> getBackupProcessor() {
    return null;
  }

  @Override
  public void writeData(ObjectDataOutput out) throws IOException {
    super.writeData(out);
    out.writeLongArray(ids);
    out.writeBoolean(quiet);
  }

  @Override
  public void readData(ObjectDataInput in) throws IOException {
    super.readData(in);
    long[] read = in.readLongArray();
    ids = read == null ? new long[0] : read;
    quiet = in.readBoolean();
  }

  @Override
  public int getClassId() {
    return LiveSerialization.COMPARE;
  }
}
