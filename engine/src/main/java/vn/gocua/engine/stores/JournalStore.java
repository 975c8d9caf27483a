package vn.gocua.engine.stores;

import java.time.Clock;
import vn.gocua.engine.config.Settings;
import vn.gocua.engine.config.StartRefused;
import vn.gocua.engine.journal.Journal;
import vn.gocua.engine.journal.mongo.MongoJournal;
import vn.gocua.engine.journal.sqlite.SqliteJournal;

/** The journal that the settings name. */
public final class JournalStore {
  private JournalStore() {}

  /**
   * Opens the journal; the caller closes it.
   *
   * @param realTime dates new events
   * @throws StartRefused if the embedded one was lost from a data folder that had one
   */
  public static Journal open(Settings settings, Clock realTime) {
    if (!settings.journal().equals(Settings.EMBEDDED)) {
      return MongoJournal.open(settings.journal(), realTime);
    }
    LostJournal.refuse(settings);
    return SqliteJournal.open(settings.journalFile());
  }
}
