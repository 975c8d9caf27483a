package vn.gocua.engine.live;

import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.journal.Event;

/** Adds journaled events that an entry does not have yet; replies with the entry's state. */
final class ApplyEvents extends LiveProcessor<EntryState> {
  private static final long serialVersionUID = 1L;

  private transient List<Event> events = List.of();

  ApplyEvents() {}

  ApplyEvents(String projectionName, List<Event> events) {
    super(projectionName);
    this.events = events;
  }

  @Override
  public EntryState process(Map.Entry<String, LiveEntry> slot) {
    return process(slot, projection());
  }

  private <S> EntryState process(Map.Entry<String, LiveEntry> slot, Projection<S> projection) {
    @Nullable LiveEntry held = slot.getValue();
    LiveEntry entry = held == null ? LiveEntry.empty(projection) : held;
    BitSet applied = new BitSet();
    for (int i = 0; i < events.size(); i++) {
      applied.set(i, entry.apply(projection, events.get(i)));
    }
    if (!applied.isEmpty()) {
      entry.freeze(projection);
      slot.setValue(entry);
    }
    return new EntryState(entry.encoded(), entry.version(), applied);
  }

  @Override
  public void writeData(ObjectDataOutput out) throws IOException {
    super.writeData(out);
    out.writeInt(events.size());
    for (Event event : events) {
      out.writeString(event.id());
      out.writeString(event.stream());
      out.writeString(event.type());
      out.writeString(event.content());
      out.writeString(event.details());
    }
  }

  @Override
  public void readData(ObjectDataInput in) throws IOException {
    super.readData(in);
    int size = in.readInt();
    events = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      events.add(new Event(text(in), text(in), text(in), text(in), text(in)));
    }
  }

  private static String text(ObjectDataInput in) throws IOException {
    return Objects.requireNonNull(in.readString());
  }

  @Override
  public int getClassId() {
    return LiveSerialization.APPLY;
  }
}
