package vn.gocua.engine.checkin;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import vn.gocua.engine.journal.Appended;
import vn.gocua.engine.journal.Event;
import vn.gocua.engine.journal.Journal;
import vn.gocua.engine.journal.JournalUnavailable;

/** A real journal that is lost in the middle of one append: what comes after is not stored. */
final class CutJournal implements Journal {
  private final Journal journal;
  private int events = Integer.MAX_VALUE;

  CutJournal(Journal journal) {
    this.journal = journal;
  }

  /** After so many more events the append under way fails, its outcome unknown; once. */
  synchronized void cutAfter(int more) {
    events = more;
  }

  @Override
  public synchronized List<Appended> append(List<Event> batch) {
    if (batch.size() <= events) {
      events -= events == Integer.MAX_VALUE ? 0 : batch.size();
      return journal.append(batch);
    }
    journal.append(batch.subList(0, events));
    events = Integer.MAX_VALUE;
    throw new JournalUnavailable("cut", null);
  }

  @Override
  public Map<String, Event> find(Collection<String> ids) {
    return journal.find(ids);
  }

  @Override
  public void readStream(String stream, Consumer<Event> reader) {
    journal.readStream(stream, reader);
  }

  @Override
  public void readAll(String streamPrefix, Consumer<Event> reader) {
    journal.readAll(streamPrefix, reader);
  }

  @Override
  public List<String> streams(String streamPrefix) {
    return journal.streams(streamPrefix);
  }

  @Override
  public long count(String stream) {
    return journal.count(stream);
  }

  @Override
  public long size() {
    return journal.size();
  }

  @Override
  public void close() {
    journal.close();
  }
}
