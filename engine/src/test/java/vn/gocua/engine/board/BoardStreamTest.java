package vn.gocua.engine.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import vn.gocua.engine.support.Item;
import vn.gocua.engine.support.Phone;
import vn.gocua.engine.support.RunningEngine;
import vn.gocua.engine.support.Viewer;
import vn.gocua.engine.support.Viewer.Message;
import vn.gocua.testkit.SettableClock;

/** The board as it is pushed: first all, then what changed, never too often, never too much. */
@Tag("slow")
class BoardStreamTest {
  private static final String NOW = "2025-08-22T09:30:00+07:00";
  private static final SettableClock CLOCK = SettableClock.at(NOW);

  private static RunningEngine engine;
  private static Phone phone;

  @BeforeAll
  static void start(@TempDir Path folder) {
    engine = RunningEngine.start(folder, CLOCK);
    phone = engine.phone("T01");
  }

  @AfterAll
  static void stop() {
    engine.close();
  }

  @BeforeEach
  void setClock() {
    CLOCK.set(NOW);
  }

  @AfterEach
  void shouldCountTheSameEverywhere() {
    engine.assertRecountEqual();
  }

  private static long version() {
    return engine.anybody().board().path("version").asLong();
  }

  private static boolean counts(JsonNode data, long version) {
    return data.path("version").asLong() == version;
  }

  @Test
  void shouldSendTheWholeBoardFirst() throws IOException {
    try (Viewer viewer = Viewer.of(engine)) {
      Message first = viewer.await("board", _ -> true);
      assertThat(viewer.messages().getFirst()).isEqualTo(first);
      assertThat(first.id()).isNotEmpty();
      JsonNode board = engine.anybody().board();
      for (String part : List.of("version", "day", "totals", "today", "days", "teams", "targets")) {
        assertThat(first.data().path(part)).as(part).isEqualTo(board.path(part));
      }
    }
  }

  @Test
  void shouldThenSendWhatChanged() throws IOException {
    phone.send(Item.at("2025-08-21T09:00:00+07:00")).expect(200);
    engine.assertRecountEqual();
    try (Viewer viewer = Viewer.of(engine)) {
      viewer.await("board", _ -> true);
      long before = version();
      engine.phone("T03").send(Item.at(NOW).with("activity", "apps")).expect(200);
      JsonNode tally = viewer.await("tally", data -> counts(data, before + 1)).data();
      assertThat(tally.path("days")).hasSize(1);
      assertThat(tally.path("days").path(0).path("day").asInt()).isEqualTo(12);
      assertThat(tally.path("teams")).anyMatch(t -> t.path("team").asString().equals("T03"));
      assertThat(tally.path("teams").size()).isLessThan(4);
      assertThat(tally.has("targets")).isFalse();
      assertThat(tally.path("totals")).isEqualTo(engine.anybody().board().path("totals"));
      JsonNode latest = tally.path("latest");
      assertThat(latest).hasSize(1);
      assertThat(latest.path(0).path("team").asString()).isEqualTo("T03");
      assertThat(latest.path(0).path("activity").asString()).isEqualTo("apps");
      assertThat(latest.path(0).path("receivedAt").asString()).isEqualTo(NOW);
      assertThat(latest.path(0).path("ageMs").asLong()).isZero();
    }
  }

  @Test
  void shouldTellAVoidWithoutAnnouncingIt() throws IOException {
    Item item = Item.at(NOW);
    phone.send(item).expect(200);
    engine.assertRecountEqual();
    try (Viewer viewer = Viewer.of(engine)) {
      JsonNode board = viewer.await("board", _ -> true).data();
      phone.api().voided(item, "test").expect(200);
      JsonNode tally =
          viewer.await("tally", d -> counts(d, board.path("version").asLong() + 1)).data();
      assertThat(tally.path("totals").path("checkIns").asLong())
          .isEqualTo(board.path("totals").path("checkIns").asLong() - 1);
      assertThat(tally.path("latest")).isEmpty();
    }
  }

  @Test
  void shouldBeatEveryTwoSeconds() throws IOException {
    try (Viewer viewer = Viewer.of(engine)) {
      await().until(() -> viewer.messages("beat").size() >= 2);
      List<Message> beats = viewer.messages("beat");
      assertThat(Duration.ofNanos(beats.get(1).nanos() - beats.get(0).nanos()))
          .isBetween(Duration.ofMillis(1000), Duration.ofMillis(4500));
      assertThat(beats.getFirst().data().path("at").asString()).isEqualTo("2025-08-22T02:30:00Z");
    }
  }

  @Test
  void shouldResumeWhereAViewerWasCutOff() throws IOException {
    String seen;
    long before;
    try (Viewer viewer = Viewer.of(engine)) {
      Message first = viewer.await("board", _ -> true);
      seen = first.id();
      before = first.data().path("version").asLong();
    }
    phone.send(Item.at(NOW), Item.at(NOW), Item.at(NOW)).expect(200);
    engine.assertRecountEqual();
    try (Viewer viewer = Viewer.of(engine, seen)) {
      Message first = viewer.await("tally", data -> counts(data, before + 3));
      assertThat(first.data().path("latest")).hasSize(3);
      assertThat(viewer.messages("board")).isEmpty();
    }
  }

