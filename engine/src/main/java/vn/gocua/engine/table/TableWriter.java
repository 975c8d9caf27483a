package vn.gocua.engine.table;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a table row by row, without keeping it in memory. Closing ends the file. */
public interface TableWriter extends Closeable {

  /**
   * Writes a row.
   *
   * @param cells texts, numbers, {@link java.time.LocalDate}s, {@link java.time.LocalDateTime}s,
   *     {@link java.time.LocalTime}s; null for an empty cell
   */
  void row(List<? extends @Nullable Object> cells) throws IOException;
}
