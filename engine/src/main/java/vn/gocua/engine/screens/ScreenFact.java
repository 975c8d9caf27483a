package vn.gocua.engine.screens;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.journal.Event;
import vn.gocua.engine.journal.EventCodec;
import vn.gocua.engine.journal.Ledger;
import vn.gocua.engine.live.Projection;

/** What happened to a screen. Its secret stands here as a hash only. */
public sealed interface ScreenFact {
  /**
   * A screen asks to be accepted.
   *
   * @param until when its code stops being good
   */
  record ScreenOffered(String secretHash, Instant at, Instant until) implements ScreenFact {}

  /**
   * A leader lets it serve.
   *
   * @param place where it stands, in the leader's words
   */
  record ScreenAccepted(String by, @Nullable String place, Instant at) implements ScreenFact {}

  record ScreenRevoked(String by, Instant at) implements ScreenFact {}

  /** How these facts stand in the journal. */
  Ledger.Facts<ScreenFact> FACTS =
      new Ledger.Facts<>() {
        @Override
        public Event event(String stream, int n, ScreenFact fact) {
          return ScreenFact.event(stream, n, fact);
        }

        @Override
        public ScreenFact of(Event event) {
          return ScreenFact.of(event);
        }
      };

  /** Event n of a stream. The names and the JSON are frozen; approval tests hold them. */
  static Event event(String stream, int n, ScreenFact fact) {
    String type =
        switch (fact) {
          case ScreenOffered _ -> "screen-offered/1";
          case ScreenAccepted _ -> "screen-accepted/1";
          case ScreenRevoked _ -> "screen-revoked/1";
        };
    return new Event(Projection.idOf(stream, n), stream, type, EventCodec.json(fact), "{}");
  }

  /**
   * Reads a fact back.
   *
   * @throws IllegalArgumentException for an event of another kind
   */
  static ScreenFact of(Event event) {
    Class<? extends ScreenFact> type =
        switch (event.type()) {
          case "screen-offered/1" -> ScreenOffered.class;
          case "screen-accepted/1" -> ScreenAccepted.class;
          case "screen-revoked/1" -> ScreenRevoked.class;
          default -> throw new IllegalArgumentException("not a screen event: " + event.type());
        };
    return EventCodec.read(event.content(), type);
  }
}
