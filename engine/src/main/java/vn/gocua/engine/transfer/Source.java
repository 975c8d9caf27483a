package vn.gocua.engine.transfer;

import java.util.function.Consumer;

/**
 * Records that can be read from first to last, again and again.
 *
 * @param <T> events, or sealed records of the vault
 */
interface Source<T> {

  /** How many there are, as far as is known before reading them. */
  long size();

  /** Hands over every record; of events, each stream's oldest first. */
  void read(Consumer<T> reader);
}
