package vn.gocua.engine.journal;

/** Outcome of one appended event. {@link #stored} is the journal's event. */
public sealed interface Appended {
  Event stored();

  /** Newly in the journal, durably. */
  record New(Event stored) implements Appended {}

  /** In the journal already; {@code stored} is the first try, under its own stream. */
  record Duplicate(Event stored) implements Appended {}

  /** Its id is in the journal with other content; nothing was changed. */
  record Conflict(Event stored) implements Appended {}

  /** The outcome of appending an event whose id is taken by {@code stored}. */
  static Appended taken(Event event, Event stored) {
    return stored.hasSameContent(event) ? new Duplicate(stored) : new Conflict(stored);
  }
}
