package vn.gocua.system.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.gocua.protocol.board.BoardEndpoints;

/** Watches the board's stream as a wall does; by hand, to note when each line has arrived. */
final class Viewer implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final BufferedReader lines;
  private final CountDownLatch begun = new CountDownLatch(1);

  /** Told of every row of the board, with the moment (nanoseconds) at which it had arrived. */
  interface Rows {
    void row(String team, long checkIns, long arrivedAt);
  }

  Viewer(URI engine, Rows rows) throws IOException {
    lines =
        new BufferedReader(
            new InputStreamReader(
                engine.resolve(BoardEndpoints.STREAM.path()).toURL().openStream(),
                StandardCharsets.UTF_8),
            1 << 17);
    Thread.ofPlatform().daemon().name("viewer").start(() -> read(rows));
  }

  /** Waits for the first whole board. */
  void awaitBegun() throws InterruptedException {
    begun.await();
  }

  private void read(Rows rows) {
    try {
      String event = "";
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        long arrivedAt = System.nanoTime();
        if (line.startsWith("event: ")) {
          event = line.substring(7);
        } else if (line.startsWith("data: ") && !event.equals("beat")) {
          for (JsonNode row : JSON.readTree(line.substring(6)).get("teams")) {
            rows.row(row.get("team").asString(), row.get("checkIns").asLong(), arrivedAt);
          }
          begun.countDown();
        }
      }
    } catch (IOException | UncheckedIOException _) {
      // Closed: nobody watches any more.
    }
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
