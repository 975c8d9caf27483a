package vn.gocua.engine.journal;

/** What became of one event that was to be appended; {@link #stored} is what the journal holds. */
public sealed interface Appended {
  Event stored();

  /** It is in the journal now, durably. */
  record New(Event stored) implements Appended {}

  /** It was there already; {@code stored} is the first try, under its own stream. */
  record Duplicate(Event stored) implements Appended {}

  /** Its id was there already with other content; nothing was changed. */
  record Conflict(Event stored) implements Appended {}

  /** The outcome of appending an event whose id is taken by {@code stored}. */
  static Appended taken(Event event, Event stored) {
    return stored.hasSameContent(event) ? new Duplicate(stored) : new Conflict(stored);
  }
}
