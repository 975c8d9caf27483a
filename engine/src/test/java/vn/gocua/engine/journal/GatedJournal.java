package vn.gocua.engine.journal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Semaphore;

/** A real journal whose appends pass a gate, one permit each, and may be told to fail. */
final class GatedJournal extends ForwardingJournal {
  private final Semaphore gate = new Semaphore(0);
  private final List<Integer> sizes = Collections.synchronizedList(new ArrayList<>());
  private volatile boolean failing;

  GatedJournal(Journal journal) {
    super(journal);
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
    return super.append(events);
  }
}
