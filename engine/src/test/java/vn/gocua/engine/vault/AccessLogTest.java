package vn.gocua.engine.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.gocua.engine.config.ReadingLimits;
import vn.gocua.engine.journal.GroupCommit;
import vn.gocua.engine.journal.Journal;
import vn.gocua.engine.journal.mongo.MongoJournal;
import vn.gocua.engine.journal.sqlite.SqliteJournal;
import vn.gocua.protocol.reading.ReadingReason;
import vn.gocua.protocol.refusal.Refusal;
import vn.gocua.testkit.mongo.FakeMongo;

/** Who may newly read how many contacts, by the records of what was read. */
class AccessLogTest {
  private static final Instant NOON = Instant.parse("2025-08-22T05:00:00Z");
  private static final ReadingLimits LIMITS = new ReadingLimits(5, 8, 10, 12);

  @TempDir private Path folder;

  private static DataAccess visit(int request, Instant at) {
    return DataAccess.visit("help-request/TN-" + request, "a-phone", "T01", at);
  }

  private static AccessLog log(Journal journal, GroupCommit commit) {
    return new AccessLog("thu", journal, commit, LIMITS);
  }

  /** How many of so many readings of different matters are let. */
  private static int let(AccessLog log, int from, int to, Instant at) {
    int let = 0;
    for (int request = from; request < to; request++) {
      let += refused(log, visit(request, at), 1) == null ? 1 : 0;
    }
    return let;
  }

  private static Refusal refused(AccessLog log, DataAccess reading, int contacts) {
    return catchThrowableOfType(Refusal.class, () -> log.record(reading, contacts));
  }

  private interface Work {
    void on(Journal journal, GroupCommit commit);
  }

  private void onFile(Work work) {
    try (SqliteJournal journal = SqliteJournal.open(folder.resolve("journal.db"));
        GroupCommit commit = new GroupCommit(journal, 1000, _ -> {})) {
      work.on(journal, commit);
    }
  }

  @Test
  void shouldRefuseMoreNewContactsThanTheHourHasButNotAKnownOne() {
    onFile((journal, commit) -> {
      AccessLog log = log(journal, commit);
      assertThat(let(log, 0, 40, NOON)).isEqualTo(5);
      Refusal refusal = refused(log, visit(50, NOON.plusSeconds(600)), 1);
      assertThat(refusal.reason()).isEqualTo(ReadingReason.CONTACT_QUOTA);
      assertThat(refusal.retryAfter()).isEqualTo(Duration.ofMinutes(50));
      assertThat(refused(log, visit(3, NOON.plusSeconds(600)), 1)).isNull();
      assertThat(log.of("help-request/TN-3")).extracting(DataAccess::taken).containsExactly(1, 0);
      assertThat(log.of("help-request/TN-50")).isEmpty();
    });
  }

  @Test
  void shouldLetTheNextHourUntilTheDayIsFull() {
    onFile((journal, commit) -> {
      AccessLog log = log(journal, commit);
      assertThat(let(log, 0, 9, NOON)).isEqualTo(5);
      Instant later = NOON.plus(Duration.ofHours(2));
      assertThat(let(log, 10, 19, later)).isEqualTo(3);
      Refusal refusal = refused(log, visit(20, later), 1);
      assertThat(refusal.retryAfter()).isEqualTo(Duration.ofHours(22));
      assertThat(let(log, 30, 39, NOON.plus(Duration.ofHours(24)))).isEqualTo(5);
    });
  }

  @Test
  void shouldForgetNothingByARestart() {
    onFile((journal, commit) -> let(log(journal, commit), 0, 5, NOON));
    onFile((journal, commit) -> {
      AccessLog again = log(journal, commit);
      again.load();
      assertThat(let(again, 10, 20, NOON.plusSeconds(60))).isZero();
      assertThat(let(again, 0, 5, NOON.plusSeconds(60))).isEqualTo(5);
    });
  }

  @Test
  void shouldCountReadingsOfBeforeTheyWereNumbered() {
    onFile((journal, commit) -> {
      for (int request = 0; request < 4; request++) {
        DataAccess old =
            new DataAccess(
                "help-request/TN-" + request, "a-phone", "visit", NOON, null, null, null, null);
        String stream = "thu/personal-data-read/" + old.about();
        journal.append(
            List.of(
                AccessLog.event("one-" + request, stream, old),
                AccessLog.event("two-" + request, stream, old)));
      }
      AccessLog log = log(journal, commit);
      log.load();
      assertThat(let(log, 10, 20, NOON.plusSeconds(1))).isEqualTo(1);
    });
  }

