package vn.gocua.engine.http;

import io.vertx.ext.web.Router;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import vn.gocua.protocol.health.HealthEndpoints;

/** The engine's own description of its API, OpenAPI 3.1. */
public final class OpenApi {
  private OpenApi() {}

  public static void mount(Router router) {
    WebFile document = document();
    router.get(HealthEndpoints.OPEN_API.path()).handler(document::answer);
  }

  private static WebFile document() {
    try (InputStream in = OpenApi.class.getResourceAsStream("/openapi.yaml")) {
      return WebFile.of("openapi.yaml", Objects.requireNonNull(in, "openapi.yaml").readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
