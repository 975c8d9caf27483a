package vn.gocua.engine.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.junit5.Timeout;
import io.vertx.junit5.VertxExtension;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.gocua.engine.board.BoardSource.Everybody;
import vn.gocua.engine.http.sse.SseHub;
import vn.gocua.engine.support.Campaigns;

/**
 * A viewer who does not read costs the engine no more than a board or two, however much happens.
 * The board here is a megabyte, so that the network's own buffers, of four or so, are soon full.
 */
@Tag("slow")
@ExtendWith(VertxExtension.class)
@Timeout(value = 60, timeUnit = TimeUnit.SECONDS)
class SlowViewerTest {
  private static final int TEAMS = 10_000;
  private static final int CHANGES = 20;

  private final Board board =
      new Board(Campaigns.of(LocalDate.EPOCH, 3, ZoneId.of("UTC"), TEAMS), 1);
  private final AtomicInteger crowd = new AtomicInteger();

  /** Serves the board's stream, and returns how to tell it of changes. */
  private HttpServer serve(Vertx vertx, Duration patience, List<SseHub<Everybody>> made) {
    Router router = Router.router(vertx);
    HttpServer server =
        vertx.createHttpServer(new HttpServerOptions().setHost("127.0.0.1").setPort(0));
    return vertx
        .executeBlocking(() -> 0)
        .compose(_ -> {
          BoardSource source = new BoardSource(board, Clock.systemUTC(), "n");
          SseHub<Everybody> hub =
              new SseHub<>(
                  vertx,
                  BoardFeature.RHYTHM.cutOffAfter(patience),
                  List.of(source, new NoticeFrames(() -> new NoticeSource.Current("", ""))),
                  source::heartbeat,
                  crowd::addAndGet);
          made.add(hub);
          router.get("/").handler(ctx -> hub.serve(ctx, null, Everybody.EVERYBODY));
          return server.requestHandler(router).listen();
        })
        .toCompletionStage()
        .toCompletableFuture()
        .join();
  }

  private static Socket watch(HttpServer server) throws IOException {
    Socket socket = new Socket();
    socket.setReceiveBufferSize(4096);
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.actualPort()));
    socket
        .getOutputStream()
        .write("GET / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  /** Reads on and on, and tells the revision of each event. */
  private static void read(Socket socket, Consumer<Long> revision) {
    Thread.ofVirtual()
        .start(() -> {
          try (BufferedReader lines =
              new BufferedReader(
                  new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
              if (line.startsWith("id: n-")) {
                revision.accept(Long.parseLong(line.substring(6)));
              }
            }
          } catch (IOException _) {
            // Closed.
          }
        });
  }

  /** Changes the board again and again; each change reaches the viewer who reads. */
  private void change(SseHub<Everybody> hub, List<Long> seen) {
    for (int i = 0; i < CHANGES; i++) {
      board.startDay();
      hub.changed();
      await().until(() -> !seen.isEmpty() && seen.getLast() >= board.revision());
    }
  }

  @Test
  void shouldConflateForAViewerWhoReadsLate(Vertx vertx) throws IOException {
    List<SseHub<Everybody>> made = new ArrayList<>();
    HttpServer server = serve(vertx, Duration.ofMinutes(1), made);
    List<Long> seen = new CopyOnWriteArrayList<>();
    List<Long> seenLate = new CopyOnWriteArrayList<>();
    try (Socket reading = watch(server);
        Socket late = watch(server)) {
      read(reading, seen::add);
      await().until(() -> crowd.get() == 2);
      change(made.getFirst(), seen);
      read(late, seenLate::add);
      await().until(() -> !seenLate.isEmpty() && seenLate.getLast() == board.revision());
    }
    assertThat(seen.size()).isGreaterThanOrEqualTo(CHANGES);
    assertThat(seenLate.size()).isLessThan(CHANGES / 2);
    assertThat(seenLate).isSorted().doesNotHaveDuplicates();
    await().until(() -> crowd.get() == 0);
  }

  @Test
  void shouldLetAViewerGoWhoTakesNothingForLong(Vertx vertx) throws IOException {
    List<SseHub<Everybody>> made = new ArrayList<>();
    HttpServer server = serve(vertx, Duration.ofSeconds(1), made);
    List<Long> seen = new CopyOnWriteArrayList<>();
    try (Socket reading = watch(server);
        Socket deaf = watch(server)) {
      read(reading, seen::add);
      await().until(() -> crowd.get() == 2);
      change(made.getFirst(), seen);
      await().until(() -> crowd.get() == 1);
      assertThat(deaf.isConnected()).isTrue();
      board.startDay();
      made.getFirst().changed();
      await().until(() -> seen.getLast() >= board.revision());
    }
  }
}
