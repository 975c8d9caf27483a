package vn.gocua.engine.training;

import java.time.Instant;
import java.util.List;
import vn.gocua.engine.journal.Event;
import vn.gocua.engine.journal.EventCodec;
import vn.gocua.engine.journal.Ledger;
import vn.gocua.engine.live.Projection;

/**
 * The fact that somebody said how far the training of staff has come; the latest counts.
 *
 * @param units all of them, in the order they are shown
 * @param by the account
 */
public record TrainingReported(List<Unit> units, String by, Instant at) {
  private static final String REPORTED = "training-reported/1";

  /**
   * An office, a school, an association.
   *
   * @param trained how many of its people have been trained
   * @param total how many it has
   */
  public record Unit(String name, int trained, int total) {}

  public TrainingReported {
    units = List.copyOf(units);
  }

  /** How the fact stands in the journal. */
  static final Ledger.Facts<TrainingReported> FACTS =
      new Ledger.Facts<>() {
        @Override
        public Event event(String stream, int n, TrainingReported fact) {
          return TrainingReported.event(stream, n, fact);
        }

        @Override
        public TrainingReported of(Event event) {
          return TrainingReported.of(event);
        }
      };

  /** Event n of a stream. The name and the JSON are frozen; an approval test holds them. */
  static Event event(String stream, int n, TrainingReported fact) {
    return new Event(Projection.idOf(stream, n), stream, REPORTED, EventCodec.json(fact), "{}");
  }

  /**
   * Reads the fact back.
   *
   * @throws IllegalArgumentException for an event of another kind
   */
  static TrainingReported of(Event event) {
    if (!event.type().equals(REPORTED)) {
      throw new IllegalArgumentException("not a report on training: " + event.type());
    }
    return EventCodec.read(event.content(), TrainingReported.class);
  }
}
