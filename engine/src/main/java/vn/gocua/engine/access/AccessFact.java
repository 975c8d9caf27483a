package vn.gocua.engine.access;

import java.time.Instant;
import vn.gocua.engine.journal.Event;
import vn.gocua.engine.journal.EventCodec;
import vn.gocua.engine.journal.Ledger;
import vn.gocua.engine.live.Projection;

/**
 * What happened to accounts, sessions, enrolment codes and phones. No names of people, no secrets:
 * passwords and tokens only as hashes.
 */
public sealed interface AccessFact {
  record AccountOpened(String username, Role role, String passwordHash, Instant at)
      implements AccessFact {}

  record PasswordChanged(String passwordHash, Instant at) implements AccessFact {}

  record SessionOpened(String username, Role role, String secretHash, Instant at, Instant expiresAt)
      implements AccessFact {}

  record SessionClosed(Instant at) implements AccessFact {}

  record CodeMade(String team, int uses, Instant expiresAt, String by, Instant at)
      implements AccessFact {}

  record CodeUsed(String device, Instant at) implements AccessFact {}

  record DeviceEnrolled(String device, String team, String secretHash, Instant at)
      implements AccessFact {}

  /** A phone enrolled once more with its code: the answer with the first token had been lost. */
  record DeviceTokenRenewed(String secretHash, Instant at) implements AccessFact {}

  record DeviceRevoked(String by, Instant at) implements AccessFact {}

  /** How these facts stand in the journal. */
  Ledger.Facts<AccessFact> FACTS =
      new Ledger.Facts<>() {
        @Override
        public Event event(String stream, int n, AccessFact fact) {
          return AccessFact.event(stream, n, fact);
        }

        @Override
        public AccessFact of(Event event) {
          return AccessFact.of(event);
        }
      };

  /** Event n of a stream. The names and the JSON are frozen; approval tests hold them. */
  static Event event(String stream, int n, AccessFact fact) {
    String type =
        switch (fact) {
          case AccountOpened _ -> "account-opened/1";
          case PasswordChanged _ -> "password-changed/1";
          case SessionOpened _ -> "session-opened/1";
          case SessionClosed _ -> "session-closed/1";
          case CodeMade _ -> "enrolment-code-made/1";
          case CodeUsed _ -> "enrolment-code-used/1";
          case DeviceEnrolled _ -> "device-enrolled/1";
          case DeviceTokenRenewed _ -> "device-token-renewed/1";
          case DeviceRevoked _ -> "device-revoked/1";
        };
    return new Event(Projection.idOf(stream, n), stream, type, EventCodec.json(fact), "{}");
  }

  /**
   * Reads a fact back.
   *
   * @throws IllegalArgumentException for an event of another kind
   */
  static AccessFact of(Event event) {
    Class<? extends AccessFact> type =
        switch (event.type()) {
          case "account-opened/1" -> AccountOpened.class;
          case "password-changed/1" -> PasswordChanged.class;
          case "session-opened/1" -> SessionOpened.class;
          case "session-closed/1" -> SessionClosed.class;
          case "enrolment-code-made/1" -> CodeMade.class;
          case "enrolment-code-used/1" -> CodeUsed.class;
          case "device-enrolled/1" -> DeviceEnrolled.class;
          case "device-token-renewed/1" -> DeviceTokenRenewed.class;
          case "device-revoked/1" -> DeviceRevoked.class;
          default -> throw new IllegalArgumentException("not an access event: " + event.type());
        };
    return EventCodec.read(event.content(), type);
  }
}
