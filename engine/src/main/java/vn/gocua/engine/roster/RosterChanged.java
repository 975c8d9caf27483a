package vn.gocua.engine.roster;

import java.time.Instant;
import java.util.List;
import vn.gocua.engine.campaign.Named;
import vn.gocua.engine.campaign.Overlay;
import vn.gocua.engine.campaign.TeamRow;
import vn.gocua.engine.journal.Event;
import vn.gocua.engine.journal.EventCodec;
import vn.gocua.engine.journal.Ledger;
import vn.gocua.engine.live.Projection;

/**
 * The fact that an admin has changed teams or hamlets. However many of them: it is one fact, so
 * that nobody ever sees half of an import.
 *
 * @param teams those entered or changed, as they are from then on
 * @param teamsRemoved codes of those struck off
 * @param hamlets those entered or renamed
 * @param hamletsRemoved codes of those struck off
 * @param by the account
 */
public record RosterChanged(
    List<TeamRow> teams,
    List<String> teamsRemoved,
    List<Named> hamlets,
    List<String> hamletsRemoved,
    String by,
    Instant at) {
  private static final String CHANGED = "roster-changed/1";

  public RosterChanged {
    teams = List.copyOf(teams);
    teamsRemoved = List.copyOf(teamsRemoved);
    hamlets = List.copyOf(hamlets);
    hamletsRemoved = List.copyOf(hamletsRemoved);
  }

  /** How the fact stands in the journal. */
  static final Ledger.Facts<RosterChanged> FACTS =
      new Ledger.Facts<>() {
        @Override
        public Event event(String stream, int n, RosterChanged fact) {
          return RosterChanged.event(stream, n, fact);
        }

        @Override
        public RosterChanged of(Event event) {
          return RosterChanged.of(event);
        }
      };

  /** Event n of a stream. The name and the JSON are frozen; an approval test holds them. */
  static Event event(String stream, int n, RosterChanged fact) {
    return new Event(Projection.idOf(stream, n), stream, CHANGED, EventCodec.json(fact), "{}");
  }

  /**
   * Reads the fact back.
   *
   * @throws IllegalArgumentException for an event of another kind
   */
  static RosterChanged of(Event event) {
    if (!event.type().equals(CHANGED)) {
      throw new IllegalArgumentException("not a change of the roster: " + event.type());
    }
    return EventCodec.read(event.content(), RosterChanged.class);
  }

  /** What lies on top of the files once this is known. */
  Overlay after(Overlay before) {
    return before.with(teams, teamsRemoved, hamlets, hamletsRemoved);
  }
}
