package vn.gocua.engine.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A client of an engine's API that sends what it is told, sound or not: the only one of the tests
 * that speaks HTTP itself. What the engine accepts and answers has to be as openapi.yaml describes
 * it. Tests of how sign-ins end and of certificates have clients of their own.
 */
public final class Api {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final URI engine;
  private final Map<String, String> headers;
  private final boolean held;

  public Api(URI engine) {
    this(engine, Map.of(), true);
  }

  private Api(URI engine, Map<String, String> headers, boolean held) {
    this.engine = engine;
    this.headers = headers;
    this.held = held;
  }

  /** The same client, for what is meant to be otherwise than the document describes it. */
  public Api notHeldToDocument() {
    return new Api(engine, headers, false);
  }

  /** The same client, which sends one more header with every request. */
  public Api with(String header, String value) {
    Map<String, String> all = new TreeMap<>(headers);
    all.put(header.toLowerCase(Locale.ROOT), value);
    return new Api(engine, all, held);
  }

  public Api as(String token) {
    return with("authorization", "Bearer " + token);
  }

  public Answer get(String path) {
    return send("GET", path, BodyPublishers.noBody());
  }

  public Answer delete(String path) {
    return send("DELETE", path, BodyPublishers.noBody());
  }

  public Answer post(String path, String body) {
    return send("POST", path, BodyPublishers.ofString(body));
  }

  public Answer post(String path, Map<String, ?> body) {
    return post(path, JsonMapper.shared().writeValueAsString(body));
  }

  public Answer send(String method, String path, BodyPublisher body) {
    HttpResponse<String> response = exchange(method, path, body, BodyHandlers.ofString());
    return new Answer(
        response.statusCode(), response.headers(), HeldToDocument.sent(body), response.body());
  }

  /** Only the head of an answer; its body, which may never end, is not waited for. */
  public Answer head(String method, String path, BodyPublisher body) {
    HttpResponse<InputStream> response = exchange(method, path, body, BodyHandlers.ofInputStream());
    try {
      response.body().close();
      return new Answer(response.statusCode(), response.headers(), "", "");
    } catch (IOException e) {
      throw new UncheckedIOException(method + " " + path, e);
    }
  }

  /** A file, which has to be there. */
  public byte[] file(String path) {
    return file("GET", path, BodyPublishers.noBody());
  }

  /** A file that is made of what is sent. */
  public byte[] file(String method, String path, BodyPublisher body) {
    HttpResponse<byte[]> response = exchange(method, path, body, BodyHandlers.ofByteArray());
    if (response.statusCode() != 200) {
      throw new AssertionError(path + " answered " + response.statusCode());
    }
    return response.body();
  }

  /** Whatever comes, as a handler takes it; a path may be a whole address. */
  public <T> HttpResponse<T> exchange(
      String method, String path, BodyPublisher body, HttpResponse.BodyHandler<T> handler) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(engine.resolve(path)).method(method, body).timeout(PATIENCE);
    headers.forEach(request::header);
    try {
      HttpResponse<T> answer = CLIENT.send(request.build(), handler);
      if (held) {
        HeldToDocument.check(method, request.build().uri(), headers, body, answer);
      }
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(method + " " + path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Sends check-ins, with no word about the phone's clock. */
  public Answer checkIns(Item... items) {
    return post("/api/v1/check-ins", batch(List.of(items)).toString());
  }

  /** Sends check-ins from a phone whose clock says {@code sentAt}. */
  public Answer checkInsSentAt(String sentAt, Item... items) {
    return post("/api/v1/check-ins", batch(List.of(items)).put("sentAt", sentAt).toString());
  }

  /** The body of a batch. */
  public static ObjectNode batch(List<Item> items) {
    ObjectNode body = JsonMapper.shared().createObjectNode();
    var array = body.putArray("checkIns");
    items.forEach(item -> array.add(item.json()));
    return body;
  }

  /** The body of a leader's paper report. */
  public static ObjectNode paper(List<Item> items) {
    return batch(items).put("channel", "paper");
  }

  public Answer voided(Item item, String reason) {
    return post("/api/v1/check-ins/" + item.id() + "/void", Map.of("reason", reason));
  }

  public JsonNode board() {
    return get("/api/v1/board").expect(200).json();
  }

  public JsonNode recount() {
    return get("/api/v1/recount").expect(200).json();
  }

  /** Signs in; the client carries the session. */
  public Api signIn(String username, String password) {
    return as(token(username, password));
  }

  /** A new session's token, for a client of a test's own. */
  String token(String username, String password) {
    return post("/api/v1/sessions", Map.of("username", username, "password", password))
        .expect(200)
        .json()
        .path("token")
        .asString();
  }

  /** A leader's: an enrolment code for a team. */
  public String code(String team, int uses) {
    return post("/api/v1/teams/" + team + "/enrolment-codes", Map.of("uses", uses))
        .expect(201)
        .json()
        .path("code")
        .asString();
  }

  /** Tries to enrol a phone. */
  public Answer enrol(String code) {
    return post("/api/v1/devices", Map.of("code", code));
  }
}