  @Test
  void shouldLetAClassWholeWhileAnythingIsLeftAndCountItsPeople() {
    onFile((journal, commit) -> {
      AccessLog log = log(journal, commit);
      LeaderReading leader = new LeaderReading("leader", NOON);
      assertThat(refused(log, DataAccess.byLeader("class/a", leader, "class-list"), 9)).isNull();
      assertThat(refused(log, DataAccess.byLeader("class/a", leader, "class-list"), 11)).isNull();
      assertThat(log.of("class/a")).extracting(DataAccess::taken).containsExactly(9, 2);
      assertThat(refused(log, DataAccess.byLeader("class/b", leader, "class-list"), 1)).isNotNull();
      assertThat(refused(log, DataAccess.byLeader("class/a", leader, "class-list"), 11)).isNull();
    });
  }

  @Test
  void shouldCountNoHolderWhoChangesTheOwnTicket() {
    onFile((journal, commit) -> {
      AccessLog log = log(journal, commit);
      for (int request = 0; request < 50; request++) {
        assertThat(refused(log, DataAccess.change("help-request/TN-" + request, NOON), 1)).isNull();
      }
      log.load();
      assertThat(log.standings(NOON)).isEmpty();
    });
  }

  @Test
  void shouldTellWhoIsNearAndWhoIsAtTheLimitForADay() {
    onFile((journal, commit) -> {
      AccessLog log = log(journal, commit);
      let(log, 0, 3, NOON);
      assertThat(log.standings(NOON)).isEmpty();
      let(log, 3, 4, NOON.plusSeconds(9));
      assertThat(log.standings(NOON.plusSeconds(9)))
          .containsExactly(
              new ReaderStanding("a-phone", "T01", true, 4, 4, false, NOON.plusSeconds(9)));
      let(log, 4, 40, NOON.plusSeconds(20));
      Instant evening = NOON.plus(Duration.ofHours(9));
      assertThat(log.standings(evening))
          .containsExactly(
              new ReaderStanding("a-phone", "T01", true, 0, 5, true, NOON.plusSeconds(20)));
      assertThat(log.standings(NOON.plus(Duration.ofHours(25)))).isEmpty();
    });
  }

  @Test
  void shouldLimitNobodyWithoutALimit() {
    onFile((journal, commit) -> {
      AccessLog log = new AccessLog("thu", journal, commit, ReadingLimits.NONE);
      assertThat(let(log, 0, 100, NOON)).isEqualTo(100);
      assertThat(log.standings(NOON)).isEmpty();
    });
  }

  /** Two engines that tell each other nothing: the journal alone decides. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void shouldLetNoMoreOnTwoEnginesAtOnceThanOnOne(boolean file) throws Exception {
    if (file) {
      onFile((journal, commit) -> raceOn(journal, commit));
    } else {
      try (FakeMongo mongo = FakeMongo.start();
          Journal journal = MongoJournal.open(mongo.uri() + "/gocua", Clock.systemUTC());
          GroupCommit commit = new GroupCommit(journal, 1000, _ -> {})) {
        raceOn(journal, commit);
      }
    }
  }

  private static void raceOn(Journal journal, GroupCommit commit) {
    List<AccessLog> engines = List.of(log(journal, commit), log(journal, commit));
    AtomicInteger let = new AtomicInteger();
    List<Callable<Integer>> readings = new ArrayList<>();
    for (int request = 0; request < 40; request++) {
      DataAccess reading = visit(request, NOON);
      AccessLog engine = engines.get(request % 2);
      readings.add(() -> refused(engine, reading, 1) == null ? let.incrementAndGet() : 0);
    }
    try (ExecutorService many = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Integer> done : many.invokeAll(readings)) {
        done.get();
      }
    } catch (Exception e) {
      throw new AssertionError(e);
    }
    assertThat(let.get()).isEqualTo(5);
    engines.forEach(engine -> engine.catchUp("phone/a-phone"));
    assertThat(engines)
        .allSatisfy(engine ->
            assertThat(engine.standings(NOON))
                .extracting(ReaderStanding::lastHour)
                .containsExactly(5));
  }
}
