package vn.gocua.system.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.gocua.testkit.EngineProcess;

/** Speaks the engine's public API, as a leader's desk and phones do. */
public final class EngineClient implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final URI engine;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  public EngineClient(URI engine) {
    this.engine = engine;
  }

  /** An answer, whatever its status. */
  public record Answer(int status, JsonNode body) {
    public JsonNode expect(int expected) {
      if (status != expected) {
        throw new IllegalStateException("expected " + expected + ", got " + this);
      }
      return body;
    }
  }

  /** The session token of the first account. */
  public String signIn() throws IOException {
    return post(
            "/api/v1/sessions",
            null,
            Map.of("username", "leader", "password", EngineProcess.PASSWORD))
        .expect(200)
        .get("token")
        .asString();
  }

  /** A code with which a phone enrols for a team. */
  public String code(String session, String team) throws IOException {
    return post("/api/v1/teams/" + team + "/enrolment-codes", session, Map.of())
        .expect(201)
        .get("code")
        .asString();
  }

  /** Enrols a phone for a team; returns its token. */
  public String enrol(String session, String team) throws IOException {
    String code = code(session, team);
    return post("/api/v1/devices", null, Map.of("code", code)).expect(200).get("token").asString();
  }

  public JsonNode recount(String session) throws IOException {
    return get("/api/v1/recount", session).expect(200);
  }

  public JsonNode board() throws IOException {
    return get("/api/v1/board", null).expect(200);
  }

  /** What is there as text, such as metrics. */
  public String text(String path, @Nullable String token) throws IOException {
    try {
      var response = http.send(request(path, token).GET().build(), BodyHandlers.ofString());
      return response.body();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException(e));
    }
  }

  public Answer get(String path, @Nullable String token) throws IOException {
    return send(request(path, token).GET());
  }

  /** Posts a value as JSON; an {@link IOException} leaves the request's fate unknown. */
  public Answer post(String path, @Nullable String token, Object body) throws IOException {
    return send(
        request(path, token).POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body))));
  }

  private HttpRequest.Builder request(String path, @Nullable String token) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(engine.resolve(path)).timeout(Duration.ofSeconds(60));
    return token == null ? request : request.header("authorization", "Bearer " + token);
  }

  private Answer send(HttpRequest.Builder request) throws IOException {
    try {
      var response = http.send(request.build(), BodyHandlers.ofByteArray());
      return new Answer(response.statusCode(), JSON.readTree(response.body()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException(e));
    }
  }

  /** Drops all connections at once. */
  @Override
  public void close() {
    http.shutdownNow();
  }
}
