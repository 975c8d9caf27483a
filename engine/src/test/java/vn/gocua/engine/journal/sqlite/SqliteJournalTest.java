package vn.gocua.engine.journal.sqlite;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import vn.gocua.engine.journal.Journal;
import vn.gocua.engine.journal.JournalContract;

class SqliteJournalTest extends JournalContract {
  @TempDir private Path folder;

  @Override
  protected Journal open() {
    return SqliteJournal.open(folder.resolve("journal.db"));
  }
}
