package vn.gocua.engine.journal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A real journal behind one that does something of its own now and then. */
public abstract class ForwardingJournal implements Journal {
  private final Journal journal;

  protected ForwardingJournal(Journal journal) {
    this.journal = journal;
  }

  @Override
  public List<Appended> append(List<Event> events) {
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
  public Map<String, Integer> versions(String streamPrefix) {
    return journal.versions(streamPrefix);
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
