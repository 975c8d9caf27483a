package vn.gocua.engine.commands;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.gocua.base.console.Console;
import vn.gocua.protocol.access.AccessEndpoints;
import vn.gocua.protocol.access.Credentials;
import vn.gocua.protocol.client.ApiRefusal;
import vn.gocua.protocol.client.Caller;
import vn.gocua.protocol.client.EngineApi;

/**
 * A session of a leader at a terminal with a running engine.
 *
 * @param caller credentials for the API
 */
record LeaderSession(EngineApi api, Caller caller) implements AutoCloseable {
  /** No limit: a recount of a large journal takes long, and the user can stop the command. */
  private static final Duration AS_LONG_AS_IT_TAKES = Duration.ofDays(1);

  /** The engine's address: as given, or from the environment, or on this machine. */
  static String address(@Nullable String given) {
    return given != null
        ? given
        : System.getenv().getOrDefault("GOCUA_ENGINE_URL", "http://127.0.0.1:8080");
  }

  /**
   * The password from the environment or its file, else from the terminal; null if there is none.
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
   * @throws ApiRefusal if name or password is wrong, or the engine cannot be reached
   */
  static LeaderSession signIn(String engine, String username, String password) {
    EngineApi api = new EngineApi(URI.create(engine)).within(AS_LONG_AS_IT_TAKES);
    try {
      Credentials credentials = new Credentials(username, password);
      String token = api.send(Caller.ANYBODY, AccessEndpoints.SIGN_IN, credentials).token();
      return new LeaderSession(api, Caller.with(token));
    } catch (RuntimeException e) {
      api.close();
      throw e;
    }
  }

  /**
   * Describes a refusal in words.
   *
   * @param refused key of the text for a refusal by the engine
   */
  static String why(ApiRefusal refusal, String engine, String refused) {
    if (refusal.unanswered()) {
      Throwable cause = Objects.requireNonNull(refusal.getCause());
      return Console.text("recount.unreachable", engine, cause.getClass().getSimpleName());
    }
    return Console.text(
        refused, refusal.title().isEmpty() ? "HTTP " + refusal.status() : refusal.title());
  }

  /** Signs out. */
  @Override
  public void close() {
    try (api) {
      var _ = api.call(caller, AccessEndpoints.SIGN_OUT);
    }
  }
}
