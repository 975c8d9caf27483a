package vn.gocua.engine.journal;

import org.jspecify.annotations.Nullable;

/** The journal did not answer; what it was asked to append may or may not be there. Try again. */
public class JournalUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public JournalUnavailable(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
