package vn.gocua.engine.checkin;

import java.util.List;
import vn.gocua.engine.journal.Appended;
import vn.gocua.engine.journal.Event;
import vn.gocua.engine.journal.ForwardingJournal;
import vn.gocua.engine.journal.Journal;
import vn.gocua.engine.journal.JournalUnavailable;

/** A real journal that is lost in the middle of one append: what comes after is not stored. */
final class CutJournal extends ForwardingJournal {
  private int events = Integer.MAX_VALUE;

  CutJournal(Journal journal) {
    super(journal);
  }

  /** After so many more events the append under way fails, its outcome unknown; once. */
  synchronized void cutAfter(int more) {
    events = more;
  }

  @Override
  public synchronized List<Appended> append(List<Event> batch) {
    if (batch.size() <= events) {
      events -= events == Integer.MAX_VALUE ? 0 : batch.size();
      return super.append(batch);
    }
    super.append(batch.subList(0, events));
    events = Integer.MAX_VALUE;
    throw new JournalUnavailable("cut", null);
  }
}
