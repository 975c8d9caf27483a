package vn.gocua.engine.access.state;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.fact.FactType;
import vn.gocua.engine.fact.FactTypes;
import vn.gocua.engine.rights.Role;

/**
 * Facts of accounts, sessions, enrolment codes and phones. They hold no people's names, and
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
   * An account needs an authenticator's code from now on.
   *
   * @param seed gives the authenticator's secret, together with the vault's key
   * @param keeps the session that goes on while all others end; older engines did not write it, and
   *     ended none
   */
  record TotpEnabled(String seed, String by, Instant at, @Nullable String keeps)
      implements AccessFact {}

  /**
   * No code is asked for any more.
   *
   * @param keeps as of {@link TotpEnabled}
   */
  record TotpDisabled(@Nullable String by, Instant at, @Nullable String keeps)
      implements AccessFact {}

  /**
   * A code of an authenticator was used: neither it nor an earlier one counts again.
   *
   * @param step since 1970, of 30 seconds each
   * @param known true if a known browser showed it
   */
  record TotpStepUsed(String seed, long step, @Nullable Boolean known, Instant at)
      implements AccessFact {}

  /**
   * After the right password came a code that was wrong, or used.
   *
   * @param known true if a known browser showed it
   */
  record TotpCodeRefused(String seed, @Nullable Boolean known, Instant at) implements AccessFact {}

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

  /**
   * A phone was used on a day of the running campaign; once a day at most.
   *
   * @param day by the campaign's clock
   */
  record DeviceUsed(LocalDate day, Instant at) implements AccessFact {}

  /**
   * From this day on a phone's days without use count, until it is used: it was enrolled before
   * such days were counted, or before the campaign ran.
   */
  record DeviceTermBegun(LocalDate day, Instant at) implements AccessFact {}

  /**
   * A phone's token ended by itself.
   *
   * @param why code of the cause: {@code unused}
   */
  record DeviceEnded(String why, Instant at) implements AccessFact {}

  /**
   * A phone has another name.
   *
   * @param name the vault's ref of it; null: it has none any more
   */
  record DeviceNamed(@Nullable String name, String by, Instant at) implements AccessFact {}

  /** Names of these facts in the journal. */
  FactTypes<AccessFact> FACTS =
      FactTypes.of(
          AccessFact.class,
          "an access event",
          FactType.of("account-opened/1", AccountOpened.class)
              .audited("account-opened", AccountOpened::by, AccountOpened::at)
              .about(AccountOpened::username)
              .with("role", AccountOpened::role),
          FactType.of("password-changed/1", PasswordChanged.class)
              .audited("password-changed", PasswordChanged::by, PasswordChanged::at)
              .with("oneTime", PasswordChanged::oneTime),
          FactType.of("account-disabled/1", AccountDisabled.class)
              .audited("account-disabled", AccountDisabled::by, AccountDisabled::at),
          FactType.of("account-enabled/1", AccountEnabled.class)
              .audited("account-enabled", AccountEnabled::by, AccountEnabled::at),
          FactType.of("role-changed/1", RoleChanged.class)
              .audited("role-changed", RoleChanged::by, RoleChanged::at)
              .with("role", RoleChanged::role),
          FactType.of("sessions-ended/1", SessionsEnded.class)
              .audited("sessions-ended", SessionsEnded::by, SessionsEnded::at),
          FactType.of("totp-enabled/1", TotpEnabled.class)
              .audited("totp-enabled", TotpEnabled::by, TotpEnabled::at),
          FactType.of("totp-disabled/1", TotpDisabled.class)
              .audited("totp-disabled", TotpDisabled::by, TotpDisabled::at),
          FactType.of("totp-step-used/1", TotpStepUsed.class),
          FactType.of("totp-code-refused/1", TotpCodeRefused.class),
          FactType.of("session-opened/1", SessionOpened.class)
              .audited("signed-in", SessionOpened::username, SessionOpened::at)
              .about(SessionOpened::username)
              .with("role", SessionOpened::role),
          FactType.of("session-closed/1", SessionClosed.class)
              .audited("signed-out", SessionClosed::by, SessionClosed::at)
              .about(SessionClosed::by),
          FactType.of("enrolment-code-made/1", CodeMade.class)
              .audited("code-made", CodeMade::by, CodeMade::at)
              .about(CodeMade::team)
              .with("uses", CodeMade::uses)
              .with("expiresAt", CodeMade::expiresAt),
          FactType.of("enrolment-code-used/1", CodeUsed.class),
          FactType.of("device-enrolled/1", DeviceEnrolled.class)
              .audited("phone-enrolled", DeviceEnrolled::device, DeviceEnrolled::at)
              .about(DeviceEnrolled::device)
              .with("team", DeviceEnrolled::team),
          FactType.of("device-token-renewed/1", DeviceTokenRenewed.class),
          FactType.of("device-revoked/1", DeviceRevoked.class)
              .audited("phone-revoked", DeviceRevoked::by, DeviceRevoked::at),
          FactType.of("device-used/1", DeviceUsed.class),
          FactType.of("device-term-begun/1", DeviceTermBegun.class),
          FactType.of("device-ended/1", DeviceEnded.class)
              .audited("phone-ended", _ -> null, DeviceEnded::at)
              .with("why", DeviceEnded::why),
          FactType.of("device-named/1", DeviceNamed.class)
              .audited("phone-named", DeviceNamed::by, DeviceNamed::at));
}
