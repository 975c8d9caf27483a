package vn.gocua.engine.help;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A viewer of server-sent events, as a phone is. */
final class EventStream implements AutoCloseable {
  private static final String END = "end";

  private record Received(String name, String data) {}

  private final HttpClient client = HttpClient.newHttpClient();
  private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();

  private EventStream() {}

  static EventStream open(URI engine, String token, String path) {
    EventStream stream = new EventStream();
    HttpRequest request =
        HttpRequest.newBuilder(engine.resolve(path))
            .header("authorization", "Bearer " + token)
            .build();
    try {
      HttpResponse<InputStream> response =
          stream.client.send(request, BodyHandlers.ofInputStream());
      if (response.statusCode() != 200) {
        throw new AssertionError("stream answered " + response.statusCode());
      }
      var _ = Thread.ofVirtual().start(() -> stream.read(response.body()));
      return stream;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void read(InputStream body) {
    String name = "";
    try (var lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("event: ")) {
          name = line.substring(7);
        } else if (line.startsWith("data: ")) {
          received.add(new Received(name, line.substring(6)));
        }
      }
    } catch (IOException _) {
      // The end, as the other one is.
    }
    received.add(new Received(END, ""));
  }

  /** The data of the next event, which must be of that name; beats are passed over. */
  JsonNode next(String name) {
    Received event = take();
    if (!event.name().equals(name)) {
      throw new AssertionError("expected " + name + ", got " + event);
    }
    return JsonMapper.shared().readTree(event.data());
  }

  void awaitEnd() {
    Received event = take();
    if (!event.name().equals(END)) {
      throw new AssertionError("expected the end, got " + event);
    }
  }

  private Received take() {
    try {
      while (true) {
        Received event = received.poll(20, TimeUnit.SECONDS);
        if (event == null) {
          throw new AssertionError("nothing came");
        }
        if (!event.name().equals("beat")) {
          return event;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
