package vn.gocua.engine.transfer.archive;

import java.util.function.Consumer;

/**
 * Records that can be read from first to last, again and again.
 *
 * @param <T> events, or sealed records of the vault
 */
public interface RecordSource<T> {

  /** Number of records, as far as it is known before reading. */
  long size();

  /** Has no records. */
  static <T> RecordSource<T> nothing() {
    return new RecordSource<>() {
      @Override
      public long size() {
        return 0;
      }

      @Override
      public void read(Consumer<T> reader) {
        // Empty.
      }
    };
  }

  /** Hands over every record; of events, each stream's oldest first. */
  void read(Consumer<T> reader);
}
