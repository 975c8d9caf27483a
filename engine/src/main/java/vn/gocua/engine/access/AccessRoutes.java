package vn.gocua.engine.access;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.access.activity.DeviceActivities;
import vn.gocua.engine.access.activity.DeviceActivity;
import vn.gocua.engine.access.naming.DeviceNames;
import vn.gocua.engine.access.state.Device;
import vn.gocua.engine.campaign.Campaign;
import vn.gocua.engine.http.api.Api;
import vn.gocua.engine.http.api.Call;
import vn.gocua.engine.http.json.FieldText;
import vn.gocua.engine.rights.Permission;
import vn.gocua.protocol.access.AccessEndpoints;
import vn.gocua.protocol.access.AccessReason;
import vn.gocua.protocol.access.Credentials;
import vn.gocua.protocol.access.DeviceList;
import vn.gocua.protocol.access.DeviceName;
import vn.gocua.protocol.access.EnrolledPhone;
import vn.gocua.protocol.access.EnrolmentCodeInfo;
import vn.gocua.protocol.access.Myself;
import vn.gocua.protocol.access.NewCode;
import vn.gocua.protocol.access.NewPhone;
import vn.gocua.protocol.access.SessionInfo;
import vn.gocua.protocol.campaign.CampaignReason;
import vn.gocua.protocol.refusal.Refusal;
import vn.gocua.protocol.refusal.RequestReason;

/** Signing in and out, enrolment codes, phones. */
final class AccessRoutes {
  private final SessionService sessions;
  private final DeviceService devices;
  private final DeviceActivities activities;
  private final DeviceNames names;
  private final Campaign campaign;
  private final String publicUrl;

  /**
   * @param publicUrl the address that phones can reach, without a slash at its end
   */
  public AccessRoutes(
      Access access,
      DeviceActivities activities,
      DeviceNames names,
      Campaign campaign,
      String publicUrl) {
    this.names = names;
    this.sessions = access.sessions();
    this.devices = access.devices();
    this.activities = activities;
    this.campaign = campaign;
    this.publicUrl = publicUrl;
  }

  public void mount(Api api) {
    api.on(AccessEndpoints.SIGN_IN)
        .everybody()
        .pausing(RequestReason.TOO_MANY_TRIES, AccessReason.SIGN_IN_BUSY)
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
    api.on(AccessEndpoints.DEVICES).may(Permission.ENROL_PHONES).blocking(this::devices);
    api.on(AccessEndpoints.NAME_DEVICE).may(Permission.ENROL_PHONES).done(this::name);
    api.on(AccessEndpoints.REVOKE_DEVICE).may(Permission.ENROL_PHONES).done(this::revoke);
  }

  static SessionInfo info(SessionService.SignedIn session) {
    return new SessionInfo(
        session.token(),
        session.role().code(),
        session.expiresAt(),
        session.mustChange(),
        session.browser());
  }

  private SessionInfo signIn(Call<Credentials> call) {
    Credentials shown = call.body();
    String username = shown.username().strip().toLowerCase(Locale.ROOT);
    return sessions
        .signIn(
            new SignInTry(
                username, shown.password(), shown.totp(), shown.browser(), call.address()))
        .map(AccessRoutes::info)
        .orElseThrow(() -> Refusal.of(AccessReason.WRONG_NAME_OR_PASSWORD));
  }

  private EnrolmentCodeInfo makeCode(Call<NewCode> call) {
    String team = call.path("team");
    if (campaign.team(team) == null) {
      throw Refusal.of(CampaignReason.UNKNOWN_TEAM, team);
    }
    NewCode wanted = call.bodyIfAny();
    int uses = wanted.uses() == null ? 1 : wanted.uses();
    Duration valid = wanted.hours() == null ? DeviceService.CODE : Duration.ofHours(wanted.hours());
    DeviceService.MadeCode made = devices.makeCode(team, uses, valid, call.by());
    return new EnrolmentCodeInfo(
        made.code(), publicUrl + "/#code=" + made.code(), made.expiresAt());
  }

  private void name(Call<DeviceName> call) {
    name(call.path("device"), call.body().name(), call.by());
  }

  /** The name is in the vault before the journal has its ref; a former one is erased after that. */
  private void name(String device, @Nullable String name, String by) {
    if (devices.find(device) == null) {
      throw Refusal.of(AccessReason.UNKNOWN_DEVICE);
    }
    devices.name(device, names.keep(device, name), by).ifPresent(names::erase);
  }

  /**
   * A member's name is personal data: it stays on the phone. A name of the phone is kept in the
   * vault.
   */
  private EnrolledPhone enrol(Call<NewPhone> call) {
    NewPhone phone = call.body();
    String named = phone.enrolment();
    DeviceService.Enrolled enrolled =
        devices
            .enrol(phone.code(), named == null ? null : FieldText.uuid(named, "enrolment"))
            .orElseThrow(() -> Refusal.of(AccessReason.CODE_NOT_VALID));
    if (phone.name() != null && !phone.name().isBlank()) {
      name(enrolled.device(), phone.name(), enrolled.device());
    }
    return new EnrolledPhone(enrolled.device(), enrolled.token(), enrolled.team());
  }

  private DeviceList devices(Call<?> call) {
    return new DeviceList(devices.all(call.query("team")).stream().map(this::listed).toList());
  }

  private DeviceList.Row listed(Device device) {
    DeviceActivity activity = activities.of(device.device());
    return new DeviceList.Row(
        device.device(),
        device.team(),
        device.enrolledAt(),
        device.isOver(),
        activity == null ? null : activity.at(),
        activity == null ? null : activity.waiting(),
        activity == null ? null : activity.app(),
        activity == null ? null : activities.overQuotaAt(activity),
        names.of(device.name()),
        device.isUnused() ? "unused" : null,
        device.usedOn());
  }

  private void revoke(Call<?> call) {
    if (!devices.revoke(call.path("device"), call.by())) {
      throw Refusal.of(AccessReason.UNKNOWN_DEVICE);
    }
  }
}
