package vn.gocua.engine.live;

import com.hazelcast.map.EntryProcessor;
import java.util.BitSet;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Replies with an entry's state; an absent entry is loaded from the journal first. */
final class ReadEntry extends LiveProcessor<EntryState> {
  private static final long serialVersionUID = 1L;

  ReadEntry() {}

  ReadEntry(String projectionName) {
    super(projectionName);
  }

  @Override
  public EntryState process(Map.Entry<String, LiveEntry> slot) {
    return process(slot, projection());
  }

  private static <S> EntryState process(
      Map.Entry<String, LiveEntry> slot, Projection<S> projection) {
    LiveEntry held = slot.getValue();
    LiveEntry entry = held == null ? LiveEntry.empty(projection) : held;
    return new EntryState(entry.encoded(), entry.version(), new BitSet());
  }

  @Override
  public @Nullable EntryProcessor<String, LiveEntry, EntryState> getBackupProcessor() {
    return null;
  }

  @Override
  public int getClassId() {
    return LiveSerialization.READ;
  }
}
