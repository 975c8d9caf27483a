package vn.gocua.kiosk.feed;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Speaks HTTP with the engine. All calls block; an answer other than 200 is an {@link IOException}.
 */
public final class EngineClient implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(3);
  private static final Duration ANSWER = Duration.ofSeconds(5);

  private final URI engine;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT).build();

  /** The engine's address is one such as http://127.0.0.1:8080. */
  public EngineClient(URI engine) {
    this.engine = engine;
  }

  Campaign campaign() throws IOException, InterruptedException {
    HttpRequest request = request("/api/v1/campaign").header("Accept", "application/json").build();
    HttpResponse<String> answer =
        checked(http.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8)), "the campaign");
    return Wire.read(answer.body(), Campaign.class);
  }

  /** Goes on where an earlier connection ended; an empty id makes a fresh start. */
  InputStream boardStream(String lastEventId) throws IOException, InterruptedException {
    HttpRequest.Builder request =
        request("/api/v1/board/stream").header("Accept", "text/event-stream");
    if (!lastEventId.isEmpty()) {
      request.header("Last-Event-ID", lastEventId);
    }
    HttpResponse<InputStream> answer = http.send(request.build(), BodyHandlers.ofInputStream());
    try {
      return checked(answer, "the board stream").body();
    } catch (IOException e) {
      answer.body().close();
      throw e;
    }
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(engine.resolve(path)).timeout(ANSWER);
  }

  private static <T> HttpResponse<T> checked(HttpResponse<T> answer, String what)
      throws IOException {
    if (answer.statusCode() != 200) {
      throw new IOException(
          "the engine answered " + answer.statusCode() + " when asked for " + what);
    }
    return answer;
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
