package vn.gocua.engine.access;

import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.access.quota.PhoneQuota;
import vn.gocua.engine.access.activity.DeviceActivities;
import vn.gocua.engine.rights.Authenticator;
import vn.gocua.engine.rights.Principal;

/** Tells the API by their tokens who is asking, and keeps what phones say of themselves. */
public final class TokenAuthenticator implements Authenticator {
  private static final Pattern VERSION = Pattern.compile("[0-9A-Za-z.+-]{1,40}");
  private static final Pattern COUNT = Pattern.compile("[0-9]{1,6}");

  /** Nobody counts what others than phones leave. */
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

  private final Access access;
  private final DeviceActivities activities;
  private final PhoneQuota quota;

  public TokenAuthenticator(Access access, DeviceActivities activities, PhoneQuota quota) {
    this.access = access;
    this.activities = activities;
    this.quota = quota;
  }

  @Override
  public @Nullable Principal cached(String token) {
    return access.cached(token);
  }

  @Override
  public @Nullable Principal authenticate(String token) {
    return access.authenticate(token);
  }

  /** What a phone says of itself with whatever it asks. */
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
