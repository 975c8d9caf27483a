package vn.gocua.protocol.client;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Reads server-sent events (HTML Living Standard, «Interpreting an event stream»). Every arrival,
 * comments included, is reported as a sign of life. An event or line beyond {@link #LIMIT}
 * characters ends the stream: the server is not an engine.
 */
public final class SseReader implements Closeable {
  /** A board of thousands of teams fits well within. */
  static final int LIMIT = 8 * 1024 * 1024;

  private final InputStream body;
  private final BufferedReader reader;
  private final Runnable signOfLife;
  private String lastId;
  private boolean atStart = true;
  private boolean skipLineFeed;
  private volatile long heardAt = System.nanoTime();

  public SseReader(InputStream body, String lastId, Runnable signOfLife) {
    this.body = body;
    this.reader = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
    this.lastId = lastId;
    this.signOfLife = signOfLife;
  }

  /**
   * Waits for the next event; null at the end of the stream. An event cut off by the end is
   * dropped.
   */
  public @Nullable SseEvent next() throws IOException {
    String name = "";
    StringBuilder data = new StringBuilder();
    boolean hasData = false;
    for (String line = line(); line != null; line = line()) {
      heardAt = System.nanoTime();
      signOfLife.run();
      if (line.isEmpty()) {
        if (hasData) {
          return new SseEvent(name.isEmpty() ? "message" : name, data.toString(), lastId);
        }
        name = "";
        continue;
      }
      int colon = line.indexOf(':');
      String field = colon < 0 ? line : line.substring(0, colon);
      String value =
          colon < 0 ? "" : line.substring(colon + (line.startsWith(" ", colon + 1) ? 2 : 1));
      switch (field) {
        case "event" -> name = value;
        case "data" -> {
          if (data.length() + value.length() > LIMIT) {
            throw new IOException("an event of the stream is too long");
          }
          data.append(hasData ? "\n" : "").append(value);
          hasData = true;
        }
        case "id" -> lastId = value.indexOf('\0') < 0 ? value : lastId;
        default -> {} // A comment, or a field from the future.
      }
    }
    return null;
  }

  private @Nullable String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = reader.read(); c >= 0; c = reader.read()) {
      boolean lineFeedOfCrLf = skipLineFeed && c == '\n';
      skipLineFeed = false;
      if (lineFeedOfCrLf || (atStart && c == '\uFEFF')) {
        atStart = false;
        continue;
      }
      atStart = false;
      if (c == '\n' || c == '\r') {
        skipLineFeed = c == '\r';
        return line.toString();
      }
      if (line.length() >= LIMIT) {
        throw new IOException("a line of the stream is too long");
      }
      line.append((char) c);
    }
    return null;
  }

  /** Time since the last arrival: a dead connection may look open at both ends. */
  public Duration silence() {
    return Duration.ofNanos(System.nanoTime() - heardAt);
  }

  /**
   * Also ends a read that waits in another thread; closing the reader itself would wait for that
   * read's lock.
   */
  @Override
  public void close() throws IOException {
    body.close();
  }
}
