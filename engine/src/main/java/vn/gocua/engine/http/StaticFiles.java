package vn.gocua.engine.http;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** The phone's app, and headers that keep every page to itself. */
public final class StaticFiles {
  private static final String POLICY =
      "default-src 'self'; img-src 'self' data: blob:; object-src 'none'; base-uri 'none';"
          + " form-action 'self'; frame-ancestors 'none'";

  private StaticFiles() {}

  /** Headers for whatever is answered. */
  public static void guard(RoutingContext ctx) {
    guard(ctx.response());
    ctx.next();
  }

  static void guard(HttpServerResponse response) {
    response
        .putHeader("content-security-policy", POLICY)
        .putHeader("x-content-type-options", "nosniff")
        .putHeader("referrer-policy", "no-referrer")
        .putHeader("permissions-policy", "geolocation=(), microphone=(), camera=(self)")
        .putHeader("cross-origin-opener-policy", "same-origin");
  }

  /** Tells browsers to come by HTTPS only, for a year. */
  public static void insistOnTls(RoutingContext ctx) {
    ctx.response().putHeader("strict-transport-security", "max-age=31536000");
    ctx.next();
  }

  /** Serves the phone's app; browsers ask each time whether a file has changed. */
  public static void mount(Router router) {
    PhoneApp.loaded().mount(router);
  }
}
