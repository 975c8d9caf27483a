package vn.gocua.engine.journal.mongo;

import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;
import org.bson.Document;
import vn.gocua.engine.journal.Checksum;
import vn.gocua.engine.journal.DamagedJournal;
import vn.gocua.engine.journal.Event;

/** Events as documents of the journal's collection, with their place in their stream. */
final class EventDocuments {
  private final AtomicLong lastPlace = new AtomicLong();
  private final Clock clock;

  EventDocuments(Clock clock) {
    this.clock = clock;
  }

  /** An event as it is stored. */
  Document document(Event event) {
    return new Document("_id", event.id())
        .append("stream", event.stream())
        .append("place", place(event))
        .append("type", event.type())
        .append("content", event.content())
        .append("details", event.details())
        .append("checksum", Checksum.of(event));
  }

  /**
   * Sort key of an event in its stream: the number in its id if it has one, else the time of
   * writing.
   */
  private long place(Event event) {
    String stream = event.stream() + "/";
    if (event.id().startsWith(stream)) {
      String number = event.id().substring(stream.length());
      if (!number.isEmpty()
          && number.length() < 10
          && number.chars().allMatch(Character::isDigit)) {
        return Long.parseLong(number);
      }
    }
    long now = clock.millis() * 1000;
    return lastPlace.updateAndGet(last -> Math.max(last + 1, now));
  }

  /**
   * The event that a document stores.
   *
   * @throws DamagedJournal if it is not as it was written
   */
  static Event event(Document document) {
    Event event =
        new Event(
            document.getString("_id"),
            document.getString("stream"),
            document.getString("type"),
            document.getString("content"),
            document.getString("details"));
    if (document.getLong("checksum") != Checksum.of(event)) {
      throw new DamagedJournal(
          "event " + event.id() + " is not as it was written: its checksum differs");
    }
    return event;
  }
}
