package vn.gocua.kiosk.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.gocua.kiosk.testing.EngineProcess;

/** A leader at the engine's API: what a test needs to arrange, and to know in the end. */
final class Leader {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final URI engine;
  private final String authorization;

  private Leader(URI engine, String authorization) {
    this.engine = engine;
    this.authorization = authorization;
  }

  static Leader signIn(EngineProcess engine) {
    return signIn(engine.url());
  }

  static Leader signIn(URI engine) {
    Leader anybody = new Leader(engine, "");
    JsonNode session =
        anybody.ask(
            "POST",
            "/api/v1/sessions",
            Map.of("username", "leader", "password", EngineProcess.LEADER_PASSWORD));
    return new Leader(engine, "Bearer " + session.get("token").asString());
  }

  /** A code with which so many phones of the team can enrol. */
  String code(String team, int phones) {
    return ask("POST", "/api/v1/teams/" + team + "/enrolment-codes", Map.of("uses", phones))
        .get("code")
        .asString();
  }

  /** The engine's own comparison of its journal with its board. */
  JsonNode recount() {
    return ask("GET", "/api/v1/recount", Map.of());
  }

  JsonNode board() {
    return ask("GET", "/api/v1/board", Map.of());
  }

  void revokePhonesOf(String team) {
    for (JsonNode device : ask("GET", "/api/v1/devices?team=" + team, Map.of()).get("devices")) {
      ask("DELETE", "/api/v1/devices/" + device.get("device").asString(), Map.of());
    }
  }

  private JsonNode ask(String method, String path, Map<String, ?> body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(engine.resolve(path))
            .header("Content-Type", "application/json")
            .method(
                method,
                method.equals("POST")
                    ? BodyPublishers.ofString(JSON.writeValueAsString(body))
                    : BodyPublishers.noBody());
    if (!authorization.isEmpty()) {
      request.header("Authorization", authorization);
    }
    try {
      HttpResponse<String> answer = HTTP.send(request.build(), BodyHandlers.ofString());
      if (answer.statusCode() / 100 != 2) {
        throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
      }
      return JSON.readTree(answer.body().isEmpty() ? "{}" : answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
