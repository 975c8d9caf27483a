package vn.gocua.engine.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.access.activity.DeviceActivities;
import vn.gocua.engine.access.activity.DeviceActivity;
import vn.gocua.engine.access.state.Device;
import vn.gocua.engine.campaign.Campaign;
import vn.gocua.engine.http.api.Api;
import vn.gocua.engine.http.api.Call;
import vn.gocua.engine.http.json.FieldText;
import vn.gocua.engine.rights.Permission;
import vn.gocua.protocol.AccessEndpoints;
import vn.gocua.protocol.access.Credentials;
import vn.gocua.protocol.access.NewCode;
import vn.gocua.protocol.access.NewPhone;
import vn.gocua.protocol.refusal.Refusal;

/** Signing in and out, enrolment codes, phones. */
public final class AccessRoutes {
  private final SessionService sessions;
  private final DeviceService devices;
  private final DeviceActivities activities;
  private final Campaign campaign;
  private final String publicUrl;

  /**
   * @param publicUrl the address that phones can reach, without a slash at its end
   */
  public AccessRoutes(
      Access access, DeviceActivities activities, Campaign campaign, String publicUrl) {
    this.sessions = access.sessions();
    this.devices = access.devices();
    this.activities = activities;
    this.campaign = campaign;
    this.publicUrl = publicUrl;
  }

  public void mount(Api api) {
    api.on(AccessEndpoints.SIGN_IN)
        .everybody()
        .pausing("too-many-tries", "sign-in-busy")
        .blocking(this::signIn);
    api.on(AccessEndpoints.WHO_AM_I)
        .may(Permission.OWN_SESSION)
        .instant(call -> new Myself(call.by(), call.leader().role().code()));
    api.on(AccessEndpoints.SIGN_OUT)
        .may(Permission.OWN_ACCOUNT)
        .done(call -> sessions.signOut(call.leader().id()));
    api.on(AccessEndpoints.MAKE_CODE)
        .may(Permission.ENROL_PHONES)
        .created()
        .blocking(this::makeCode);
    api.on(AccessEndpoints.ENROL).everybody().blocking(this::enrol);
    api.on(AccessEndpoints.DEVICES).may(Permission.ENROL_PHONES).instant(this::devices);
    api.on(AccessEndpoints.REVOKE_DEVICE).may(Permission.ENROL_PHONES).done(this::revoke);
  }

  record SignedIn(
      String token, String role, Instant expiresAt, boolean mustChangePassword, String browser) {
    static SignedIn of(SessionService.SignedIn session) {
      return new SignedIn(
          session.token(),
          session.role().code(),
          session.expiresAt(),
          session.mustChange(),
          session.browser());
    }
  }

  private SignedIn signIn(Call<Credentials> call) {
    Credentials shown = call.body();
    String username = shown.username().strip().toLowerCase(Locale.ROOT);
    return sessions
        .signIn(
            new SignInTry(
                username, shown.password(), shown.totp(), shown.browser(), call.address()))
        .map(SignedIn::of)
        .orElseThrow(() -> Refusal.notSignedIn("wrong-name-or-password"));
  }

  private record Myself(String username, String role) {}

  private record MadeCode(String code, String url, Instant expiresAt) {}

  private MadeCode makeCode(Call<NewCode> call) {
    String team = call.path("team");
    if (campaign.team(team) == null) {
      throw Refusal.unknown("unknown-team", team);
    }
    NewCode wanted = call.bodyIfAny();
    int uses = wanted.uses() == null ? 1 : wanted.uses();
    Duration valid = wanted.hours() == null ? DeviceService.CODE : Duration.ofHours(wanted.hours());
    DeviceService.MadeCode made = devices.makeCode(team, uses, valid, call.by());
    return new MadeCode(made.code(), publicUrl + "/#code=" + made.code(), made.expiresAt());
  }

  private record EnrolledPhone(String device, String token, String team) {}

  /** A member's name is personal data: it stays on the phone. */
  private EnrolledPhone enrol(Call<NewPhone> call) {
    NewPhone phone = call.body();
    String named = phone.enrolment();
    DeviceService.Enrolled enrolled =
        devices
            .enrol(phone.code(), named == null ? null : FieldText.uuid(named, "enrolment"))
            .orElseThrow(() -> Refusal.notSignedIn("code-not-valid"));
    return new EnrolledPhone(enrolled.device(), enrolled.token(), enrolled.team());
  }

  /** A phone. What it reported of itself is absent until it is first seen after the start. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record ListedDevice(
      String device,
      String team,
      Instant enrolledAt,
      boolean revoked,
      @Nullable Instant lastContactAt,
      @Nullable Integer waiting,
      @Nullable String app,
      @Nullable Instant overQuotaAt) {}

  private record Devices(List<ListedDevice> devices) {}

  private Devices devices(Call<?> call) {
    return new Devices(devices.all(call.query("team")).stream().map(this::listed).toList());
  }

  private ListedDevice listed(Device device) {
    DeviceActivity activity = activities.of(device.device());
    return new ListedDevice(
        device.device(),
        device.team(),
        device.enrolledAt(),
        device.revoked(),
        activity == null ? null : activity.at(),
        activity == null ? null : activity.waiting(),
        activity == null ? null : activity.app(),
        activity == null ? null : activities.overQuotaAt(activity));
  }

  private void revoke(Call<?> call) {
    if (!devices.revoke(call.path("device"), call.by())) {
      throw Refusal.unknown("unknown-device");
    }
  }
}
