package vn.gocua.system.bench;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A Chromium without a window, spoken to over its DevTools protocol: enough to read a page. */
final class Browser implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

  private static final int SMALL_WIDTH = 320;
  private static final int SMALL_HEIGHT = 240;

  private final Process process;
  private final HttpClient http = HttpClient.newHttpClient();
  private final Devtools page;
  private final Devtools whole;
  private final String devtools;

  private Browser(Process process, Path profile) throws IOException {
    this.process = process;
    Path active = profile.resolve("DevToolsActivePort");
    await().atMost(Duration.ofSeconds(30)).until(() -> Files.exists(active) && lines(active) == 2);
    List<String> where = Files.readAllLines(active);
    devtools = "127.0.0.1:" + where.getFirst();
    URI list = URI.create("http://" + devtools + "/json/list");
    whole = new Devtools(http, URI.create("ws://" + devtools + where.getLast()));
    page = new Devtools(http, await().until(() -> pageIn(list), Optional::isPresent).orElseThrow());
  }

  private static int lines(Path file) throws IOException {
    return Files.readAllLines(file).size();
  }

  private static Optional<URI> pageIn(URI list) throws IOException {
    try (var in = list.toURL().openStream()) {
      for (JsonNode target : JSON.readTree(in)) {
        if (target.get("type").asString().equals("page")) {
          return Optional.of(URI.create(target.get("webSocketDebuggerUrl").asString()));
        }
      }
    }
    return Optional.empty();
  }

  /** The Chromium of this machine: the one that GOCUA_TEST_CHROMIUM names, or one on the path. */
  static Optional<Path> installed() {
    String named = System.getenv("GOCUA_TEST_CHROMIUM");
    Stream<Path> onPath =
        Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
            .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)));
    return Stream.concat(Stream.ofNullable(named).map(Path::of), onPath)
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Starts a browser of the hall screen's size, with a profile of its own. */
  static Browser open(Path chromium, Path profile) throws IOException {
    Files.createDirectories(profile);
    // A profile that was used before still names the port of then.
    Files.deleteIfExists(profile.resolve("DevToolsActivePort"));
    Process process =
        new ProcessBuilder(
                chromium.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-backgrounding-occluded-windows",
                "--renderer-process-limit=6",
                "--window-size=1920,1080",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "about:blank")
            .redirectErrorStream(true)
            .redirectOutput(profile.resolve("output.txt").toFile())
            .start();
    try {
      return new Browser(process, profile);
    } catch (IOException | RuntimeException e) {
      process.destroyForcibly();
      throw e;
    }
  }

  void go(URI address) {
    page.go(address);
  }

  /** The value of a JavaScript expression on the page. */
  JsonNode evaluate(String expression) {
    return page.evaluate(expression);
  }

  /** Any command of the DevTools protocol, and its result. */
  JsonNode command(String method, Map<String, Object> parameters) {
    return page.command(method, parameters);
  }

  /** The page that is there from the beginning. */
  Devtools page() {
    return page;
  }

  /**
   * Opens a window that somebody else looks at: without any cookie of the others, and small, since
   * painting would take the processor from what is measured.
   */
  Devtools somebodyElse() {
    Object cookies =
        whole.command("Target.createBrowserContext", Map.of()).get("browserContextId").asString();
    String window =
        whole
            .command(
                "Target.createTarget",
                Map.of(
                    "url",
                    "about:blank",
                    "browserContextId",
                    cookies,
                    "newWindow",
                    true,
                    "width",
                    SMALL_WIDTH,
                    "height",
                    SMALL_HEIGHT))
            .get("targetId")
            .asString();
    return new Devtools(http, URI.create("ws://" + devtools + "/devtools/page/" + window));
  }

  @Override
  public void close() {
    http.shutdownNow();
    List<ProcessHandle> children = process.descendants().toList();
    process.destroy();
    children.forEach(ProcessHandle::destroy);
    await().atMost(Duration.ofSeconds(15)).until(() -> !process.isAlive());
  }
}
