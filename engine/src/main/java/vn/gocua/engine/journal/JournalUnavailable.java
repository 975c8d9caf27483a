package vn.gocua.engine.journal;

import org.jspecify.annotations.Nullable;

/**
 * The journal did not answer. The events may or may not be in it; appending them again is harmless.
 */
public class JournalUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public JournalUnavailable(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
