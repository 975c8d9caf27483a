package vn.gocua.engine.access;

import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.access.activity.DeviceActivities;
import vn.gocua.engine.access.quota.PhoneQuota;
import vn.gocua.engine.rights.Authenticator;
import vn.gocua.engine.rights.Principal;
import vn.gocua.engine.rights.Tokens;

/**
 * Authenticates callers by token and keeps what phones report of themselves. Proofs are cached
 * until the phone, session or account changes, for a few seconds at most: a lost message must not
 * keep anybody signed in.
 */
final class TokenAuthenticator implements Authenticator {
  private static final Pattern VERSION = Pattern.compile("[0-9A-Za-z.+-]{1,40}");
  private static final Pattern COUNT = Pattern.compile("[0-9]{1,6}");

  /** For callers other than phones, whose records are not counted. */
  private static final Act UNCOUNTED =
      new Act() {
        @Override
        public void recording() {
          // Let.
        }

        @Override
        public void done(boolean recorded) {
          // Not counted.
        }
      };

  private final String kioskTokenHash;
  private final SessionService sessions;
  private final DeviceService devices;
  private final DeviceActivities activities;
  private final PhoneQuota quota;
  private final ProvedTokens proved;

  TokenAuthenticator(
      String kioskToken,
      Accounts accounts,
      SessionService sessions,
      DeviceService devices,
      ProvedTokens proved,
      DeviceActivities activities,
      PhoneQuota quota) {
    this.kioskTokenHash = Tokens.hash(kioskToken);
    this.sessions = sessions;
    this.devices = devices;
    this.activities = activities;
    this.quota = quota;
    this.proved = proved;
    devices.onChange(proved::forget);
    accounts.onChange(proved::forgetAccount);
  }

  @Override
  public @Nullable Principal cached(String token) {
    return proved.find(token);
  }

  @Override
  public @Nullable Principal authenticate(String token) {
    if (Tokens.matches(token, kioskTokenHash)) {
      return Principal.Kiosk.KIOSK;
    }
    Tokens.ParsedToken parsed = Tokens.parse(token).orElse(null);
    if (parsed == null) {
      return null;
    }
    Principal principal =
        switch (parsed.kind()) {
          case DEVICE -> devices.prove(parsed);
          case SESSION -> sessions.prove(parsed);
        };
    if (principal != null) {
      proved.put(token, principal);
    }
    return principal;
  }

  /** Notes what a phone reports of itself with a request. */
  @Override
  public void seen(Principal who, UnaryOperator<@Nullable String> header) {
    if (who instanceof Principal.Phone phone) {
      String waiting = fit(header.apply("X-Gocua-Waiting"), COUNT);
      activities.seen(
          phone.id(),
          waiting == null ? null : Integer.valueOf(waiting),
          fit(header.apply("X-Gocua-App"), VERSION));
    }
  }

  private static @Nullable String fit(@Nullable String value, Pattern pattern) {
    return value != null && pattern.matcher(value).matches() ? value : null;
  }

  @Override
  public Act act(Principal who) {
    return who instanceof Principal.Phone phone ? quota.act(phone.id()) : UNCOUNTED;
  }
}
