package vn.gocua.engine.support;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who watches a stream, the board's if no other is named, and keeps all that comes. */
public final class Viewer implements AutoCloseable {
  private final HttpClient client = HttpClient.newHttpClient();
  private final InputStream body;
  private final List<Message> messages = new CopyOnWriteArrayList<>();
  private volatile boolean ended;

  /**
   * One event.
   *
   * @param id empty if it had none
   * @param nanos when it came, by {@link System#nanoTime}
   */
  public record Message(String event, String id, JsonNode data, long nanos) {}

  private Viewer(HttpRequest request) throws IOException {
    try {
      body = client.send(request, BodyHandlers.ofInputStream()).body();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
    Thread.ofVirtual().start(this::read);
  }

  public static Viewer of(RunningEngine engine) throws IOException {
    return of(engine, null);
  }

  /** A viewer who has seen an event before. */
  public static Viewer of(RunningEngine engine, @Nullable String lastEventId) throws IOException {
    HttpRequest.Builder request = request(engine, "/api/v1/board/stream");
    if (lastEventId != null) {
      request.header("last-event-id", lastEventId);
    }
    return new Viewer(request.build());
  }

  /** A viewer of another stream, who shows a token. */
  public static Viewer of(RunningEngine engine, String path, String token) throws IOException {
    return new Viewer(request(engine, path).header("authorization", "Bearer " + token).build());
  }

  private static HttpRequest.Builder request(RunningEngine engine, String path) {
    return HttpRequest.newBuilder(engine.url().resolve(path)).header("accept", "text/event-stream");
  }

  private void read() {
    String event = "";
    String id = "";
    String data = "";
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("event: ")) {
          event = line.substring(7);
        } else if (line.startsWith("id: ")) {
          id = line.substring(4);
        } else if (line.startsWith("data: ")) {
          data = line.substring(6);
        } else if (line.isEmpty() && !event.isEmpty()) {
          JsonNode json = JsonMapper.shared().readTree(data);
          messages.add(new Message(event, id, json, System.nanoTime()));
          event = "";
          id = "";
        }
      }
    } catch (IOException _) {
      // The viewer was closed, or cut off.
    }
    ended = true;
  }

  public List<Message> messages() {
    return List.copyOf(messages);
  }

  public List<Message> messages(String event) {
    return messages.stream().filter(message -> message.event().equals(event)).toList();
  }

  /** Waits for an event; it may have come already. */
  public Message await(String event, Predicate<JsonNode> wanted) {
    return Awaited.first(
        event, () -> messages(event).stream().filter(m -> wanted.test(m.data())).toList());
  }

  public void awaitEnd() {
    Awaitility.await().until(() -> ended);
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
