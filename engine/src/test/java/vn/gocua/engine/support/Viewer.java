package vn.gocua.engine.support;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.gocua.protocol.board.BoardEndpoints;
import vn.gocua.protocol.help.HelpEndpoints;

/** Somebody who watches a stream, the board's if no other is named, and keeps all that comes. */
public final class Viewer implements AutoCloseable {
  private final InputStream body;
  private final List<Message> messages = new CopyOnWriteArrayList<>();

  /** What came and is not as openapi.yaml describes it. */
  private final List<String> strange = new CopyOnWriteArrayList<>();

  private final String path;
  private volatile boolean ended;
  private int taken;

  /**
   * One event.
   *
   * @param id empty if it had none
   * @param nanos when it came, by {@link System#nanoTime}
   */
  public record Message(String event, String id, JsonNode data, long nanos) {}

  private Viewer(Api api, String path) {
    this.path = path;
    HttpResponse<InputStream> answer =
        api.with("accept", "text/event-stream")
            .exchange("GET", path, BodyPublishers.noBody(), BodyHandlers.ofInputStream());
    if (answer.statusCode() != 200) {
      throw new AssertionError("the stream answered " + answer.statusCode());
    }
    body = answer.body();
    Thread.ofVirtual().start(this::read);
  }

  public static Viewer of(RunningEngine engine) {
    return new Viewer(engine.anybody(), BoardEndpoints.STREAM.path());
  }

  /** A viewer who has seen an event before. */
  public static Viewer of(RunningEngine engine, String lastEventId) {
    return new Viewer(
        engine.anybody().with("last-event-id", lastEventId), BoardEndpoints.STREAM.path());
  }

  /** A phone that watches the requests for help. */
  public static Viewer of(Phone phone) {
    return new Viewer(phone.api(), HelpEndpoints.STREAM.path());
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
          strange.addAll(HeldToDocument.complaints(path, event, json));
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

  /** The data of the next event beside beats, which must be of that name. */
  public JsonNode next(String event) {
    Awaitility.await(event).until(() -> withoutBeats().size() > taken);
    Message next = withoutBeats().get(taken++);
    if (!next.event().equals(event)) {
      throw new AssertionError("expected " + event + ", got " + next);
    }
    return next.data();
  }

  private List<Message> withoutBeats() {
    return messages.stream().filter(message -> !message.event().equals("beat")).toList();
  }

  public void awaitEnd() {
    Awaitility.await().until(() -> ended);
  }

  @Override
  public void close() {
    try {
      body.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (!strange.isEmpty()) {
      throw new AssertionError(path + " told what is not described: " + strange);
    }
  }
}
