package vn.gocua.system.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Chromium's DevTools protocol, with one of its pages or with the browser itself. */
final class Devtools {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final WebSocket socket;
  private final AtomicInteger commands = new AtomicInteger();
  private final Map<Integer, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();

  Devtools(HttpClient http, URI address) {
    socket = http.newWebSocketBuilder().buildAsync(address, new Answers()).join();
  }

  void go(URI address) {
    command("Page.navigate", Map.of("url", address.toString()));
  }

  /** The value of a JavaScript expression on the page. */
  JsonNode evaluate(String expression) {
    JsonNode result =
        command("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true));
    return result.get("result").path("value");
  }

  /** Any command of the protocol, and its result. */
  JsonNode command(String method, Map<String, Object> parameters) {
    int id = commands.incrementAndGet();
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    waiting.put(id, answer);
    socket
        .sendText(
            JSON.writeValueAsString(Map.of("id", id, "method", method, "params", parameters)), true)
        .join();
    JsonNode message = answer.orTimeout(30, TimeUnit.SECONDS).join();
    if (message.has("error")) {
      throw new IllegalStateException(method + ": " + message.get("error"));
    }
    return message.get("result");
  }

  private final class Answers implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
      text.append(part);
      if (last) {
        JsonNode message = JSON.readTree(text.toString());
        text.setLength(0);
        CompletableFuture<JsonNode> answer = waiting.remove(message.path("id").asInt());
        if (answer != null) {
          answer.complete(message);
        }
      }
      from.request(1);
      return null;
    }
  }
}
