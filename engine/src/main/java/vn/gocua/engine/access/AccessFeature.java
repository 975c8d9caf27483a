package vn.gocua.engine.access;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import vn.gocua.base.time.Schedule;
import vn.gocua.engine.access.activity.DeviceActivities;
import vn.gocua.engine.access.activity.DeviceActivity;
import vn.gocua.engine.access.activity.RunningDay;
import vn.gocua.engine.access.naming.DeviceNames;
import vn.gocua.engine.access.password.PasswordHashing;
import vn.gocua.engine.access.password.PasswordPolicy;
import vn.gocua.engine.access.quota.PhoneQuota;
import vn.gocua.engine.access.state.Device;
import vn.gocua.engine.cluster.Channel;
import vn.gocua.engine.feature.CampaignContext;
import vn.gocua.engine.feature.Feature;
import vn.gocua.engine.http.api.Api;
import vn.gocua.engine.rights.Authenticator;
import vn.gocua.engine.stores.KioskToken;

/** Accounts, sessions, phones and their quota. */
public final class AccessFeature implements Feature {
  /** Soon after the start, so that the terms of phones enrolled before begin. */
  private static final Duration FIRST_TERMS = Duration.ofSeconds(20);

  private static final Duration TERMS = Duration.ofHours(1);

  private final CampaignContext context;
  private final PasswordPolicy policy;
  private final PasswordHashing hashing;
  private final Access access;
  private final DeviceActivities activities;
  private final PhoneQuota quota;
  private final DeviceNames names;
  private @Nullable String firstPassword;

  /**
   * @param overQuota called when a phone has used up its hour's quota
   */
  public AccessFeature(CampaignContext context, Runnable overQuota) {
    this.context = context;
    policy = new PasswordPolicy(() -> FirstAccount.names(context.campaign()));
    hashing =
        context.engine().closer().opened(new PasswordHashing(context.settings().passwordMemory()));
    Channel<DeviceActivity> seen =
        context.repositories().channels().json("access/sightings", DeviceActivity.class);
    activities = new DeviceActivities(context.realTime(), System::nanoTime, seen::publish);
    seen.subscribe(activities::receive, () -> {});
    quota =
        new PhoneQuota(
            context.settings().phoneQuota(),
            System::nanoTime,
            phone -> {
              overQuota.run();
              activities.overQuota(phone);
            });
    access =
        new Access(
            context.repositories(),
            context.realTime(),
            new Access.Secrets(
                seed -> context.vault().derived("totp", seed),
                () -> context.vault().subkey("gocua/browser/1"),
                KioskToken.of(context.settings())),
            hashing,
            policy,
            new Access.Phones(
                activities,
                quota,
                new RunningDay(context.campaign(), context.clock(), context.engineClock()::isSure),
                context.blocking()));
    names = new DeviceNames(context.vault(), context.realTime());
  }

  /** Reads accounts and phones into memory; makes the first account where there is none. */
  @Override
  public void load() {
    access.load();
    firstPassword = FirstAccount.ensure(access.accounts(), policy, context.settings());
  }

  @Override
  public void schedule(Schedule schedule) {
    DeviceService devices = access.devices();
    var _ = schedule.every("terms of phones", FIRST_TERMS, TERMS, devices.terms()::settle);
    var _ =
        schedule.every("names of no phone", TERMS, TERMS, () -> names.eraseOrphans(devices::names));
  }

  /** The first account's password, if it was made up at this start; to be shown once. */
  public @Nullable String firstPassword() {
    return firstPassword;
  }

  /** Authenticates callers of the API. */
  public Authenticator authenticator() {
    return access.authenticator();
  }

  /** Limits the check-ins that one phone may add in an hour. */
  public PhoneQuota quota() {
    return quota;
  }

  /** So many items that a phone counted as waiting have their answer. */
  public void settled(String phone, int items) {
    activities.settled(phone, items);
  }

  public Accounts accounts() {
    return access.accounts();
  }

  /**
   * A phone as people know it.
   *
   * @param name at the desk, from the vault; null without one, or if the vault does not answer
   */
  public record KnownPhone(String team, @Nullable String name) {}

  /** A phone by its id; null if there never was one. May ask the vault. */
  public @Nullable KnownPhone phone(String id) {
    Device phone = access.devices().find(id);
    return phone == null ? null : new KnownPhone(phone.team(), names.of(phone.name()));
  }

  /** Number of phones whose token is valid. Does not block. */
  public int phones() {
    return access.devices().active();
  }

  /** Carries the ids of phones and sessions that are no longer to be believed. */
  public Channel<String> revoked() {
    return access.revoked();
  }

  /** Number of passwords waiting to be hashed. */
  public int waitingPasswords() {
    return hashing.waiting();
  }

  @Override
  public void routes(Api api) {
    new AccessRoutes(access, activities, names, context.campaign(), context.settings().publicUrl())
        .mount(api);
    new AccountRoutes(access).mount(api);
  }
}
