package vn.gocua.engine.http.api;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.rights.Authenticator;
import vn.gocua.engine.rights.Permission;
import vn.gocua.engine.rights.Principal;
import vn.gocua.protocol.refusal.Refusal;
import vn.gocua.protocol.refusal.RequestReason;

/** Lets a request through only with a fit token: else 401, or 403 if known but not allowed. */
final class Guard {
  private final Authenticator authenticator;
  private final Worker worker;

  Guard(Authenticator authenticator, Worker worker) {
    this.authenticator = authenticator;
    this.worker = worker;
  }

  /**
   * Admits a caller.
   *
   * @param permission required one; null for any token
   * @param then called on the event loop; its exceptions fail the request
   */
  void admit(RoutingContext ctx, @Nullable Permission permission, Consumer<Principal> then) {
    String header = ctx.request().getHeader("authorization");
    if (header == null || !header.regionMatches(true, 0, "Bearer ", 0, 7)) {
      throw Refusal.of(RequestReason.SIGN_IN_FIRST);
    }
    String token = header.substring(7).strip();
    Principal known = authenticator.cached(token);
    if (known != null) {
      check(ctx, known, permission);
      then.accept(known);
      return;
    }
    worker.<@Nullable Principal>run(
        ctx,
        () -> authenticator.authenticate(token),
        proved -> {
          if (proved == null) {
            throw Refusal.of(RequestReason.TOKEN_NOT_VALID);
          }
          check(ctx, proved, permission);
          then.accept(proved);
        });
  }

  private void check(RoutingContext ctx, Principal who, @Nullable Permission permission) {
    HttpServerRequest request = ctx.request();
    authenticator.seen(who, request::getHeader);
    if (permission != Permission.OWN_ACCOUNT
        && who instanceof Principal.Leader leader
        && leader.mustChange()) {
      throw Refusal.of(RequestReason.CHANGE_PASSWORD_FIRST);
    }
    if (permission != null) {
      permission.insist(who);
    }
  }
}
