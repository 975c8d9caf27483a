package vn.gocua.kiosk.feed;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.gocua.protocol.client.SseEvent;
import vn.gocua.protocol.client.SseReader;

/** Speaks HTTP with the engine. All calls block. */
public final class EngineClient implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(3);

  /** How long an answer is waited for where nobody says otherwise. */
  public static final Duration ANSWER = Duration.ofSeconds(5);

  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");

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

  /**
   * What the engine answered.
   *
   * @param retryAfter seconds after which another try makes sense; 0 if it named none
   */
  public record Reply(int status, String body, long retryAfter) {}

  /**
   * A call in somebody's name. Whatever its status, the answer is the caller's to judge.
   *
   * @param path with its query; what people typed is encoded in it already
   * @param token whose name; null for what is open to all
   * @param language in which the engine's words come: {@code vi}, {@code en}
   * @param json the body; null for none
   * @throws IOException if no answer came: what was asked may or may not have been done
   */
  public Reply call(
      String method, String path, @Nullable String token, String language, @Nullable String json)
      throws IOException, InterruptedException {
    return call(method, path, token, language, Map.of(), json, ANSWER);
  }

  /**
   * The same, with headers that say more about who asks.
   *
   * @throws IOException if no answer came: what was asked may or may not have been done
   */
  public Reply call(
      String method,
      String path,
      @Nullable String token,
      String language,
      Map<String, String> headers,
      @Nullable String json)
      throws IOException, InterruptedException {
    return call(method, path, token, language, headers, json, ANSWER);
  }

  /** The same, for what may take longer. */
  public Reply call(
      String method,
      String path,
      @Nullable String token,
      String language,
      Map<String, String> headers,
      @Nullable String json,
      Duration patience)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        inTheNameOf(token, path).timeout(patience).header("Accept-Language", language);
    headers.forEach(request::header);
    if (json == null) {
      request.method(method, BodyPublishers.noBody());
    } else {
      request
          .header("Content-Type", "application/json")
          .method(method, BodyPublishers.ofString(json, StandardCharsets.UTF_8));
    }
    HttpResponse<String> answer =
        http.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
    String wait = answer.headers().firstValue("Retry-After").orElse("0");
    return new Reply(
        answer.statusCode(),
        answer.body(),
        SECONDS.matcher(wait).matches() ? Long.parseLong(wait) : 0);
  }

  /**
   * A file on its way; its reader closes it.
   *
   * @param type of its content
   */
  public record File(int status, String type, InputStream body) {}

  /** Server-sent events on their way. */
  public interface Events extends AutoCloseable {
    /** Waits for the next one; null at the end. {@code signOfLife} was run for each that came. */
    @Nullable Event next() throws IOException;

    /** Ends it, also for whoever waits in another thread. */
    @Override
    void close() throws IOException;
  }

  /** One of them: its name and its JSON. */
  public record Event(String name, String data) {}

  /**
   * Follows a stream of events in somebody's name.
   *
   * @param signOfLife run whenever anything comes, a comment too
   * @throws IOException if the engine does not give it
   */
  public Events events(String path, @Nullable String token, Runnable signOfLife)
      throws IOException, InterruptedException {
    HttpRequest request = inTheNameOf(token, path).header("Accept", "text/event-stream").build();
    HttpResponse<InputStream> answer = http.send(request, BodyHandlers.ofInputStream());
    if (answer.statusCode() != 200) {
      answer.body().close();
      throw new IOException("the engine answered " + answer.statusCode());
    }
    SseReader reader = new SseReader(answer.body(), "", signOfLife);
    return new Events() {
      @Override
      public @Nullable Event next() throws IOException {
        SseEvent event = reader.next();
        return event == null ? null : new Event(event.name(), event.data());
      }

      @Override
      public void close() throws IOException {
        reader.close();
      }
    };
  }

  /** A file in somebody's name, as it comes. */
  public File file(String path, @Nullable String token, String language)
      throws IOException, InterruptedException {
    HttpRequest request = inTheNameOf(token, path).header("Accept-Language", language).build();
    HttpResponse<InputStream> answer = http.send(request, BodyHandlers.ofInputStream());
    String type = answer.headers().firstValue("Content-Type").orElse("application/octet-stream");
    return new File(answer.statusCode(), type, answer.body());
  }

  /**
   * Hands a file over as it comes; blocks until the engine has judged it.
   *
   * @param size in bytes; what is unknown is below 0
   * @param patience for all of it
   * @throws IOException if no answer came, or the file broke off
   */
  public Reply upload(
      String path,
      @Nullable String token,
      String language,
      InputStream file,
      long size,
      Duration patience)
      throws IOException, InterruptedException {
    BodyPublisher asItComes = BodyPublishers.ofInputStream(() -> file);
    HttpRequest request =
        inTheNameOf(token, path)
            .timeout(patience)
            .header("Accept-Language", language)
            .header("Content-Type", "application/octet-stream")
            .POST(size > 0 ? BodyPublishers.fromPublisher(asItComes, size) : asItComes)
            .build();
    HttpResponse<String> answer = http.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
    return new Reply(answer.statusCode(), answer.body(), 0);
  }

  /** A file that is made of what is posted, as it comes. */
  public File made(String path, @Nullable String token, String language, String json)
      throws IOException, InterruptedException {
    HttpRequest request =
        inTheNameOf(token, path)
            .header("Accept-Language", language)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json, StandardCharsets.UTF_8))
            .build();
    HttpResponse<InputStream> answer = http.send(request, BodyHandlers.ofInputStream());
    String type = answer.headers().firstValue("Content-Type").orElse("application/octet-stream");
    return new File(answer.statusCode(), type, answer.body());
  }

  private HttpRequest.Builder inTheNameOf(@Nullable String token, String path) {
    HttpRequest.Builder request = request(path);
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    return request;
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
