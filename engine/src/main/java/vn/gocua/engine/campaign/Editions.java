package vn.gocua.engine.campaign;

import java.util.List;
import java.util.Optional;
import vn.gocua.engine.journal.Appended;
import vn.gocua.engine.journal.Event;
import vn.gocua.engine.journal.EventCodec;
import vn.gocua.engine.journal.Journal;

/**
 * The editions that the engines of a cluster were started with, each once by its revision: the one
 * with the highest revision counts for all of them. All calls block.
 */
public final class Editions {
  private static final String REVISED = "campaign-revised/1";

  private final String stream;
  private final Journal journal;

  public Editions(String campaign, Journal journal) {
    this.stream = campaign + "/editions";
    this.journal = journal;
  }

  /** Makes an edition known; returns whether it is, and not another one of the same revision. */
  public boolean propose(Edition edition) {
    Event event =
        new Event(
            stream + "/" + edition.revision(), stream, REVISED, EventCodec.json(edition), "{}");
    Event known = journal.find(List.of(event.id())).get(event.id());
    return known != null
        ? known.statesTheSameAs(event)
        : !(journal.append(List.of(event)).getFirst() instanceof Appended.Conflict);
  }

  /** The edition with the highest revision. */
  public Optional<Edition> latest() {
    Edition[] latest = new Edition[1];
    journal.readStream(
        stream,
        event -> {
          Edition edition = EventCodec.read(event.content(), Edition.class);
          if (latest[0] == null || edition.revision() > latest[0].revision()) {
            latest[0] = edition;
          }
        });
    return Optional.ofNullable(latest[0]);
  }
}
