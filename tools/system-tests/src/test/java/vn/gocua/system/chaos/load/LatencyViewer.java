package vn.gocua.system.chaos.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.gocua.protocol.board.BoardEndpoints;

/**
 * A viewer of the board's stream, as a wall is one: silent for five seconds means cut off, and then
 * it goes to another engine. Measures how long what was acknowledged stays unseen. Its connections
 * end reads after a silence, so it reads them by hand.
 */
public final class LatencyViewer implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int SILENCE_MS = 5_000;
  private static final int CONNECT_MS = 1_000;
  private static final int PAUSE_MS = 250;

  private final ReadyNodes readyNodes;
  private final LatencyPhone latencyPhone;
  private final RetryStats stats;
  private final Random random;
  private final Thread thread;
  private volatile long seen;
  private volatile boolean closed;

  /**
   * @param engine where it watches first
   */
  public LatencyViewer(
      ReadyNodes readyNodes, URI engine, LatencyPhone latencyPhone, RetryStats stats, long seed) {
    this.readyNodes = readyNodes;
    this.latencyPhone = latencyPhone;
    this.stats = stats;
    this.random = new Random(seed);
    this.seen = latencyPhone.base();
    this.thread = Thread.ofVirtual().name("latency-viewer").start(() -> watch(engine));
  }

  private void watch(URI first) {
    URI engine = first;
    try {
      while (!closed) {
        read(engine);
        Thread.sleep(PAUSE_MS);
        engine = readyNodes.choose(random, engine);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void read(URI engine) {
    try {
      var connection = engine.resolve(BoardEndpoints.STREAM.path()).toURL().openConnection();
      connection.setConnectTimeout(CONNECT_MS);
      connection.setReadTimeout(SILENCE_MS);
      try (BufferedReader lines =
          new BufferedReader(
              new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8))) {
        String event = "";
        for (String line = lines.readLine(); line != null && !closed; line = lines.readLine()) {
          if (line.startsWith("event: ")) {
            event = line.substring(7);
          } else if (line.startsWith("data: ") && !event.equals("beat")) {
            take(JSON.readTree(line.substring(6)));
          }
        }
      }
    } catch (IOException _) {
      // Cut off: another engine.
    }
  }

  private void take(JsonNode board) {
    long now = System.nanoTime();
    for (JsonNode row : board.path("teams")) {
      if (row.path("team").asString().equals(latencyPhone.team())) {
        long count = row.path("checkIns").asLong();
        for (long n = seen + 1; n <= count; n++) {
          stats.stale(now - latencyPhone.acknowledgedAt(n));
        }
        seen = Math.max(seen, count);
      }
    }
  }

  /** How many check-ins of the latency phone's it has seen. */
  public long seen() {
    return seen;
  }

  @Override
  public void close() {
    if (latencyPhone.count() > seen) {
      stats.stale(System.nanoTime() - latencyPhone.acknowledgedAt(seen + 1));
    }
    closed = true;
    thread.interrupt();
  }
}
