package vn.gocua.engine.stores;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import vn.gocua.base.console.Console;
import vn.gocua.engine.config.Settings;
import vn.gocua.engine.config.StartRefused;

/**
 * A journal's file that is gone or empty in a data folder that has been used: to begin anew there
 * would hide a loss.
 *
 * <p>The vault and the kiosk's token are made after the journal has its tables, so an empty file
 * without them is a first start that was cut off, and no loss. The logs say nothing: they begin
 * before the journal does.
 */
public final class LostJournal {
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
      // Whoever opens it says what is wrong with it.
      return false;
    }
  }
}
