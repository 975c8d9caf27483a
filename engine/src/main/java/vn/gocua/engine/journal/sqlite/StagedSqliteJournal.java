package vn.gocua.engine.journal.sqlite;

import java.io.IOException;
import java.nio.file.Path;
import vn.gocua.engine.journal.Journal;
import vn.gocua.engine.journal.JournalExists;
import vn.gocua.engine.journal.JournalUnavailable;
import vn.gocua.engine.journal.StagedJournal;

/** A journal's file in the making. */
public final class StagedSqliteJournal implements StagedJournal {
  private final StagedFile file;
  private final SqliteJournal journal;

  private StagedSqliteJournal(StagedFile file, SqliteJournal journal) {
    this.file = file;
    this.journal = journal;
  }

  /**
   * Begins or resumes a staged journal.
   *
   * @param file its final place
   * @throws JournalExists if that file is there, or a side file of it
   */
  public static StagedSqliteJournal open(Path file) {
    StagedFile unfinished = StagedFile.of(file);
    return new StagedSqliteJournal(unfinished, SqliteJournal.open(unfinished.path()));
  }

  @Override
  public Journal journal() {
    return journal;
  }

  @Override
  public String place() {
    return file.path().toString();
  }

  @Override
  public void finish() {
    journal.close();
    try {
      file.finish();
    } catch (IOException e) {
      throw new JournalUnavailable(place() + ": " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    journal.close();
  }
}
