package vn.gocua.engine.http;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.gocua.protocol.health.HealthEndpoints;

/**
 * The engine's own description of its API, OpenAPI 3.1, and the page {@code /docs} that shows it to
 * people. The page needs nothing of other hosts.
 */
public final class OpenApi {
  private static final String PAGE = "/docs";
  private static final String INDEX = PAGE + "/index.html";

  /** Packing them takes a while: only where somebody asks for the page. */
  private static final class Pages {
    private static final Map<String, WebFile> BY_PATH =
        List.of("index.html", "docs.js", "swagger-ui-bundle.js", "swagger-ui.css").stream()
            .map(name -> PAGE + "/" + name)
            .collect(Collectors.toMap(Function.identity(), OpenApi::file));
  }

  private OpenApi() {}

  private static final class Document {
    private static final WebFile FILE = file("/openapi.yaml");
  }

  /**
   * Serves both. The document is read when the first server starts, the page at its first visit.
   */
  public static void mount(Router router) {
    router.get(HealthEndpoints.OPEN_API.path()).handler(Document.FILE::answer);
    router
        .routeWithRegex(PAGE + "(/.*)?")
        .method(HttpMethod.GET)
        .method(HttpMethod.HEAD)
        .blockingHandler(OpenApi::page, false);
  }

  private static void page(RoutingContext ctx) {
    String path = ctx.normalizedPath();
    boolean index = path.equals(PAGE) || path.equals(PAGE + "/");
    WebFile file = Pages.BY_PATH.get(index ? INDEX : path);
    if (file == null) {
      ctx.next();
      return;
    }
    file.answer(ctx);
  }

  private static WebFile file(String name) {
    try (InputStream in = OpenApi.class.getResourceAsStream(name)) {
      return WebFile.of(name, Objects.requireNonNull(in, name).readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
