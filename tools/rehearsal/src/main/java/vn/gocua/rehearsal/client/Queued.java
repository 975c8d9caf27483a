package vn.gocua.rehearsal.client;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gocua.rehearsal.counts.Tallied.Counted;

/** An item of a phone's queue, with the expected verdict. */
final class Queued {

  enum Expected {
    /** Taken, once. */
    TAKEN,
    /** A repeat of an entry before it in the queue. */
    KNOWN,
    REJECTED,
    CONFLICT
  }

  private final UUID id;
  private final SentItem item;
  private final Expected expected;
  private final Counted counted;
  private final @Nullable UUID replaces;
  private boolean tried;

  Queued(UUID id, SentItem item, Expected expected, Counted counted, @Nullable UUID replaces) {
    this.id = id;
    this.item = item;
    this.expected = expected;
    this.counted = counted;
    this.replaces = replaces;
  }

  UUID id() {
    return id;
  }

  SentItem item() {
    return item;
  }

  Expected expected() {
    return expected;
  }

  Counted counted() {
    return counted;
  }

  /** The entry that stops counting when this one is taken. */
  @Nullable UUID replaces() {
    return replaces;
  }

  /** Whether it was posted before, so that the engine may have it. */
  boolean tried() {
    return tried;
  }

  void markTried() {
    tried = true;
  }
}
