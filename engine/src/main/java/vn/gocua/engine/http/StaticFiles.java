package vn.gocua.engine.http;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;

/** The phone's app, and headers that keep every page to itself. */
public final class StaticFiles {
  private static final String POLICY =
      "default-src 'self'; img-src 'self' data: blob:; object-src 'none'; base-uri 'none';"
          + " form-action 'self'; frame-ancestors 'none'";

  /** Security headers of all answers. */
  static final Map<String, String> GUARDS =
      Map.of(
          "content-security-policy",
          POLICY,
          "x-content-type-options",
          "nosniff",
          "referrer-policy",
          "no-referrer",
          "permissions-policy",
          "geolocation=(), microphone=(), camera=(self)",
          "cross-origin-opener-policy",
          "same-origin");

  private StaticFiles() {}

  /** Adds the security headers. */
  public static void guard(RoutingContext ctx) {
    guard(ctx.response());
    ctx.next();
  }

  static void guard(HttpServerResponse response) {
    GUARDS.forEach(response::putHeader);
  }

  /** Serves the phone's app; browsers ask each time whether a file has changed. */
  public static void mount(Router router) {
    PhoneApp.loaded().mount(router);
  }
}
