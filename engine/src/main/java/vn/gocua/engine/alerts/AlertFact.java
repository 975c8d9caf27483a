package vn.gocua.engine.alerts;

import java.time.Instant;
import vn.gocua.engine.journal.Event;
import vn.gocua.engine.journal.EventCodec;
import vn.gocua.engine.journal.Ledger;
import vn.gocua.engine.live.Projection;

/**
 * What leaders said of alerts. What an alert is, the desk works out; here it is a key that names a
 * team or a ticket, never a person.
 */
public sealed interface AlertFact {
  /** A leader knows of it and sees to it. */
  record AlertAcknowledged(String key, String by, Instant at) implements AlertFact {}

  /** It shall be shown again. */
  record AlertReopened(String key, String by, Instant at) implements AlertFact {}

  String key();

  /** How these facts stand in the journal. */
  Ledger.Facts<AlertFact> FACTS =
      new Ledger.Facts<>() {
        @Override
        public Event event(String stream, int n, AlertFact fact) {
          return AlertFact.event(stream, n, fact);
        }

        @Override
        public AlertFact of(Event event) {
          return AlertFact.of(event);
        }
      };

  /** Event n of a stream. The names and the JSON are frozen; approval tests hold them. */
  static Event event(String stream, int n, AlertFact fact) {
    String type =
        switch (fact) {
          case AlertAcknowledged _ -> "alert-acknowledged/1";
          case AlertReopened _ -> "alert-reopened/1";
        };
    return new Event(Projection.idOf(stream, n), stream, type, EventCodec.json(fact), "{}");
  }

  /**
   * Reads a fact back.
   *
   * @throws IllegalArgumentException for an event of another kind
   */
  static AlertFact of(Event event) {
    Class<? extends AlertFact> type =
        switch (event.type()) {
          case "alert-acknowledged/1" -> AlertAcknowledged.class;
          case "alert-reopened/1" -> AlertReopened.class;
          default -> throw new IllegalArgumentException("not an alert's event: " + event.type());
        };
    return EventCodec.read(event.content(), type);
  }
}
