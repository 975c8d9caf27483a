package vn.gocua.engine.access;

import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.access.activity.DeviceActivities;
import vn.gocua.engine.access.activity.SessionActivity;
import vn.gocua.engine.access.password.PasswordHashing;
import vn.gocua.engine.access.password.PasswordPolicy;
import vn.gocua.engine.access.quota.PhoneQuota;
import vn.gocua.engine.cluster.Channel;
import vn.gocua.engine.cluster.Channels;
import vn.gocua.engine.state.Repositories;

/** Wires accounts, sessions, phones and the authenticator. */
final class Access {
  private final Accounts accounts;
  private final SessionService sessions;
  private final DeviceService devices;
  private final TokenAuthenticator authenticator;
  private final Channel<String> revoked;

  /**
   * Secrets of this installation; all its engines have the same.
   *
   * @param totp gives at least 20 bytes for a seed
   * @param browsers at least 32 bytes; signs browser tokens
   * @param kioskToken the token of the kiosk's server
   */
  public record Secrets(
      Function<String, byte[]> totp, Supplier<byte[]> browsers, String kioskToken) {}

  /**
   * What is known of phones.
   *
   * @param runningDay today's date by the campaign's clock; null if days don't count now
   * @param beside where uses are recorded
   */
  public record Phones(
      DeviceActivities activities,
      PhoneQuota quota,
      Supplier<@Nullable LocalDate> runningDay,
      Executor beside) {}

  /**
   * @param clock real time, also in a rehearsal
   * @param hashing all hashing there is in this process
   * @param policy judges passwords that people choose
   */
  public Access(
      Repositories repositories,
      Clock clock,
      Secrets secrets,
      PasswordHashing hashing,
      PasswordPolicy policy,
      Phones phones) {
    Channels channels = repositories.channels();
    revoked = channels.text("access/shut-out");
    Channel<String> used = channels.text("access/session-used");
    SessionActivity activity = new SessionActivity(clock, System::nanoTime, used::publish);
    used.subscribe(activity::used, () -> {});
    ProvedTokens proved = new ProvedTokens();
    revoked.subscribe(proved::forget, proved::forgetAll);
    // This node forgets before it answers; its own message may come later.
    Consumer<String> revoke =
        id -> {
          proved.forget(id);
          revoked.publish(id);
        };
    accounts = new Accounts(Accounts.remembered(repositories), clock, hashing);
    sessions = new SessionService(repositories, accounts, activity, secrets, policy, clock, revoke);
    devices = new DeviceService(repositories, clock, revoke, phones.runningDay(), phones.beside());
    authenticator =
        new TokenAuthenticator(
            secrets.kioskToken(),
            accounts,
            sessions,
            devices,
            proved,
            phones.activities(),
            phones.quota());
  }

  /** Reads accounts and phones into memory. Blocks. */
  public void load() {
    accounts.load();
    devices.load();
  }

  public Accounts accounts() {
    return accounts;
  }

  public SessionService sessions() {
    return sessions;
  }

  public DeviceService devices() {
    return devices;
  }

  public TokenAuthenticator authenticator() {
    return authenticator;
  }

  /** Carries the ids of sessions and phones that are no longer to be believed. */
  public Channel<String> revoked() {
    return revoked;
  }
}
