package vn.gocua.testkit.page;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.gocua.testkit.page.SoakTree.Node;

/**
 * A simulated screen: it sends a browser's requests, with cookies and sessions, and renders
 * nothing. Two things differ: it polls instead of receiving pushes, and scripts do not run.
 */
public final class SoakScreen {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration NETWORK = Duration.ofSeconds(30);

  /** A visitor waits no longer for something to be shown. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** Time after which a touch without effect is repeated. */
  private static final Duration SOON = Duration.ofMillis(400);

  private static final int TOUCHES = 4;

  /** Period of a page's heartbeats; without them the server drops the page. */
  private static final Duration HEARTBEAT = Duration.ofSeconds(30);

  private static final String GUARD = "for(;;);";

  /** A browser's data of a click. */
  private static final Map<String, Object> CLICK = click();

  /** An expected element did not appear in time. */
  public static final class NotShown extends IOException {
    private static final long serialVersionUID = 1L;

    public NotShown(String message) {
      super(message);
    }
  }

  private final URI kiosk;
  private CookieManager cookies = new CookieManager();
  private HttpClient http;
  private SoakTree tree = new SoakTree();
  private String csrf = "";
  private int ui;
  private int sync;
  private int client;
  private long beatAt;

  public SoakScreen(URI kiosk) {
    this.kiosk = kiosk;
    this.http = HttpClient.newBuilder().cookieHandler(cookies).build();
  }

  private static Map<String, Object> click() {
    Map<String, Object> data = new LinkedHashMap<>();
    for (String name : List.of("screenX", "screenY", "clientX", "clientY", "detail", "button")) {
      data.put("event." + name, 1);
    }
    for (String name : List.of("ctrlKey", "shiftKey", "altKey", "metaKey")) {
      data.put("event." + name, false);
    }
    return Map.copyOf(data);
  }

  /** Loads the page, as a reload does: a new page in the same session. */
  public void load() throws IOException, InterruptedException {
    var _ = get("/kiosk", BodyHandlers.discarding());
    JsonNode config =
        JSON.readTree(get("/?v-r=init&location=kiosk&query=", BodyHandlers.ofString()))
            .path("appConfig");
    ui = config.path("v-uiId").asInt();
    JsonNode uidl = config.path("uidl");
    csrf = uidl.path("Vaadin-Security-Key").asString();
    sync = uidl.path("syncId").asInt();
    client = 0;
    beatAt = System.nanoTime();
    tree = new SoakTree();
    tree.apply(uidl.path("changes"));
    send(
        SoakTree.ROOT,
        "ui-navigate",
        Map.of("route", "kiosk", "query", "", "appShellTitle", "", "trigger", "pageload"));
  }

  private <T> @Nullable T get(String path, HttpResponse.BodyHandler<T> body)
      throws IOException, InterruptedException {
    HttpResponse<T> answer =
        http.send(HttpRequest.newBuilder(kiosk.resolve(path)).timeout(NETWORK).build(), body);
    if (answer.statusCode() != 200) {
      throw new IOException(path + ": " + answer.statusCode());
    }
    return answer.body();
  }

  /** Restarts its browser: the same screen with another session. */
  public void restartBrowser() {
    List<HttpCookie> kept =
        cookies.getCookieStore().getCookies().stream()
            .filter(cookie -> !cookie.getName().equals("JSESSIONID"))
            .toList();
    cookies = new CookieManager();
    kept.forEach(cookie -> cookies.getCookieStore().add(kiosk, cookie));
    http.close();
    http = HttpClient.newBuilder().cookieHandler(cookies).build();
  }

  /** Leaves the page in good order. */
  public void unload() throws IOException, InterruptedException {
    Map<String, Object> body = request(List.of());
    body.put("UNLOAD", true);
    var _ = post("uidl", JSON.writeValueAsString(body));
  }

  public void click(Node node) throws IOException, InterruptedException {
    send(node.id, "click", CLICK);
  }

  public void send(int node, String event, Map<String, ?> data)
      throws IOException, InterruptedException {
    exchange(List.of(Map.of("type", "event", "node", node, "event", event, "data", data)));
  }

  private void exchange(List<?> rpc) throws IOException, InterruptedException {
    if (System.nanoTime() - beatAt > HEARTBEAT.toNanos()) {
      beatAt = System.nanoTime();
      var _ = post("heartbeat", "");
    }
    String text = post("uidl", JSON.writeValueAsString(request(rpc)));
    String json = text.startsWith(GUARD) ? text.substring(GUARD.length()) : text;
    JsonNode read = JSON.readTree(json);
    JsonNode answer = read.isArray() ? read.get(0) : read;
    if (answer.path("meta").has("appError") || answer.path("meta").has("sessionExpired")) {
      throw new IOException(text);
    }
    sync = answer.path("syncId").asInt(sync);
    client = answer.path("clientId").asInt(client);
    tree.apply(answer.path("changes"));
  }

  private Map<String, Object> request(List<?> rpc) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("csrfToken", csrf);
    body.put("rpc", rpc);
    body.put("syncId", sync);
    body.put("clientId", client);
    return body;
  }

  private String post(String what, String body) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(kiosk.resolve("/?v-r=" + what + "&v-uiId=" + ui))
            .timeout(NETWORK)
            .header("Content-Type", "application/json; charset=UTF-8")
            .POST(BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IOException(what + ": " + answer.statusCode());
    }
    return answer.body();
  }

  /**
   * Touches an element and waits for the effect. Repeats the touch if the element was replaced at
   * that moment.
   */
  public Node touch(Predicate<Node> what, Predicate<Node> then)
      throws IOException, InterruptedException {
    for (int again = 1; again < TOUCHES; again++) {
      click(await(what));
      try {
        return await(then, SOON);
      } catch (NotShown _) {
        if (tree.first(what).isEmpty()) {
          break;
        }
      }
    }
    return await(then);
  }

  /** Polls the server until an element appears. */
  public Node await(Predicate<Node> wanted) throws IOException, InterruptedException {
    return await(wanted, PATIENCE);
  }

  private Node await(Predicate<Node> wanted, Duration patience)
      throws IOException, InterruptedException {
    long until = System.nanoTime() + patience.toNanos();
    while (true) {
      var found = tree.first(wanted);
      if (found.isPresent()) {
        return found.get();
      }
      if (System.nanoTime() > until) {
        throw new NotShown("not shown in time; there is: " + tree.words());
      }
      Thread.sleep(10);
      exchange(List.of());
    }
  }

  public Node await(String className) throws IOException, InterruptedException {
    return await(node -> node.is(className));
  }

  public List<Node> all(String className) {
    return new ArrayList<>(tree.all(node -> node.is(className)));
  }

  public SoakTree tree() {
    return tree;
  }
}
