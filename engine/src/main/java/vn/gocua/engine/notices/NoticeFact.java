package vn.gocua.engine.notices;

import java.time.Instant;
import java.util.List;
import vn.gocua.engine.journal.Event;
import vn.gocua.engine.journal.EventCodec;
import vn.gocua.engine.journal.Ledger;
import vn.gocua.engine.live.Projection;

/** What happened to notices. They are for everybody's eyes; no personal data belongs in them. */
public sealed interface NoticeFact {
  /**
   * A notice was published.
   *
   * @param until in the campaign's time; from then on it is no longer shown
   */
  record NoticePublished(
      String id, String text, Instant until, List<Place> where, String by, Instant at)
      implements NoticeFact {}

  record NoticeWithdrawn(String by, Instant at) implements NoticeFact {}

  /** How these facts stand in the journal. */
  Ledger.Facts<NoticeFact> FACTS =
      new Ledger.Facts<>() {
        @Override
        public Event event(String stream, int n, NoticeFact fact) {
          return NoticeFact.event(stream, n, fact);
        }

        @Override
        public NoticeFact of(Event event) {
          return NoticeFact.of(event);
        }
      };

  /** Event n of a stream. The names and the JSON are frozen; approval tests hold them. */
  static Event event(String stream, int n, NoticeFact fact) {
    String type =
        switch (fact) {
          case NoticePublished _ -> "notice-published/1";
          case NoticeWithdrawn _ -> "notice-withdrawn/1";
        };
    return new Event(Projection.idOf(stream, n), stream, type, EventCodec.json(fact), "{}");
  }

  /**
   * Reads a fact back.
   *
   * @throws IllegalArgumentException for an event of another kind
   */
  static NoticeFact of(Event event) {
    Class<? extends NoticeFact> type =
        switch (event.type()) {
          case "notice-published/1" -> NoticePublished.class;
          case "notice-withdrawn/1" -> NoticeWithdrawn.class;
          default -> throw new IllegalArgumentException("not a notice's event: " + event.type());
        };
    return EventCodec.read(event.content(), type);
  }
}
