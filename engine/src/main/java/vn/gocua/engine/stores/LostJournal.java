package vn.gocua.engine.stores;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import vn.gocua.base.console.Console;
import vn.gocua.engine.config.Settings;
import vn.gocua.engine.config.StartRefused;

/**
 * Detects that the journal's file is missing or empty in a used data folder, so that a loss is not
 * hidden.
 *
 * <p>Vault and token are made after the journal's tables: an empty file without them is an
 * interrupted first start. Logs prove nothing: they begin before the journal.
 */
final class LostJournal {
  private LostJournal() {}

  /**
   * Looks before SQLite does: opening an empty file, it would throw away a write-ahead log beside
   * it.
   *
   * @throws StartRefused if the journal was lost
   */
  static void refuse(Settings settings) {
    Path journal = settings.journalFile();
    Path vault = settings.data().resolve(Settings.VAULT_FILE);
    boolean there = Files.exists(journal);
    if (there && !isEmpty(journal)) {
      return;
    }
    boolean used = Files.exists(vault) && !isEmpty(vault);
    // A folder whose journal was kept in MongoDB has a token too, but no file of the journal.
    used |= there && Files.exists(settings.data().resolve(KioskToken.FILE));
    if (used) {
      throw new StartRefused(
          StartRefused.Reason.JOURNAL, Console.text("start.journal-lost", journal));
    }
  }

  private static boolean isEmpty(Path file) {
    try {
      return Files.size(file) == 0;
    } catch (IOException _) {
      // Opening the file will report the fault.
      return false;
    }
  }
}
