package vn.gocua.kiosk.desk.api;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.gocua.kiosk.feed.EngineClient;
import vn.gocua.kiosk.feed.EngineClient.Reply;
import vn.gocua.kiosk.feed.UnreadableMessage;
import vn.gocua.kiosk.feed.Wire;

/**
 * The engine, asked in a leader's name. All calls block, and throw {@link NotDone} for anything but
 * a yes.
 */
public final class DeskEngine {
  private final EngineClient client;

  public DeskEngine(EngineClient client) {
    this.client = client;
  }

  /**
   * In whose name, and in which language reasons come.
   *
   * @param token null where none is needed
   */
  public record Asker(@Nullable String token, String language) {
    @Override
    public String toString() {
      return "asker"; // The token stays out of logs.
    }
  }

  /** A fresh session. */
  public record Opened(String token, String role, Instant expiresAt) {
    public Opened {
      Wire.require("session", token, role, expiresAt);
    }

    @Override
    public String toString() {
      return "session of a " + role; // The token stays out of logs.
    }
  }

  public Opened signIn(Map<String, String> proof, String language) {
    return post(new Asker(null, language), "/api/v1/sessions", proof, Opened.class);
  }

  public void signOut(Asker asker) {
    delete(asker, "/api/v1/sessions/current");
  }

  public <T> T get(Asker asker, String path, Class<T> type) {
    return read(call("GET", path, asker, null), type);
  }

  /** The answer as it is, such as a CSV. */
  public String text(Asker asker, String path) {
    return call("GET", path, asker, null);
  }

  public <T> T post(Asker asker, String path, Object body, Class<T> type) {
    return read(call("POST", path, asker, Wire.write(body)), type);
  }

  public void post(Asker asker, String path, Object body) {
    call("POST", path, asker, Wire.write(body));
  }

  public void put(Asker asker, String path, Object body) {
    call("PUT", path, asker, Wire.write(body));
  }

  public void delete(Asker asker, String path) {
    call("DELETE", path, asker, null);
  }

  /** A value as one part of a path or query. */
  public static String part(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private String call(String method, String path, Asker asker, @Nullable String json) {
    try {
      Reply reply = client.call(method, path, asker.token(), asker.language(), json);
      if (reply.status() / 100 == 2) {
        return reply.body();
      }
      throw refusal(reply);
    } catch (IOException _) {
      throw NotDone.unreachable();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw NotDone.unreachable();
    }
  }

  private record Problem(@Nullable String code, @Nullable String title) {}

  private static NotDone refusal(Reply reply) {
    try {
      Problem problem = Wire.read(reply.body(), Problem.class);
      return new NotDone(reply.status(), problem.code(), problem.title(), reply.retryAfter());
    } catch (UnreadableMessage _) {
      return new NotDone(reply.status(), null, null, reply.retryAfter());
    }
  }

  private static <T> T read(String body, Class<T> type) {
    try {
      return Wire.read(body, type);
    } catch (UnreadableMessage _) {
      throw NotDone.unreachable();
    }
  }
}
