package vn.gocua.engine.live;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.gocua.engine.journal.Journal;

/**
 * Compares live entries with their journal while events arrive. After a grace, each entry must have
 * the events that the journal had at the beginning. A stream that did not change meanwhile must be
 * equal. A differing entry is dropped and folded again.
 */
public final class Sweep<S> {
  private static final Logger log = LoggerFactory.getLogger(Sweep.class);

  private final Journal journal;
  private final HazelcastLiveView<S> view;

  public Sweep(Journal journal, HazelcastLiveView<S> view) {
    this.journal = journal;
    this.view = view;
  }

  /** The journal's events of some streams at one moment; call {@link #finish} after a grace. */
  public final class Begun {
    private final Map<String, IdSet> journaled = new HashMap<>();

    private Begun(Collection<String> streams) {
      for (String stream : streams) {
        IdSet ids = new IdSet();
        journal.readIds(stream, id -> ids.add(IdSet.Id.of(id)));
        journaled.put(stream, ids);
      }
    }

    /**
     * Compares and drops differing entries.
     *
     * @return number of differing streams: 0 in good health
     */
    public int finish() {
      int different = 0;
      for (var entry : journaled.entrySet()) {
        String stream = entry.getKey();
        boolean quiet = journal.count(stream) == entry.getValue().size();
        if (!view.holds(stream, entry.getValue(), false).join()
            || (quiet && !holdsNoMore(stream, entry.getValue()))) {
          different++;
          log.error("the live entry of {} differs from its journal and is folded anew", stream);
          view.refold(stream);
        }
      }
      return different;
    }

    /** A stream still quiet after the comparison, whose entry held something else, differs. */
    private boolean holdsNoMore(String stream, IdSet ids) {
      return view.holds(stream, ids, true).join() || journal.count(stream) != ids.size();
    }
  }

  /** Begins a sweep of some streams: reads their journal. */
  public Begun begin(Collection<String> streams) {
    return new Begun(streams);
  }
}
