package vn.gocua.engine.http;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import vn.gocua.engine.http.json.ApiJson;

/**
 * Serves the phone's app from memory: the files under {@code web/} on the class path, and its
 * texts.
 *
 * <p>In its service worker, {@code /sw.js}, {@value #ASSETS} becomes {@code {"version": …, "files":
 * {path: base64 of its SHA-256}, "onDemand": [path]}}. A change of any file changes the worker, by
 * which browsers notice a new version.
 */
final class PhoneApp {
  private static final String ASSETS = "__ASSETS__";
  private static final String WORKER = "/sw.js";
  private static final String INDEX = "/index.html";

  /** All addresses but the engine's own, which answer a wrong method by themselves. */
  private static final String FILES = "/(?!api/|health/|metrics).*";

  /**
   * Headers that browsers use for pages and workers only. On some fifty other files they would be a
   * tenth of all that is loaded.
   */
  private static final List<String> OF_PAGES =
      List.of(
          "content-security-policy",
          "permissions-policy",
          "cross-origin-opener-policy",
          "referrer-policy");

  private final SortedMap<String, WebFile> files;

  private PhoneApp(SortedMap<String, WebFile> files) {
    this.files = files;
  }

  /** The list of files for the service worker. */
  private record Assets(String version, SortedMap<String, String> files, List<String> onDemand) {}

  private static final class Holder {
    private static final PhoneApp APP = load();
  }

  /** The app, read from the class path the first time it is asked for. */
  static PhoneApp loaded() {
    return Holder.APP;
  }

  /** Reads the app from the class path, a folder or a jar. */
  private static PhoneApp load() {
    try {
      URI index = Objects.requireNonNull(PhoneApp.class.getResource("/web/index.html")).toURI();
      if (!index.getScheme().equals("jar")) {
        return of(Objects.requireNonNull(Path.of(index).getParent()));
      }
      try (FileSystem jar = FileSystems.newFileSystem(index, Map.of())) {
        return of(jar.getPath("/web"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static PhoneApp of(Path root) throws IOException {
    SortedMap<String, WebFile> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(root)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        String name = "/" + root.relativize(path).toString().replace('\\', '/');
        files.put(name.equals(INDEX) ? "/" : name, WebFile.of(name, Files.readAllBytes(path)));
      }
    }
    TextsFiles.all().forEach((path, content) -> files.put(path, WebFile.of(path, content)));
    WebFile worker = Objects.requireNonNull(files.remove(WORKER), WORKER);
    String text = new String(worker.plain().getBytes(), StandardCharsets.UTF_8);
    byte[] told = text.replace(ASSETS, assets(files)).getBytes(StandardCharsets.UTF_8);
    files.put(WORKER, WebFile.of(WORKER, told));
    return new PhoneApp(files);
  }

  private static String assets(SortedMap<String, WebFile> files) {
    SortedMap<String, String> hashes = new TreeMap<>();
    files.forEach((path, file) -> hashes.put(path, file.sha256()));
    String all = WebFile.sha256(hashes.toString().getBytes(StandardCharsets.UTF_8));
    String version = all.replaceAll("[^0-9A-Za-z]", "").substring(0, 8);
    return ApiJson.buffer(new Assets(version, hashes, TextsFiles.onDemand()))
        .toString(StandardCharsets.UTF_8);
  }

  void mount(Router router) {
    router.get("/i18n/index.json").handler(this::answer);
    router.get("/i18n/:language.json").handler(this::answer);
    router
        .routeWithRegex(FILES)
        .method(HttpMethod.GET)
        .method(HttpMethod.HEAD)
        .handler(this::answer);
  }

  /** Whether a file is only loaded by a page or the worker: scripts and styles. */
  private static boolean isReadByAPage(String path, WebFile file) {
    String type = file.type();
    return !path.equals(WORKER)
        && (type.startsWith("text/javascript") || type.startsWith("text/css"));
  }

  private void answer(RoutingContext ctx) {
    String path = ctx.normalizedPath();
    WebFile file = files.get(path.equals(INDEX) ? "/" : path);
    if (file == null) {
      ctx.next();
      return;
    }
    if (isReadByAPage(path, file)) {
      OF_PAGES.forEach(ctx.response().headers()::remove);
    }
    file.answer(ctx);
  }
}
