package vn.gocua.protocol.client;

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
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.gocua.protocol.endpoint.Endpoint;
import vn.gocua.protocol.refusal.ProblemInfo;

/**
 * Calls the engine's API. All calls block, and throw {@link ApiRefusal} for anything but a yes:
 * also if no answer came, and if the calling thread was interrupted, whose mark then stays set.
 */
public final class EngineApi implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(3);
  private static final Duration ANSWER = Duration.ofSeconds(5);
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");

  private final URI engine;
  private final HttpClient http;
  private final Duration patience;

  /**
   * @param engine its address, such as {@code http://127.0.0.1:8080}
   */
  public EngineApi(URI engine) {
    this(
        engine,
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build(),
        ANSWER);
  }

  private EngineApi(URI engine, HttpClient http, Duration patience) {
    this.engine = engine;
    this.http = http;
    this.patience = patience;
  }

  /** The same connections with a longer timeout than {@code 5 s}. */
  public EngineApi within(Duration longer) {
    return new EngineApi(engine, http, longer);
  }

  /** Calls an endpoint without a body. */
  public <A> A call(Caller caller, Endpoint<Void, A> endpoint, String... places) {
    return call(caller, endpoint, Query.NONE, places);
  }

  /** The same, with a query. */
  public <A> A call(Caller caller, Endpoint<Void, A> endpoint, Query query, String... places) {
    HttpRequest.Builder request = request(caller, endpoint, query, places);
    return answer(request, endpoint, BodyPublishers.noBody());
  }

  /** Sends a body. */
  public <B, A> A send(Caller caller, Endpoint<B, A> endpoint, B body, String... places) {
    return sendAsIs(caller, endpoint, Json.write(body), places);
  }

  /** Sends a body that is JSON already, or should be. */
  public <A> A sendAsIs(Caller caller, Endpoint<?, A> endpoint, String json, String... places) {
    return sendAsIs(caller, endpoint, json.getBytes(StandardCharsets.UTF_8), places);
  }

  /** The same, of bytes. */
  public <A> A sendAsIs(Caller caller, Endpoint<?, A> endpoint, byte[] json, String... places) {
    HttpRequest.Builder request = request(caller, endpoint, Query.NONE, places);
    return answer(asJson(request), endpoint, BodyPublishers.ofByteArray(json));
  }

  /**
   * Uploads a file as it is read; the timeout is for all of it.
   *
   * @param size in bytes; below 0 if unknown
   */
  public <A> A upload(
      Caller caller,
      Endpoint<InputStream, A> endpoint,
      Query query,
      InputStream file,
      long size,
      String... places) {
    BodyPublisher asItComes = BodyPublishers.ofInputStream(() -> file);
    return answer(
        request(caller, endpoint, query, places).header("Content-Type", "application/octet-stream"),
        endpoint,
        size > 0 ? BodyPublishers.fromPublisher(asItComes, size) : asItComes);
  }

  /** Downloads a file. */
  public FetchedFile download(
      Caller caller, Endpoint<Void, InputStream> endpoint, Query query, String... places) {
    return file(request(caller, endpoint, query, places), endpoint, BodyPublishers.noBody());
  }

  /** Downloads a file that the engine makes of a body. */
  public <B> FetchedFile make(
      Caller caller, Endpoint<B, InputStream> endpoint, B body, String... places) {
    HttpRequest.Builder request = request(caller, endpoint, Query.NONE, places);
    return file(asJson(request), endpoint, BodyPublishers.ofByteArray(Json.write(body)));
  }

  /**
   * Follows a stream of events.
   *
   * @param lastEventId end of an earlier connection; empty for a fresh start
   * @param signOfLife runs at each arrival, comments included
   */
  public SseReader follow(
      Caller caller, Endpoint<Void, ?> stream, String lastEventId, Runnable signOfLife) {
    HttpRequest.Builder request =
        request(caller, stream, Query.NONE).header("Accept", "text/event-stream");
    if (!lastEventId.isEmpty()) {
      request.header("Last-Event-ID", lastEventId);
    }
    FetchedFile events = file(request, stream, BodyPublishers.noBody());
    return new SseReader(events.body(), lastEventId, signOfLife);
  }

  private HttpRequest.Builder request(
      Caller caller, Endpoint<?, ?> endpoint, Query query, String... places) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(engine.resolve(endpoint.at(places) + query)).timeout(patience);
    if (caller.token() != null) {
      request.header("Authorization", "Bearer " + caller.token());
    }
    if (caller.language() != null) {
      request.header("Accept-Language", caller.language());
    }
    if (!caller.screen().isEmpty()) {
      request.header("X-Gocua-Screen", caller.screen());
    }
    return request;
  }

  private static HttpRequest.Builder asJson(HttpRequest.Builder request) {
    return request.header("Content-Type", "application/json");
  }

  private <A> A answer(HttpRequest.Builder request, Endpoint<?, A> endpoint, BodyPublisher body) {
    HttpRequest whole = request.method(endpoint.method().name(), body).build();
    HttpResponse<String> answer = sent(whole, BodyHandlers.ofString(StandardCharsets.UTF_8));
    if (answer.statusCode() / 100 != 2) {
      throw refusal(answer, answer.body());
    }
    if (endpoint.answer() == Void.class) {
      return nothing();
    }
    try {
      return Json.read(answer.body(), endpoint.answer());
    } catch (UnreadableMessage e) {
      throw ApiRefusal.unanswered(e);
    }
  }

  /** Answer of an endpoint without one. */
  @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
  private static <A> A nothing() {
    return null;
  }

  private FetchedFile file(
      HttpRequest.Builder request, Endpoint<?, ?> endpoint, BodyPublisher body) {
    HttpRequest whole = request.method(endpoint.method().name(), body).build();
    HttpResponse<InputStream> answer = sent(whole, BodyHandlers.ofInputStream());
    if (answer.statusCode() == 200) {
      return new FetchedFile(
          answer.headers().firstValue("Content-Type").orElse("application/octet-stream"),
          answer.body());
    }
    try (InputStream problem = answer.body()) {
      throw refusal(answer, new String(problem.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw ApiRefusal.unanswered(e);
    }
  }

  private <T> HttpResponse<T> sent(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
    try {
      return http.send(request, handler);
    } catch (IOException e) {
      throw ApiRefusal.unanswered(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw ApiRefusal.unanswered(new IOException("interrupted", e));
    }
  }

  private static ApiRefusal refusal(HttpResponse<?> answer, String body) {
    @Nullable Duration retryAfter =
        answer
            .headers()
            .firstValue("Retry-After")
            .filter(text -> SECONDS.matcher(text).matches())
            .map(text -> Duration.ofSeconds(Long.parseLong(text)))
            .orElse(null);
    @Nullable ProblemInfo problem;
    try {
      problem = Json.read(body, ProblemInfo.class);
    } catch (UnreadableMessage _) {
      problem = null; // Something between the engine and here has answered.
    }
    return ApiRefusal.answered(answer.statusCode(), problem, retryAfter);
  }

  /** Ends all connections, also those of {@link #within}. */
  @Override
  public void close() {
    http.shutdownNow();
  }
}
