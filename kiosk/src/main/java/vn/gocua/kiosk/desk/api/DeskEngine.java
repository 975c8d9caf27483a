package vn.gocua.kiosk.desk.api;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.gocua.kiosk.feed.EngineClient;
import vn.gocua.kiosk.feed.EngineClient.Reply;
import vn.gocua.kiosk.feed.Wire;
import vn.gocua.protocol.client.UnreadableMessage;

/**
 * The engine, asked in a leader's name. All calls block, and throw {@link NotDone} for anything but
 * a yes.
 */
public final class DeskEngine {
  private static final Duration SIGNING_IN = Duration.ofSeconds(20);

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

  /**
   * A fresh session.
   *
   * @param mustChangePassword until that is done, the engine allows nothing else
   * @param browser what this browser may show the next time, to be known
   */
  public record Opened(
      String token,
      String role,
      Instant expiresAt,
      @Nullable Boolean mustChangePassword,
      @Nullable String browser) {
    public Opened {
      Wire.require("session", token, role, expiresAt);
    }

    @Override
    public String toString() {
      return "session of a " + role; // The token stays out of logs.
    }
  }

  /** Signs in; where many do so at once, the engine lets people wait. */
  public Opened signIn(Map<String, String> proof, String language) {
    Asker anybody = new Asker(null, language);
    String body = Wire.write(proof);
    return read(call("POST", "/api/v1/sessions", anybody, body, SIGNING_IN), Opened.class);
  }

  public void signOut(Asker asker) {
    delete(asker, "/api/v1/sessions/current");
  }

  public <T> T get(Asker asker, String path, Class<T> type) {
    return read(call("GET", path, asker, null), type);
  }

  /**
   * Follows a stream of events.
   *
   * @param signOfLife run whenever anything comes
   */
  public EngineClient.Events events(Asker asker, String path, Runnable signOfLife) {
    try {
      return client.events(path, asker.token(), signOfLife);
    } catch (IOException _) {
      throw NotDone.unreachable();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw NotDone.unreachable();
    }
  }

  /** The same for what may take long. */
  public <T> T getSlowly(Asker asker, String path, Class<T> type, Duration patience) {
    return read(call("GET", path, asker, null, patience), type);
  }

  /** A file, as it comes; of any length. */
  public EngineClient.File file(Asker asker, String path) {
    try {
      EngineClient.File file = client.file(path, asker.token(), asker.language());
      if (file.status() == 200) {
        return file;
      }
      file.body().close();
      throw new NotDone(file.status(), null, null, 0);
    } catch (IOException _) {
      throw NotDone.unreachable();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw NotDone.unreachable();
    }
  }

  /**
   * Hands a file over as it comes.
   *
   * @param size in bytes; below 0 if unknown
   */
  public <T> T upload(Asker asker, String path, InputStream file, long size, Class<T> type) {
    try {
      Reply reply =
          client.upload(path, asker.token(), asker.language(), file, size, Duration.ofMinutes(30));
      if (reply.status() / 100 == 2) {
        return read(reply.body(), type);
      }
      throw refusal(reply);
    } catch (IOException _) {
      throw NotDone.unreachable();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw NotDone.unreachable();
    }
  }

  /** A small file that the engine makes of what is posted. */
  public byte[] made(Asker asker, String path, Object body) {
    try {
      EngineClient.File file = client.made(path, asker.token(), asker.language(), Wire.write(body));
      try (InputStream in = file.body()) {
        byte[] bytes = in.readAllBytes();
        if (file.status() == 200) {
          return bytes;
        }
        throw refusal(new Reply(file.status(), new String(bytes, StandardCharsets.UTF_8), 0));
      }
    } catch (IOException _) {
      throw NotDone.unreachable();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw NotDone.unreachable();
    }
  }

  /** Posts a body that is JSON already, or should be. */
  public <T> T postAsIs(Asker asker, String path, String json, Class<T> type) {
    return read(call("POST", path, asker, json, Duration.ofMinutes(1)), type);
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
    return call(method, path, asker, json, EngineClient.ANSWER);
  }

  private String call(
      String method, String path, Asker asker, @Nullable String json, Duration patience) {
    try {
      Reply reply =
          client.call(method, path, asker.token(), asker.language(), Map.of(), json, patience);
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
