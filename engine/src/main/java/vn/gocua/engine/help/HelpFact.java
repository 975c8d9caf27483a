package vn.gocua.engine.help;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.journal.Event;
import vn.gocua.engine.journal.EventCodec;
import vn.gocua.engine.journal.Ledger;
import vn.gocua.engine.live.Projection;

/** What happened to a help request. Who asked stands in the vault, under an opaque ref. */
public sealed interface HelpFact {
  /**
   * A resident asked for help.
   *
   * @param id minted by the kiosk; the same id again is the same request
   * @param team the team of the hamlet that the ticket names
   * @param contact the vault's ref
   * @param secretHash of the secret on the ticket
   */
  record HelpRequested(
      String id,
      String code,
      String hamlet,
      String activity,
      String team,
      String contact,
      Consent consent,
      String secretHash,
      Instant at)
      implements HelpFact {}

  /** Evidence that consent was given: to which text, when by the kiosk's clock. */
  record Consent(String textVersion, Instant at) {}

  record HelpClaimed(String team, String by, Instant at) implements HelpFact {}

  record HelpReleased(String team, String by, Instant at) implements HelpFact {}

  /**
   * The team is done.
   *
   * @param checkIn id of the check-in that reports the visit
   */
  record HelpClosed(String team, String by, @Nullable String checkIn, Instant at)
      implements HelpFact {}

  /** How these facts stand in the journal. */
  Ledger.Facts<HelpFact> FACTS =
      new Ledger.Facts<>() {
        @Override
        public Event event(String stream, int n, HelpFact fact) {
          return HelpFact.event(stream, n, fact);
        }

        @Override
        public HelpFact of(Event event) {
          return HelpFact.of(event);
        }
      };

  /** Event n of a stream. The names and the JSON are frozen; approval tests hold them. */
  static Event event(String stream, int n, HelpFact fact) {
    String type =
        switch (fact) {
          case HelpRequested _ -> "help-requested/1";
          case HelpClaimed _ -> "help-claimed/1";
          case HelpReleased _ -> "help-released/1";
          case HelpClosed _ -> "help-closed/1";
        };
    return new Event(Projection.idOf(stream, n), stream, type, EventCodec.json(fact), "{}");
  }

  /**
   * Reads a fact back.
   *
   * @throws IllegalArgumentException for an event of another kind
   */
  static HelpFact of(Event event) {
    Class<? extends HelpFact> type =
        switch (event.type()) {
          case "help-requested/1" -> HelpRequested.class;
          case "help-claimed/1" -> HelpClaimed.class;
          case "help-released/1" -> HelpReleased.class;
          case "help-closed/1" -> HelpClosed.class;
          default -> throw new IllegalArgumentException("not a help event: " + event.type());
        };
    return EventCodec.read(event.content(), type);
  }
}
