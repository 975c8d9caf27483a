package vn.gocua.engine.transfer.archive;

import vn.gocua.base.console.Console;

/** A file is no archive, or not as it was written; nothing of it may be used. */
public final class DamagedArchive extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DamagedArchive(String key, Object... arguments) {
    super(Console.text(key, arguments), null, false, false);
  }
}
