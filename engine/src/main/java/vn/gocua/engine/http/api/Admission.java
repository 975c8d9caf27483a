package vn.gocua.engine.http.api;

import io.vertx.ext.web.RoutingContext;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.rights.Authenticator;
import vn.gocua.engine.rights.Permission;
import vn.gocua.engine.rights.Principal;
import vn.gocua.engine.rights.RateLimiter;
import vn.gocua.protocol.refusal.RequestReason;

/**
 * Checks permission, rate and size of a call before it becomes a {@link Call}.
 *
 * @param <B> record of the body
 */
final class Admission<B> {
  private static final String BEARER = "Bearer ";

  private final Api api;
  private final Class<B> body;
  private Who who = Who.UNSAID;
  private @Nullable Permission permission;
  private @Nullable Predicate<String> bearer;
  private @Nullable RateLimiter ofScreens;
  private boolean counted;
  private boolean large;

  private enum Who {
    UNSAID,
    EVERYBODY,
    KNOWN
  }

  Admission(Api api, Class<B> body) {
    this.api = api;
    this.body = body;
  }

  /**
   * Admits callers with a token.
   *
   * @param needed null: any token
   */
  void known(@Nullable Permission needed) {
    who = Who.KNOWN;
    permission = needed;
  }

  void everybody() {
    who = Who.EVERYBODY;
  }

  /** Also admits a bearer token that {@code other} accepts. */
  void bearer(Predicate<String> other) {
    bearer = other;
  }

  void limited(RateLimiter limiter) {
    ofScreens = limiter;
  }

  void counted() {
    counted = true;
  }

  void large() {
    large = true;
  }

  /** Whether no permission was declared yet. */
  boolean isUnsaid() {
    return who == Who.UNSAID;
  }

  /** Goes on with an admitted call; fails the others. */
  void admit(RoutingContext ctx, Consumer<Call<B>> work) {
    if (who == Who.EVERYBODY || (bearer != null && shows(ctx, bearer))) {
      work.accept(api.call(ctx, body, large, null));
    } else {
      api.guard().admit(ctx, permission, known -> work.accept(call(ctx, known)));
    }
  }

  private static boolean shows(RoutingContext ctx, Predicate<String> bearer) {
    String header = ctx.request().getHeader("authorization");
    return header != null
        && header.startsWith(BEARER)
        && bearer.test(header.substring(BEARER.length()));
  }

  private Call<B> call(RoutingContext ctx, Principal known) {
    Call<B> call = api.call(ctx, body, large, known);
    if (counted) {
      Authenticator.Act act = api.authenticator().act(known);
      call.counts(act);
      ctx.addEndHandler(_ -> act.done(ctx.response().getStatusCode() < 400));
    }
    if (ofScreens != null && known instanceof Principal.Kiosk) {
      ofScreens.insist(call.screen(), RequestReason.TOO_MANY_TRIES);
    }
    return call;
  }
}
