package vn.gocua.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gocua.engine.support.Answer;
import vn.gocua.engine.support.Api;
import vn.gocua.engine.support.Item;
import vn.gocua.engine.support.Phone;
import vn.gocua.engine.support.RunningEngine;
import vn.gocua.testkit.SettableClock;

/** The journal stands still while more comes than may wait: somebody else holds the file's lock. */
class BackPressureTest {
  private static final String NOW = "2025-08-22T09:30:00+07:00";
  private static final int UPLOADS = 60;
  private static final int ITEMS = 500;

  @Test
  void shouldTurnAwayAtOnceWhatFindsNoRoomAndTakeItLater(@TempDir Path folder) throws Exception {
    try (RunningEngine engine = RunningEngine.start(folder, SettableClock.at(NOW))) {
      Phone phone = engine.phone("T01");
      List<Item[]> uploads = IntStream.range(0, UPLOADS).mapToObj(_ -> upload()).toList();
      Queue<Answer> turnedAway = new ConcurrentLinkedQueue<>();
      Queue<Item[]> unknown = new ConcurrentLinkedQueue<>();
      try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();
          Connection held = lock(engine)) {
        for (Item[] upload : uploads) {
          senders.execute(() -> {
            Answer answer = phone.send(upload);
            if (answer.status() != 200) {
              turnedAway.add(answer);
              unknown.add(upload);
            }
          });
        }
        await().atMost(Duration.ofMinutes(1)).until(() -> !turnedAway.isEmpty());
        held.rollback();
      }

      assertThat(turnedAway)
          .allSatisfy(answer -> {
            assertThat(answer.problem()).isIn("503 busy", "503 journal-unavailable");
            assertThat(Integer.parseInt(answer.header("retry-after"))).isPositive();
          });
      assertThat(turnedAway).anySatisfy(a -> assertThat(a.problem()).isEqualTo("503 busy"));
      List<String> outcomes = new ArrayList<>();
      unknown.forEach(upload -> outcomes.addAll(phone.send(upload).expect(200).outcomes()));
      assertThat(outcomes).allMatch(outcome -> List.of("accepted", "duplicate").contains(outcome));
      assertThat(Collections.frequency(outcomes, "accepted")).isPositive();
      await().atMost(Duration.ofMinutes(1)).until(() -> shown(engine) == UPLOADS * ITEMS);
      engine.assertRecountEqual();
    }
  }

  /** A phone dies with its check-in under way; what it sends anew meets another rule by then. */
  @Test
  void shouldNotRejectWhatIsOnItsWay(@TempDir Path folder) throws Exception {
    SettableClock clock = SettableClock.at(NOW);
    try (RunningEngine engine = RunningEngine.start(folder, clock)) {
      Phone phone = engine.phone("T01");
      Api leader = engine.leader();
      used(leader, phone);
      Item item = Item.at(NOW);
      Queue<Answer> answers = new ConcurrentLinkedQueue<>();
      try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();
          Connection held = lock(engine)) {
        senders.execute(() -> answers.add(phone.send(item)));
        await()
            .atMost(Duration.ofSeconds(30))
            .until(() -> leader.get("/metrics").body().contains("gocua_journal_waiting 1"));
        clock.set("2025-08-21T09:30:00+07:00");
        senders.execute(() -> answers.add(phone.send(item)));
        held.rollback();
      }
      assertThat(answers.stream().flatMap(answer -> answer.outcomes().stream()))
          .containsExactlyInAnyOrder("accepted", "duplicate");
      engine.assertRecountEqual();
    }
  }

  /** The phone's first use of the day is on record, so that nothing of its own waits. */
  private static void used(Api leader, Phone phone) {
    phone.api().get("/api/v1/check-ins").expect(200);
    await().until(() -> leader.get("/api/v1/devices?team=T01").body().contains("usedOn"));
  }

  private static int shown(RunningEngine engine) {
    return engine.anybody().board().path("totals").path("checkIns").asInt();
  }

  private static Item[] upload() {
    return IntStream.range(0, ITEMS).mapToObj(_ -> Item.at(NOW)).toArray(Item[]::new);
  }

  private static Connection lock(RunningEngine engine) throws SQLException {
    Connection connection =
        DriverManager.getConnection("jdbc:sqlite:" + engine.settings().journalFile());
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA busy_timeout = 10000");
      connection.setAutoCommit(false);
      statement.execute("UPDATE events SET content = content WHERE 0");
    }
    return connection;
  }
}
