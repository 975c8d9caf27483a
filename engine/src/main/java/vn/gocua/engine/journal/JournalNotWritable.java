package vn.gocua.engine.journal;

import java.nio.file.Path;

/** The journal's file cannot be written: its permissions, a read-only disk, or a full one. */
public final class JournalNotWritable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public JournalNotWritable(Path file, Throwable cause) {
    super(file + ": " + cause.getMessage(), cause);
  }
}
