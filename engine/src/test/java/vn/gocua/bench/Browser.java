package vn.gocua.bench;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A Chromium without a window, spoken to over its DevTools protocol: enough to read a page. */
final class Browser implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

  private final Process process;
  private final HttpClient http = HttpClient.newHttpClient();
  private final WebSocket page;
  private final URI tabs;
  private final AtomicInteger commands = new AtomicInteger();
  private final Map<Integer, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();

  private Browser(Process process, Path profile) throws IOException {
    this.process = process;
    Path active = profile.resolve("DevToolsActivePort");
    await().atMost(Duration.ofSeconds(30)).until(() -> Files.exists(active) && lines(active) == 2);
    String port = Files.readAllLines(active).getFirst();
    URI list = URI.create("http://127.0.0.1:" + port + "/json/list");
    tabs = list;
    page =
        http.newWebSocketBuilder()
            .buildAsync(
                await().until(() -> pageIn(list), Optional::isPresent).orElseThrow(), new Answers())
            .join();
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
    command("Page.navigate", Map.of("url", address.toString()));
  }

  /** Opens another tab; nobody looks at it. */
  void another(URI address) throws IOException, InterruptedException {
    http.send(
        HttpRequest.newBuilder(tabs.resolve("/json/new?" + address))
            .PUT(HttpRequest.BodyPublishers.noBody())
            .build(),
        HttpResponse.BodyHandlers.discarding());
  }

  /** The value of a JavaScript expression on the page. */
  JsonNode evaluate(String expression) {
    JsonNode result =
        command("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true));
    return result.get("result").path("value");
  }

  /** Any command of the DevTools protocol, and its result. */
  JsonNode command(String method, Map<String, Object> parameters) {
    int id = commands.incrementAndGet();
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    waiting.put(id, answer);
    page.sendText(
            JSON.writeValueAsString(Map.of("id", id, "method", method, "params", parameters)), true)
        .join();
    return answer.orTimeout(30, TimeUnit.SECONDS).join().get("result");
  }

  private final class Answers implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
      text.append(part);
      if (last) {
        JsonNode message = JSON.readTree(text.toString());
        text.setLength(0);
        CompletableFuture<JsonNode> answer = waiting.remove(message.path("id").asInt());
        if (answer != null) {
          answer.complete(message);
        }
      }
      socket.request(1);
      return null;
    }
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
