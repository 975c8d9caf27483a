package vn.gocua.engine.access;

import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Stream;
import vn.gocua.engine.access.state.AccessFact;
import vn.gocua.engine.access.state.AccessFact.AccountDisabled;
import vn.gocua.engine.access.state.AccessFact.AccountEnabled;
import vn.gocua.engine.access.state.AccessFact.AccountOpened;
import vn.gocua.engine.access.state.AccessFact.CodeMade;
import vn.gocua.engine.access.state.AccessFact.CodeUsed;
import vn.gocua.engine.access.state.AccessFact.DeviceEnded;
import vn.gocua.engine.access.state.AccessFact.DeviceEnrolled;
import vn.gocua.engine.access.state.AccessFact.DeviceNamed;
import vn.gocua.engine.access.state.AccessFact.DeviceRevoked;
import vn.gocua.engine.access.state.AccessFact.DeviceTermBegun;
import vn.gocua.engine.access.state.AccessFact.DeviceTokenRenewed;
import vn.gocua.engine.access.state.AccessFact.DeviceUsed;
import vn.gocua.engine.access.state.AccessFact.PasswordChanged;
import vn.gocua.engine.access.state.AccessFact.RoleChanged;
import vn.gocua.engine.access.state.AccessFact.SessionClosed;
import vn.gocua.engine.access.state.AccessFact.SessionOpened;
import vn.gocua.engine.access.state.AccessFact.SessionsEnded;
import vn.gocua.engine.access.state.AccessFact.TotpCodeRefused;
import vn.gocua.engine.access.state.AccessFact.TotpDisabled;
import vn.gocua.engine.access.state.AccessFact.TotpEnabled;
import vn.gocua.engine.access.state.AccessFact.TotpStepUsed;
import vn.gocua.engine.rights.Role;
import vn.gocua.engine.support.StoredFacts;

/** Accounts, sessions, codes and phones in journals out there can be read for ever. */
class StoredAccessTest extends StoredFacts<AccessFact> {
  private static final Instant AT = Instant.parse("2025-08-12T02:30:00.250Z");
  private static final Instant LATER = Instant.parse("2025-08-12T14:30:00.250Z");
  private static final String HASH =
      "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
  private static final String SESSION = "01989f2e-6a00-7c3a-9d52-3f1b7c9e0a41";
  private static final String ARGON =
      "$argon2id$v=19$m=19456,t=2,p=1$c2FsdHNhbHRzYWx0c2FsdA$aGFzaA";

  StoredAccessTest() {
    super(AccessFact.class, AccessFact.FACTS);
  }

