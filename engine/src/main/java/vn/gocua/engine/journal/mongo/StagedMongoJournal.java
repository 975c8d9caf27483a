package vn.gocua.engine.journal.mongo;

import java.time.Clock;
import vn.gocua.engine.journal.Journal;
import vn.gocua.engine.journal.JournalExists;
import vn.gocua.engine.journal.StagedJournal;

/**
 * A journal in the making in a MongoDB replica set: the collection {@code events_unfinished},
 * renamed in the end.
 */
public final class StagedMongoJournal implements StagedJournal {
  private static final String UNFINISHED = "events_unfinished";

  private final MongoJournal journal;

  private StagedMongoJournal(MongoJournal journal) {
    this.journal = journal;
  }

  /**
   * Begins or resumes a staged journal.
   *
   * @param uri as for {@link MongoJournal#open}
   * @throws JournalExists if the database has a journal with documents
   */
  public static StagedMongoJournal open(String uri, Clock clock) {
    MongoJournal journal = MongoJournal.open(uri, UNFINISHED, clock);
    if (journal.sizeOf(MongoJournal.EVENTS) > 0) {
      journal.close();
      throw new JournalExists(MongoJournal.EVENTS);
    }
    return new StagedMongoJournal(journal);
  }

  @Override
  public Journal journal() {
    return journal;
  }

  @Override
  public String place() {
    return UNFINISHED;
  }

  @Override
  public void finish() {
    if (journal.sizeOf(MongoJournal.EVENTS) > 0) {
      throw new JournalExists(MongoJournal.EVENTS);
    }
    journal.rename(MongoJournal.EVENTS);
  }

  @Override
  public void close() {
    journal.close();
  }
}
