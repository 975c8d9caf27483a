package vn.gocua.engine.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.access.activity.DeviceActivities;
import vn.gocua.engine.access.quota.PhoneQuota;
import vn.gocua.engine.cluster.Channel;
import vn.gocua.engine.rights.Authenticator;
import vn.gocua.engine.rights.Principal;
import vn.gocua.engine.rights.Tokens;

/**
 * Authenticates callers by token and keeps what phones report of themselves. Proofs are cached
 * until the phone, session or account changes, for a few seconds at most: a lost message must not
 * keep anybody signed in.
 */
public final class TokenAuthenticator implements Authenticator {
  /** How long a proof is cached. */
  private static final Duration BELIEVED = Duration.ofSeconds(5);

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
  private final Cache<String, Principal> proved =
      Caffeine.newBuilder().maximumSize(50_000).expireAfterWrite(BELIEVED).build();

  TokenAuthenticator(
      String kioskToken,
      Accounts accounts,
      SessionService sessions,
      DeviceService devices,
      Channel<String> revoked,
      DeviceActivities activities,
      PhoneQuota quota) {
    this.kioskTokenHash = Tokens.hash(kioskToken);
    this.sessions = sessions;
    this.devices = devices;
    this.activities = activities;
    this.quota = quota;
    devices.onChange(this::forget);
    accounts.onChange(username ->
        forget(
            who -> who instanceof Principal.Leader leader && leader.username().equals(username)));
    revoked.subscribe(this::forget, proved::invalidateAll);
  }

  private void forget(String id) {
    forget(who -> who.id().equals(id));
  }

  private void forget(Predicate<Principal> whom) {
    proved.asMap().values().removeIf(whom);
  }

  @Override
  public @Nullable Principal cached(String token) {
    return proved.getIfPresent(token);
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
