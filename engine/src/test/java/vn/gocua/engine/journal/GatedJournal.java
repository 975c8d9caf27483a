package vn.gocua.engine.journal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/** A real journal whose appends pass a gate, one permit each, and may be told to fail. */
final class GatedJournal implements Journal {
  private final Journal journal;
  private final Semaphore gate = new Semaphore(0);
  private final List<Integer> sizes = Collections.synchronizedList(new ArrayList<>());
  private volatile boolean failing;

  GatedJournal(Journal journal) {
    this.journal = journal;
  }

  /** Lets some appends pass. */
  GatedJournal open(int appends) {
    gate.release(appends);
    return this;
  }

  void fail(boolean now) {
    failing = now;
  }

  /** How many events each append so far brought, those that failed included. */
  List<Integer> sizes() {
    return List.copyOf(sizes);
  }

  @Override
  public List<Appended> append(List<Event> events) {
    sizes.add(events.size());
    gate.acquireUninterruptibly();
    if (failing) {
      throw new JournalUnavailable("told to fail", null);
    }
    return journal.append(events);
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
