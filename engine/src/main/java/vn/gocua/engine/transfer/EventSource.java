package vn.gocua.engine.transfer;

import java.util.function.Consumer;
import vn.gocua.engine.journal.Event;

/** Events that can be read from first to last, again and again. */
interface EventSource {

  /** How many there are, as far as is known before reading them. */
  long size();

  /** Hands over every event, each stream's oldest first. */
  void read(Consumer<Event> reader);
}
