package vn.gocua.testkit.page;

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

/** The engine's API as a test needs it: whatever does not succeed fails the test. */
public record JsonApi(URI engine, String authorization, Map<String, String> headers) {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final JsonMapper JSON = JsonMapper.builder().build();

  public JsonApi(URI engine) {
    this(engine, "", Map.of());
  }

  public JsonApi as(String token) {
    return new JsonApi(engine, "Bearer " + token, headers);
  }

  /** The same, saying with each call that so many check-ins wait on the phone. */
  public JsonApi holding(int checkIns) {
    return new JsonApi(engine, authorization, Map.of("X-Gocua-Waiting", String.valueOf(checkIns)));
  }

  /** The same, as the kiosk's server speaks for one of its screens. */
  public JsonApi from(String screen) {
    return new JsonApi(engine, authorization, Map.of("X-Gocua-Screen", screen));
  }

  public JsonNode get(String path) {
    return ask("GET", path, Map.of());
  }

  public JsonNode post(String path, Map<String, ?> body) {
    return ask("POST", path, body);
  }

  public void delete(String path) {
    ask("DELETE", path, Map.of());
  }

  /** The status that an attempt to sign in is answered with. */
  public int signIn(String username, String password) {
    String body = JSON.writeValueAsString(Map.of("username", username, "password", password));
    HttpRequest request =
        HttpRequest.newBuilder(engine.resolve("/api/v1/sessions"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build();
    try {
      return HTTP.send(request, BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
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
    headers.forEach(request::header);
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
