package vn.gocua.engine.cluster;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.List;
import vn.gocua.engine.journal.Event;
import vn.gocua.engine.journal.EventCodec;
import vn.gocua.engine.journal.Journal;

/** A journal's own name, written into it when it is first opened. */
public final class JournalIdentity {
  private static final String STREAM = "journal";

  private JournalIdentity() {}

  /** The fact that a journal was begun. */
  record Begun(String id) {}

  /**
   * The journal's name; given now if it has none. Of two engines that give one at once, one wins.
   */
  public static String of(Journal journal) {
    String id = STREAM + "/1";
    Event event = journal.find(List.of(id)).get(id);
    if (event == null) {
      String made = UuidCreator.getTimeOrderedEpoch().toString();
      Event begun =
          new Event(id, STREAM, "journal-begun/1", EventCodec.json(new Begun(made)), "{}");
      event = journal.append(List.of(begun)).getFirst().stored();
    }
    return EventCodec.read(event.content(), Begun.class).id();
  }
}