  @Override
  protected Stream<Sample<AccessFact>> samples() {
    return Stream.of(
        new Sample<>(
            "account-opened-1",
            "hong-van-45/account/leader",
            1,
            new AccountOpened("leader", Role.ADMIN, ARGON, AT, null, null)),
        new Sample<>(
            "account-opened-1-by-admin",
            "hong-van-45/account/thu-ky",
            1,
            new AccountOpened("thu-ky", Role.LEADER, ARGON, AT, "leader", true)),
        new Sample<>(
            "password-changed-1",
            "hong-van-45/account/leader",
            2,
            new PasswordChanged(ARGON, AT, null, null)),
        new Sample<>(
            "password-changed-1-by-admin",
            "hong-van-45/account/thu-ky",
            3,
            new PasswordChanged(ARGON, AT, "leader", true)),
        new Sample<>(
            "account-disabled-1",
            "hong-van-45/account/thu-ky",
            4,
            new AccountDisabled("leader", AT)),
        new Sample<>(
            "account-enabled-1", "hong-van-45/account/thu-ky", 5, new AccountEnabled("leader", AT)),
        new Sample<>(
            "role-changed-1",
            "hong-van-45/account/thu-ky",
            6,
            new RoleChanged(Role.ADMIN, "leader", AT)),
        new Sample<>(
            "sessions-ended-1", "hong-van-45/account/thu-ky", 7, new SessionsEnded("thu-ky", AT)),
        new Sample<>(
            "totp-enabled-1",
            "hong-van-45/account/thu-ky",
            8,
            new TotpEnabled("c2VlZA", "thu-ky", AT, null)),
        new Sample<>(
            "totp-disabled-1",
            "hong-van-45/account/thu-ky",
            9,
            new TotpDisabled("thu-ky", AT, null)),
        new Sample<>(
            "totp-enabled-1-keeps",
            "hong-van-45/account/thu-ky",
            8,
            new TotpEnabled("c2VlZA", "thu-ky", AT, SESSION)),
        new Sample<>(
            "totp-disabled-1-keeps",
            "hong-van-45/account/thu-ky",
            9,
            new TotpDisabled("thu-ky", AT, SESSION)),
        new Sample<>(
            "totp-step-used-1",
            "hong-van-45/totp/thu-ky",
            1,
            new TotpStepUsed("c2VlZA", 58_498_860, null, AT)),
        new Sample<>(
            "totp-step-used-1-known",
            "hong-van-45/totp/thu-ky",
            2,
            new TotpStepUsed("c2VlZA", 58_498_861, true, AT)),
        new Sample<>(
            "totp-code-refused-1",
            "hong-van-45/totp/thu-ky",
            3,
            new TotpCodeRefused("c2VlZA", null, AT)),
        new Sample<>(
            "session-opened-1",
            "hong-van-45/session/01989f2e-6a00-7c3a-9d52-3f1b7c9e0a41",
            1,
            new SessionOpened("leader", Role.LEADER, HASH, AT, LATER)),
        new Sample<>(
            "session-closed-1",
            "hong-van-45/session/01989f2e-6a00-7c3a-9d52-3f1b7c9e0a41",
            2,
            new SessionClosed(AT, null)),
        new Sample<>(
            "session-closed-1-by",
            "hong-van-45/session/01989f2e-6a00-7c3a-9d52-3f1b7c9e0a41",
            2,
            new SessionClosed(AT, "leader")),
        new Sample<>(
            "enrolment-code-made-1",
            "hong-van-45/enrolment-code/" + HASH,
            1,
            new CodeMade("T07", 5, LATER, "leader", AT)),
        new Sample<>(
            "enrolment-code-used-1",
            "hong-van-45/enrolment-code/" + HASH,
            2,
            new CodeUsed("01989f00-0000-7000-8000-000000000007", AT)),
        new Sample<>(
            "device-enrolled-1",
            "hong-van-45/device/01989f00-0000-7000-8000-000000000007",
            1,
            new DeviceEnrolled("01989f00-0000-7000-8000-000000000007", "T07", HASH, AT)),
        new Sample<>(
            "device-token-renewed-1",
            "hong-van-45/device/01989f00-0000-7000-8000-000000000007",
            2,
            new DeviceTokenRenewed(HASH, AT)),
        new Sample<>(
            "device-revoked-1",
            "hong-van-45/device/01989f00-0000-7000-8000-000000000007",
            2,
            new DeviceRevoked("leader", AT)),
        new Sample<>(
            "device-used-1",
            "hong-van-45/device/01989f00-0000-7000-8000-000000000007",
            2,
            new DeviceUsed(LocalDate.parse("2025-08-12"), AT)),
        new Sample<>(
            "device-term-begun-1",
            "hong-van-45/device/01989f00-0000-7000-8000-000000000007",
            2,
            new DeviceTermBegun(LocalDate.parse("2025-08-12"), AT)),
        new Sample<>(
            "device-ended-1",
            "hong-van-45/device/01989f00-0000-7000-8000-000000000007",
            3,
            new DeviceEnded("unused", AT)),
        new Sample<>(
            "device-named-1",
            "hong-van-45/device/01989f00-0000-7000-8000-000000000007",
            2,
            new DeviceNamed("phone-name/" + HASH, "leader", AT)),
        new Sample<>(
            "device-named-1-none",
            "hong-van-45/device/01989f00-0000-7000-8000-000000000007",
            3,
            new DeviceNamed(null, "leader", AT)));
  }
}
