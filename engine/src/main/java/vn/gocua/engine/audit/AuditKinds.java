package vn.gocua.engine.audit;

import static vn.gocua.engine.audit.AuditKind.STREAM;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Which facts the audit tells. The codes are a contract; some are added, none is renamed. */
final class AuditKinds {
  private static final String ACCOUNT = "account/";
  private static final String SESSION = "session/";
  private static final String SIGN_INS = "sign-ins/";
  private static final String CODE = "enrolment-code/";
  private static final String DEVICE = "device/";
  private static final String NOTICE = "notice/";
  private static final String SCREEN = "screen/";
  private static final String CLASS = "class/";
  private static final String HELP = "help-request/";
  private static final String DOCUMENT = "document/";

  /** The area of check-ins, of which only voids are told: too many to be read one by one. */
  static final String CHECK_INS = "check-ins/";

  private static final List<AuditKind> ALL =
      List.of(
          kind("account-opened/1", ACCOUNT, "account-opened", "by", "username", "role"),
          kind("password-changed/1", ACCOUNT, "password-changed", "by", STREAM, "oneTime"),
          kind("account-disabled/1", ACCOUNT, "account-disabled", "by", STREAM),
          kind("account-enabled/1", ACCOUNT, "account-enabled", "by", STREAM),
          kind("role-changed/1", ACCOUNT, "role-changed", "by", STREAM, "role"),
          kind("sessions-ended/1", ACCOUNT, "sessions-ended", "by", STREAM),
          kind("totp-enabled/1", ACCOUNT, "totp-enabled", "by", STREAM),
          kind("totp-disabled/1", ACCOUNT, "totp-disabled", "by", STREAM),
          kind("session-opened/1", SESSION, "signed-in", "username", "username", "role"),
          kind("session-closed/1", SESSION, "signed-out", "by", "by"),
          kind("sign-in-failed/1", SIGN_INS, "sign-in-failed", "username", "username", "why"),
          kind("sign-in-locked/1", SIGN_INS, "sign-in-locked", "username", "username"),
          kind("enrolment-code-made/1", CODE, "code-made", "by", "team", "uses", "expiresAt"),
          kind("device-enrolled/1", DEVICE, "phone-enrolled", "device", "device", "team"),
          kind("device-revoked/1", DEVICE, "phone-revoked", "by", STREAM),
          kind(
              "personal-data-read/1",
              "personal-data-read/",
              "personal-data-read",
              "by",
              "about",
              "purpose"),
          kind("exported/1", "exports", "exported", "by", "file", "from", "to", "team"),
          kind("notice-published/1", NOTICE, "notice-published", "by", "id", "text", "until"),
          kind("notice-withdrawn/1", NOTICE, "notice-withdrawn", "by", STREAM),
          kind("screen-accepted/1", SCREEN, "screen-accepted", "by", STREAM, "place"),
          kind("screen-revoked/1", SCREEN, "screen-revoked", "by", STREAM),
          kind("class-scheduled/1", CLASS, "class-scheduled", "by", STREAM),
          kind("class-changed/1", CLASS, "class-changed", "by", STREAM),
          kind("class-cancelled/1", CLASS, "class-cancelled", "by", STREAM),
          kind("help-reassigned/1", HELP, "help-reassigned", "by", STREAM, "team"),
          kind("help-cancelled/1", HELP, "help-cancelled", "by", STREAM, "reason"),
          kind("help-contact-erased/1", HELP, "help-contact-erased", "by", STREAM, "why"),
          kind("vault-given-up/1", "vault", "vault-given-up", "by", ""),
          kind(
              "document-shared/1",
              DOCUMENT,
              "document-shared",
              "by",
              "id",
              "name",
              "size",
              "until"),
          kind("document-withdrawn/1", DOCUMENT, "document-withdrawn", "by", STREAM),
          kind(
              "targets-changed/1",
              "targets",
              "targets-changed",
              "by",
              "",
              "checkIns",
              "residents",
              "teams"),
          kind(
              "roster-changed/1",
              "roster",
              "roster-changed",
              "by",
              "",
              "teams",
              "teamsRemoved",
              "hamlets",
              "hamletsRemoved"),
          kind("campaign-closed/1", "closing", "campaign-closed", "by", "", "lateUntil"),
          kind("campaign-reopened/1", "closing", "campaign-reopened", "by", ""),
          kind("campaign-archived/1", "closing", "campaign-archived", "by", "file", "sha256"),
          kind("alert-acknowledged/1", "alerts", "alert-acknowledged", "by", "key"),
          kind("alert-reopened/1", "alerts", "alert-reopened", "by", "key"),
          kind("training-reported/1", "training", "training-reported", "by", "", "units"),
          kind(
              "check-in-voided/1",
              CHECK_INS,
              "check-in-voided",
              "by",
              "checkIn",
              "reason",
              "replacedBy"));

  private static final Map<String, AuditKind> BY_TYPE =
      ALL.stream().collect(Collectors.toUnmodifiableMap(AuditKind::type, Function.identity()));

  private AuditKinds() {}

  private static AuditKind kind(
      String type, String area, String what, String who, String about, String... details) {
    return new AuditKind(type, area, what, who, about, List.of(details));
  }

  static Map<String, AuditKind> byType() {
    return BY_TYPE;
  }

  /** The codes of all that is told. */
  static Set<String> codes() {
    return ALL.stream().map(AuditKind::what).collect(Collectors.toCollection(TreeSet::new));
  }

  /** Where facts of such codes may lie; all areas if there are no codes. */
  static Set<String> areas(Set<String> codes) {
    return ALL.stream()
        .filter(kind -> codes.isEmpty() || codes.contains(kind.what()))
        .map(AuditKind::area)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
