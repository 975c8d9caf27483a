package vn.gocua.engine.stores;

import java.util.Optional;
import vn.gocua.base.console.Console;
import vn.gocua.engine.config.Settings;
import vn.gocua.engine.config.StartRefused;
import vn.gocua.engine.journal.DamagedJournal;
import vn.gocua.engine.journal.JournalNotWritable;
import vn.gocua.engine.journal.JournalUnavailable;

/** Explains to the operator why the journal prevents a start. */
public final class StartFailures {
  private StartFailures() {}

  /** The refusal for a failure, however deeply wrapped; empty if it is none of the journal's. */
  public static Optional<RuntimeException> in(RuntimeException failure, Settings settings) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      String why = String.valueOf(cause.getMessage());
      switch (cause) {
        case DamagedJournal _ -> {
          return refusal("start.journal-damaged", settings.journalFile(), why);
        }
        case JournalNotWritable _ -> {
          return refusal("start.journal-not-writable", why);
        }
        case JournalUnavailable _ -> {
          return settings.journal().equals(Settings.EMBEDDED)
              ? refusal("start.journal-no-answer", settings.journalFile(), why)
              : refusal("start.journal-unreachable", why);
        }
        default -> {}
      }
    }
    return Optional.empty();
  }

  private static Optional<RuntimeException> refusal(String key, Object... arguments) {
    return Optional.of(new StartRefused(StartRefused.Reason.JOURNAL, Console.text(key, arguments)));
  }
}
