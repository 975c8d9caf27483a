package vn.gocua.engine.metrics;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.access.Guard;

/** The numbers, for a leader or for whoever holds the scrape token. */
public final class MetricsRoutes {
  private final Metrics metrics;
  private final Guard guard;
  private final @Nullable String scrapeToken;

  public MetricsRoutes(Metrics metrics, Guard guard, @Nullable String scrapeToken) {
    this.metrics = metrics;
    this.guard = guard;
    this.scrapeToken = scrapeToken;
  }

  public void mount(Router router) {
    router.get("/metrics").handler(this::scrape);
  }

  private void scrape(RoutingContext ctx) {
    if (holdsScrapeToken(ctx.request().getHeader("authorization"))) {
      answer(ctx);
    } else {
      guard.leader(ctx, (c, _) -> answer(c));
    }
  }

  private boolean holdsScrapeToken(@Nullable String header) {
    return scrapeToken != null
        && header != null
        && MessageDigest.isEqual(
            ("Bearer " + scrapeToken).getBytes(StandardCharsets.UTF_8),
            header.getBytes(StandardCharsets.UTF_8));
  }

  private void answer(RoutingContext ctx) {
    var _ =
        ctx.response()
            .putHeader("content-type", "text/plain; version=0.0.4; charset=utf-8")
            .putHeader("cache-control", "no-store")
            .end(metrics.scrape());
  }
}
