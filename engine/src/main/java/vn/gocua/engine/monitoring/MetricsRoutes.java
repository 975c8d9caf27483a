package vn.gocua.engine.monitoring;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.http.api.Api;
import vn.gocua.engine.http.api.Content;
import vn.gocua.engine.rights.Permission;
import vn.gocua.protocol.health.HealthEndpoints;

/** The metrics, for leaders and for the scrape token. */
final class MetricsRoutes {
  private final Metrics metrics;
  private final byte @Nullable [] scrapeToken;

  public MetricsRoutes(Metrics metrics, @Nullable String scrapeToken) {
    this.metrics = metrics;
    this.scrapeToken = scrapeToken == null ? null : scrapeToken.getBytes(StandardCharsets.UTF_8);
  }

  public void mount(Api api) {
    api.on(HealthEndpoints.METRICS)
        .may(Permission.WATCH_ENGINE)
        .orBearer(this::isScrapeToken)
        .page(_ ->
            Content.of("text/plain; version=0.0.4", metrics.scrape())
                .header("cache-control", "no-store"));
  }

  private boolean isScrapeToken(String token) {
    return scrapeToken != null
        && MessageDigest.isEqual(scrapeToken, token.getBytes(StandardCharsets.UTF_8));
  }
}
