package vn.gocua.engine.targets;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import vn.gocua.engine.campaign.Target;
import vn.gocua.engine.campaign.Targets;
import vn.gocua.engine.journal.Event;
import vn.gocua.engine.journal.EventCodec;
import vn.gocua.engine.journal.Ledger;
import vn.gocua.engine.live.Projection;

/**
 * The fact that leaders have set targets; from then on these count, not the files'.
 *
 * @param teams check-ins by team, of those teams that were set; sorted
 * @param by the account
 */
public record TargetsChanged(
    int checkIns, int residents, Map<String, Integer> teams, String by, Instant at) {
  private static final String CHANGED = "targets-changed/1";

  public TargetsChanged {
    teams = new TreeMap<>(teams);
  }

  /** How the fact stands in the journal. */
  static final Ledger.Facts<TargetsChanged> FACTS =
      new Ledger.Facts<>() {
        @Override
        public Event event(String stream, int n, TargetsChanged fact) {
          return TargetsChanged.event(stream, n, fact);
        }

        @Override
        public TargetsChanged of(Event event) {
          return TargetsChanged.of(event);
        }
      };

  /** Event n of a stream. The name and the JSON are frozen; an approval test holds them. */
  static Event event(String stream, int n, TargetsChanged fact) {
    return new Event(Projection.idOf(stream, n), stream, CHANGED, EventCodec.json(fact), "{}");
  }

  /**
   * Reads the fact back.
   *
   * @throws IllegalArgumentException for an event of another kind
   */
  static TargetsChanged of(Event event) {
    if (!event.type().equals(CHANGED)) {
      throw new IllegalArgumentException("not a change of targets: " + event.type());
    }
    return EventCodec.read(event.content(), TargetsChanged.class);
  }

  /** What is promised once this is known. */
  Targets after(Targets before) {
    return before.with(new Target(checkIns, residents), teams);
  }
}
