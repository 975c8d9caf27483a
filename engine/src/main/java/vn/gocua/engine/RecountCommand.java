package vn.gocua.engine;

import io.vertx.core.json.JsonObject;
import java.io.Console;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Asks a running engine to fold its journal from scratch and compare. */
@Command(
    name = "recount",
    mixinStandardHelpOptions = true,
    description =
        "Folds the journal from scratch beside the live view; exit code 0 if equal, 1 if not.")
final class RecountCommand implements Callable<Integer> {
  @Option(
      names = "--engine",
      description = "the engine's address; default: GOCUA_ENGINE_URL or http://127.0.0.1:8080")
  private @Nullable String engine;

  @Option(names = "--username", defaultValue = "leader")
  private String username = "leader";

  @Override
  public Integer call() throws InterruptedException {
    String url =
        engine != null
            ? engine
            : System.getenv().getOrDefault("GOCUA_ENGINE_URL", "http://127.0.0.1:8080");
    String password;
    try {
      password = password();
    } catch (IOException | InvalidPathException _) {
      password = null;
    }
    if (password == null) {
      Terminal.complain(Terminal.text("recount.no-password"));
      return 2;
    }
    try (HttpClient client = HttpClient.newHttpClient()) {
      JsonObject session =
          ask(
              client,
              HttpRequest.newBuilder(URI.create(url + "/api/v1/sessions"))
                  .POST(
                      HttpRequest.BodyPublishers.ofString(
                          new JsonObject()
                              .put("username", username)
                              .put("password", password)
                              .encode())));
      String bearer = "Bearer " + session.getString("token");
      JsonObject result = ask(client, to(url + "/api/v1/recount", bearer).GET());
      ask(client, to(url + "/api/v1/sessions/current", bearer).DELETE());
      return report(result);
    } catch (Refused e) {
      Terminal.complain(Terminal.text("recount.refused", String.valueOf(e.getMessage())));
      return 2;
    } catch (IOException e) {
      Terminal.complain(Terminal.text("recount.unreachable", url, e.getClass().getSimpleName()));
      return 2;
    }
  }

  private static HttpRequest.Builder to(String url, String bearer) {
    return HttpRequest.newBuilder(URI.create(url)).header("authorization", bearer);
  }

  private static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Refused(String why) {
      super(why);
    }
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

  /** From the environment or the file it names; else asked for, where somebody can answer. */
  private static @Nullable String password() throws IOException {
    String given = System.getenv("GOCUA_LEADER_PASSWORD");
    String file = System.getenv("GOCUA_LEADER_PASSWORD_FILE");
    if (given != null && !given.isBlank()) {
      return given;
    }
    if (file != null && !file.isBlank()) {
      return Files.readString(Path.of(file)).strip();
    }
    return asked();
  }

  @SuppressWarnings("SystemConsoleNull") // it is null on JDK 25 when neither end is a terminal
  private static @Nullable String asked() {
    Console console = System.console();
    if (console == null || !console.isTerminal()) {
      return null;
    }
    char[] typed = console.readPassword("%s", Terminal.text("recount.ask"));
    return typed == null ? null : new String(typed);
  }

  private static int report(JsonObject result) {
    JsonObject journal = result.getJsonObject("journal");
    JsonObject live = result.getJsonObject("live");
    Terminal.say(
        "recount.sides",
        journal.getLong("events"),
        journal.getLong("checkIns"),
        journal.getLong("residents"),
        live.getLong("events"),
        live.getLong("checkIns"),
        live.getLong("residents"));
    if (result.getBoolean("equal")) {
      Terminal.say("recount.equal", result.getLong("tookMs"));
      return 0;
    }
    Terminal.say(
        "recount.different",
        result.getJsonArray("differences").size(),
        result.getJsonArray("differences").encodePrettily());
    return 1;
  }
}
