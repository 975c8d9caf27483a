package vn.gocua.engine.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.journal.Event;
import vn.gocua.engine.journal.EventCodec;
import vn.gocua.engine.journal.Ledger;
import vn.gocua.engine.live.Projection;

/**
 * What happened to accounts, sessions, enrolment codes and phones. No names of people, no secrets:
 * passwords and tokens only as hashes.
 */
public sealed interface AccessFact {
  /**
   * An account was opened.
   *
   * @param by the admin; null for the first account, which the engine opens itself
   * @param oneTime true if the password must be changed at the first sign-in
   */
  record AccountOpened(
      String username,
      Role role,
      String passwordHash,
      Instant at,
      @Nullable String by,
      @Nullable Boolean oneTime)
      implements AccessFact {}

  /**
   * An account has another password; its sessions end.
   *
   * @param by the admin or the account itself; null if it was done on the engine's machine
   * @param oneTime true if it must be changed at the next sign-in
   */
  record PasswordChanged(
      String passwordHash, Instant at, @Nullable String by, @Nullable Boolean oneTime)
      implements AccessFact {}

  record AccountDisabled(String by, Instant at) implements AccessFact {}

  record AccountEnabled(String by, Instant at) implements AccessFact {}

  record RoleChanged(Role role, String by, Instant at) implements AccessFact {}

  /** All sessions of an account were ended. */
  record SessionsEnded(String by, Instant at) implements AccessFact {}

  /**
   * An account asks for a code of an authenticator from now on.
   *
   * @param seed with the vault's secret it gives the authenticator's; by itself it gives nothing
   */
  record TotpEnabled(String seed, String by, Instant at) implements AccessFact {}

  record TotpDisabled(@Nullable String by, Instant at) implements AccessFact {}

  record SessionOpened(String username, Role role, String secretHash, Instant at, Instant expiresAt)
      implements AccessFact {}

  /**
   * A session was closed.
   *
   * @param by the account; older engines did not write it
   */
  record SessionClosed(Instant at, @Nullable String by) implements AccessFact {}

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
          case AccountDisabled _ -> "account-disabled/1";
          case AccountEnabled _ -> "account-enabled/1";
          case RoleChanged _ -> "role-changed/1";
          case SessionsEnded _ -> "sessions-ended/1";
          case TotpEnabled _ -> "totp-enabled/1";
          case TotpDisabled _ -> "totp-disabled/1";
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
          case "account-disabled/1" -> AccountDisabled.class;
          case "account-enabled/1" -> AccountEnabled.class;
          case "role-changed/1" -> RoleChanged.class;
          case "sessions-ended/1" -> SessionsEnded.class;
          case "totp-enabled/1" -> TotpEnabled.class;
          case "totp-disabled/1" -> TotpDisabled.class;
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