  @Test
  void shouldSendNothingOldToAViewerWhoHasSeenAll() throws IOException {
    String seen;
    try (Viewer viewer = Viewer.of(engine)) {
      viewer.await("board", _ -> true);
      viewer.await("beat", _ -> true);
      seen =
          viewer.messages().stream().map(Message::id).filter(i -> !i.isEmpty()).toList().getLast();
    }
    try (Viewer viewer = Viewer.of(engine, seen)) {
      viewer.await("beat", _ -> true);
      assertThat(viewer.messages("board")).isEmpty();
      assertThat(viewer.messages("tally")).isEmpty();
    }
  }

  @Test
  void shouldSendTheWholeBoardToWhoHasSeenAnotherEngines() throws IOException {
    for (String stranger : List.of("x", "01989f2e-6a00-7c3a-9d52-3f1b7c9e0a41-7", "-1", "")) {
      try (Viewer viewer = Viewer.of(engine, stranger)) {
        viewer.await("board", _ -> true);
      }
    }
  }

  @Test
  void shouldSendTheWholeBoardWhenTheDayTurns() throws IOException {
    CLOCK.set("2025-08-22T23:59:59+07:00");
    phone.send(Item.at("2025-08-22T23:00:00+07:00")).expect(200);
    engine.assertRecountEqual();
    try (Viewer viewer = Viewer.of(engine)) {
      assertThat(viewer.await("board", _ -> true).data().path("day").asInt()).isEqualTo(12);
      CLOCK.set("2025-08-23T00:00:00+07:00");
      JsonNode board = viewer.await("board", data -> data.path("day").asInt() == 13).data();
      assertThat(board.path("today").path("checkIns").asLong()).isZero();
      assertThat(board.path("activeTeamsToday").asInt()).isZero();
      assertThat(board.path("days")).hasSize(13);
      assertThat(board.path("teams")).hasSize(4).allMatch(t -> t.path("today").asLong() == 0);
    }
  }

  @Test
  void shouldTellAViewerAtMostTenTimesASecondAndAllInTheEnd() throws IOException {
    try (Viewer viewer = Viewer.of(engine)) {
      viewer.await("board", _ -> true);
      long before = version();
      sendAll(500);
      long start = System.nanoTime();
      Message last = viewer.await("tally", data -> counts(data, before + 500));
      List<Message> tallies = viewer.messages("tally");
      assertThat(tallies.size()).isLessThan(500);
      assertNeverMoreThanTenASecond(tallies);
      assertThat(last.data().path("totals")).isEqualTo(engine.anybody().board().path("totals"));
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
    }
  }

  /** One by one, from ten phones. */
  private static void sendAll(int number) {
    List<Phone> phones = IntStream.range(0, 10).mapToObj(_ -> engine.phone("T02")).toList();
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      List<CompletableFuture<Void>> all = new ArrayList<>();
      for (Phone each : phones) {
        all.add(
            CompletableFuture.runAsync(
                () -> {
                  for (int i = 0; i < number / phones.size(); i++) {
                    each.send(Item.at(NOW)).expect(200);
                  }
                },
                executor));
      }
      all.forEach(CompletableFuture::join);
    }
  }

  /** Twenty pushes take two seconds; what was held up on the way is forgiven. */
  private static void assertNeverMoreThanTenASecond(List<Message> tallies) {
    for (int i = 20; i < tallies.size(); i++) {
      assertThat(Duration.ofNanos(tallies.get(i).nanos() - tallies.get(i - 20).nanos()))
          .isGreaterThan(Duration.ofMillis(1500));
    }
  }

  @Test
  void shouldNotMindAViewerWhoNeverReads() throws IOException {
    List<Socket> sockets = new ArrayList<>();
    try (Viewer viewer = Viewer.of(engine)) {
      for (int i = 0; i < 20; i++) {
        sockets.add(deaf());
      }
      viewer.await("board", _ -> true);
      long before = version();
      sendAll(300);
      // A sweep that finds a difference first sends the board whole; that is as good.
      Awaitility.await()
          .atMost(Duration.ofSeconds(30))
          .until(() ->
              viewer.messages().stream().anyMatch(message -> counts(message.data(), before + 300)));
      assertThat(engine.anybody().get("/health/ready").status()).isEqualTo(200);
    } finally {
      for (Socket socket : sockets) {
        socket.close();
      }
    }
  }

  /** Asks for the stream, and never takes more of it than its small buffer holds. */
  private static Socket deaf() throws IOException {
    Socket socket = new Socket();
    socket.setReceiveBufferSize(1024);
    socket.connect(
        new InetSocketAddress(InetAddress.getLoopbackAddress(), engine.settings().port()));
    OutputStream out = socket.getOutputStream();
    out.write(
        "GET /api/v1/board/stream HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    out.flush();
    return socket;
  }

  @Test
  void shouldEndTheStreamWhenTheEngineStops(@TempDir Path folder) throws IOException {
    RunningEngine own = RunningEngine.start(folder, SettableClock.at(NOW));
    try (Viewer viewer = Viewer.of(own)) {
      viewer.await("board", _ -> true);
      own.close();
      viewer.awaitEnd();
    }
  }
}
