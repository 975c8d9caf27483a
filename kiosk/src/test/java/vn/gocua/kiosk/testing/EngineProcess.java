package vn.gocua.kiosk.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The engine's jar, running on a free port with a data folder of its own and the repository's
 * sample campaign.
 */
public final class EngineProcess implements AutoCloseable {
  public static final String LEADER_PASSWORD = "mat-khau-chi-de-thu-nghiem-42";

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Path JAR = Path.of("..", "engine", "target", "gocua-engine.jar");
  private static final Path CONFIG = Path.of("..", "config");

  private final int port;
  private final Program program;

  private EngineProcess(int port, Program program) {
    this.port = port;
    this.program = program;
  }

  public static EngineProcess start(Path folder) {
    return start(folder, Ports.free());
  }

  /** Listens on this port, so that a test can bring a killed engine back where it was. */
  public static EngineProcess start(Path folder, int port) {
    return start(folder, port, Map.of());
  }

  /** The same with more settings of its own. */
  public static EngineProcess start(Path folder, int port, Map<String, String> settings) {
    Map<String, String> environment = new HashMap<>();
    environment.put("GOCUA_ENGINE_PORT", String.valueOf(port));
    environment.put("GOCUA_CONFIG", CONFIG.toAbsolutePath().normalize().toString());
    environment.put("GOCUA_DATA", folder.resolve("data").toString());
    environment.put("GOCUA_LEADER_PASSWORD", LEADER_PASSWORD);
    environment.put("GOCUA_PHONE_QUOTA", "0");
    environment.putAll(settings);
    EngineProcess engine = new EngineProcess(port, Program.start(JAR, folder, environment));
    engine.program.awaitOk(engine.url("/health/ready"), Duration.ofSeconds(60));
    return engine;
  }

  public URI url(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + port);
  }

  public int port() {
    return port;
  }

  /** What the QR code of a fresh enrolment code for the team says, asked for as the leader. */
  public String enrolmentLink(String team) {
    JsonNode session =
        post("/api/v1/sessions", Map.of("username", "leader", "password", LEADER_PASSWORD), "");
    return post(
            "/api/v1/teams/" + team + "/enrolment-codes",
            Map.of(),
            "Bearer " + session.get("token").asString())
        .get("url")
        .asString();
  }

  private JsonNode post(String path, Map<String, String> body, String authorization) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(url(path))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)));
    if (!authorization.isEmpty()) {
      request.header("Authorization", authorization);
    }
    try {
      HttpResponse<String> answer = HTTP.send(request.build(), BodyHandlers.ofString());
      if (answer.statusCode() / 100 != 2) {
        throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
      }
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  public Program program() {
    return program;
  }

  @Override
  public void close() {
    program.close();
  }
}
