package vn.gocua.engine.commands;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import vn.gocua.base.console.Console;

/** A running engine's API, called at a terminal by somebody who is signed in. */
final class LeaderCalls implements AutoCloseable {
  private final HttpClient client;
  private final String engine;
  private final String bearer;

  private LeaderCalls(HttpClient client, String engine, String bearer) {
    this.client = client;
    this.engine = engine;
    this.bearer = bearer;
  }

  /** The engine understood, and would not. */
  static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Refused(String why) {
      super(why, null, false, false);
    }
  }

  /** The engine's address: as given, or from the environment, or on this machine. */
  static String address(@Nullable String given) {
    return given != null
        ? given
        : System.getenv().getOrDefault("GOCUA_ENGINE_URL", "http://127.0.0.1:8080");
  }

  /**
   * The password, from the environment or the file it names; else asked for, where somebody can
   * answer; null if there is none.
   */
  static @Nullable String password() {
    try {
      String given = System.getenv("GOCUA_LEADER_PASSWORD");
      String file = System.getenv("GOCUA_LEADER_PASSWORD_FILE");
      if (given != null && !given.isBlank()) {
        return given;
      }
      return file != null && !file.isBlank() ? Files.readString(Path.of(file)).strip() : asked();
    } catch (IOException | InvalidPathException _) {
      return null;
    }
  }

  @SuppressWarnings("SystemConsoleNull") // it is null on JDK 25 when neither end is a terminal
  private static @Nullable String asked() {
    var console = System.console();
    if (console == null || !console.isTerminal()) {
      return null;
    }
    char[] typed = console.readPassword("%s", Console.text("recount.ask"));
    return typed == null ? null : new String(typed);
  }

  /**
   * Signs in.
   *
   * @throws Refused if name or password is wrong
   * @throws IOException if the engine cannot be reached
   */
  static LeaderCalls signIn(String engine, String username, String password)
      throws IOException, InterruptedException {
    HttpClient client = HttpClient.newHttpClient();
    try {
      JsonObject who = new JsonObject().put("username", username).put("password", password);
      JsonObject session =
          ask(
              client,
              HttpRequest.newBuilder(URI.create(engine + "/api/v1/sessions"))
                  .POST(BodyPublishers.ofString(who.encode())));
      return new LeaderCalls(client, engine, "Bearer " + session.getString("token"));
    } catch (IOException | RuntimeException e) {
      client.close();
      throw e;
    }
  }

  JsonObject get(String path) throws IOException, InterruptedException {
    return ask(client, to(path).GET());
  }

  JsonObject post(String path, JsonObject body) throws IOException, InterruptedException {
    return ask(client, to(path).POST(BodyPublishers.ofString(body.encode())));
  }

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create(engine + path)).header("authorization", bearer);
  }

  private static JsonObject ask(HttpClient client, HttpRequest.Builder request)
      throws IOException, InterruptedException {
    HttpResponse<String> response =
        client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    JsonObject body =
        response.body().isEmpty() ? new JsonObject() : new JsonObject(response.body());
    if (response.statusCode() >= 300) {
      throw new Refused(body.getString("title", "HTTP " + response.statusCode()));
    }
    return body;
  }

  /** Signs out. */
  @Override
  public void close() throws IOException {
    try (client) {
      ask(client, to("/api/v1/sessions/current").DELETE());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
