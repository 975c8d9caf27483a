package vn.gocua.engine.closing;

import java.time.Instant;
import vn.gocua.engine.journal.Event;
import vn.gocua.engine.journal.EventCodec;
import vn.gocua.engine.journal.Ledger;
import vn.gocua.engine.live.Projection;

/** What admins did to end a campaign. */
public sealed interface ClosingFact {

  /**
   * The campaign was closed, or the time for late phones was set anew.
   *
   * @param closedAt what happened later does not count
   * @param lateUntil up to when phones may deliver what happened before
   * @param by the account
   */
  record CampaignClosed(Instant closedAt, Instant lateUntil, String by, Instant at)
      implements ClosingFact {}

  /** It had been closed by mistake, or goes on after all. */
  record CampaignReopened(String by, Instant at) implements ClosingFact {}

  /**
   * Everything was put into one file.
   *
   * @param file its name in the folder of archives
   * @param bytes its length
   * @param sha256 its checksum, hexadecimal
   * @param version of the board whose figures are in it
   */
  record CampaignArchived(
      String file, long bytes, String sha256, long version, String by, Instant at)
      implements ClosingFact {}

  /** How the facts stand in the journal. */
  Ledger.Facts<ClosingFact> FACTS =
      new Ledger.Facts<>() {
        @Override
        public Event event(String stream, int n, ClosingFact fact) {
          return ClosingFact.event(stream, n, fact);
        }

        @Override
        public ClosingFact of(Event event) {
          return ClosingFact.of(event);
        }
      };

  /** Event n of a stream. Names and JSON are frozen; approval tests hold them. */
  static Event event(String stream, int n, ClosingFact fact) {
    String type =
        switch (fact) {
          case CampaignClosed _ -> "campaign-closed/1";
          case CampaignReopened _ -> "campaign-reopened/1";
          case CampaignArchived _ -> "campaign-archived/1";
        };
    return new Event(Projection.idOf(stream, n), stream, type, EventCodec.json(fact), "{}");
  }

  /**
   * Reads a fact back.
   *
   * @throws IllegalArgumentException for an event of another kind
   */
  static ClosingFact of(Event event) {
    return switch (event.type()) {
      case "campaign-closed/1" -> EventCodec.read(event.content(), CampaignClosed.class);
      case "campaign-reopened/1" -> EventCodec.read(event.content(), CampaignReopened.class);
      case "campaign-archived/1" -> EventCodec.read(event.content(), CampaignArchived.class);
      default -> throw new IllegalArgumentException("not about an end: " + event.type());
    };
  }
}
