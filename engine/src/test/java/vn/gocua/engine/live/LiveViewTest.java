package vn.gocua.engine.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gocua.engine.checkin.event.CheckIn;
import vn.gocua.engine.checkin.event.CheckInEvents;
import vn.gocua.engine.checkin.event.CheckInFact.CheckInRecorded;
import vn.gocua.engine.checkin.event.CheckInFact.Reception;
import vn.gocua.engine.checkin.event.CheckInFact.VoidReception;
import vn.gocua.engine.checkin.event.Tally;
import vn.gocua.engine.checkin.event.TallyKey;
import vn.gocua.engine.checkin.event.TallyProjection;
import vn.gocua.engine.journal.Appended;
import vn.gocua.engine.journal.Event;
import vn.gocua.engine.journal.GroupCommit;
import vn.gocua.engine.support.Item;

/** The memory is always what the journal says, whatever happens to it and in whatever order. */
@Tag("slow")
class LiveViewTest {
  private static final AtomicInteger TEAMS = new AtomicInteger();

  private static final FoldDeadline PATIENCE = FoldDeadline.starting();

  private static LiveFixture<Tally> live;
  private static GroupCommit commit;
  private String stream;

  @BeforeAll
  static void start(@TempDir Path folder) {
    live = new LiveFixture<>(folder, new TallyProjection(), PATIENCE);
    commit = new GroupCommit(live.journal(), 100_000, live.view()::apply);
  }

  @AfterAll
  static void stop() {
    commit.close();
    live.close();
  }

  @BeforeEach
  void anotherTeam() {
    stream = stream("T" + TEAMS.incrementAndGet());
  }

  private static String stream(String team) {
    return new TallyKey("thu-nghiem", team, LocalDate.of(2025, 8, 22)).stream();
  }

  private static Event checkIn(String stream, int residents) {
    Instant at = Instant.parse("2025-08-22T02:30:00Z");
    CheckIn checkIn =
        new CheckIn(
            TallyKey.of(stream).team(),
            at,
            "apps",
            residents,
            List.of("elderly"),
            null,
            null,
            null,
            null);
    return CheckInEvents.recorded(
        Item.newId(), stream, new CheckInRecorded(checkIn, new Reception(at, at, null, "phone")));
  }

  private static Event voided(Event recorded) {
    CheckInRecorded fact = (CheckInRecorded) CheckInEvents.fact(recorded);
    return CheckInEvents.voided(
        recorded, fact, new VoidReception("test", fact.reception().receivedAt(), "leader", null));
  }

  private List<LiveView.StreamChange<Tally>> changes() {
    return live.changes().stream().filter(change -> change.stream().equals(stream)).toList();
  }

  private LiveView.StreamChange<Tally> awaitChange(int number) {
    await().until(() -> changes().size() >= number);
    return changes().get(number - 1);
  }

  @Test
  void shouldBeEmptyWhereNothingHappened() {
    assertThat(live.live(stream).state()).isEqualTo(Tally.EMPTY);
    assertThat(live.live(stream).version()).isZero();
  }

  @Test
  void shouldTellOfTheFirstEventOfAnEntryThatWasNotInMemory() {
    Event first = checkIn(stream, 3);
    commit.append(List.of(first)).join();
    LiveView.StreamChange<Tally> change = awaitChange(1);
    assertThat(change.fresh()).containsExactly(first);
    assertThat(change.now()).isEqualTo(live.folded(stream));
  }

  @Test
  void shouldTellOfANewEventThoughSomebodyLoadedTheEntryMeanwhile() {
    Event first = checkIn(stream, 3);
    List<Appended> appended = live.journal().append(List.of(first));
    assertThat(live.live(stream).version()).isEqualTo(1);
    live.view().apply(appended);
    assertThat(awaitChange(1).fresh()).containsExactly(first);
  }

  @Test
  void shouldCountAnEventOnceHoweverOftenItIsApplied() {
    Event event = checkIn(stream, 3);
    commit.append(List.of(event)).join();
    awaitChange(1);
    for (int i = 0; i < 5; i++) {
      commit.append(List.of(event)).join();
    }
    commit.append(List.of(checkIn(stream, 1))).join();
    assertThat(awaitChange(2).now().version()).isEqualTo(2);
    assertThat(live.live(stream)).isEqualTo(live.folded(stream));
    assertThat(changes()).hasSize(2);
  }

  @Test
  void shouldCountADuplicateThatNeverReachedMemory() {
    assertThat(live.live(stream).version()).isZero();
    // The engine died between append and apply; the phone sends again.
    Event event = checkIn(stream, 3);
    live.journal().append(List.of(event));
    commit.append(List.of(event)).join();
    LiveView.StreamChange<Tally> change = awaitChange(1);
    assertThat(change.fresh()).containsExactly(event);
    assertThat(change.now().state().residents()).isEqualTo(3);
  }

  @Test
  void shouldApplyADuplicateWhereItsFirstTryStands() {
    Event first = checkIn(stream, 3);
    String nextDay = stream.replace("2025-08-22", "2025-08-23");
    commit.append(List.of(first)).join();
    awaitChange(1);
    Event again = new Event(first.id(), nextDay, first.type(), first.content(), first.details());
    commit.append(List.of(again, checkIn(stream, 1))).join();
    awaitChange(2);
    assertThat(live.live(nextDay).version()).isZero();
    assertThat(live.live(stream)).isEqualTo(live.folded(stream));
  }

  @Test
  void shouldFoldAnewWhatWasForgotten() {
    commit.append(List.of(checkIn(stream, 3), checkIn(stream, 4))).join();
    awaitChange(1);
    live.view().evict(stream);
    assertThat(live.live(stream)).isEqualTo(live.folded(stream));
    live.view().evictAll();
    assertThat(live.live(stream).state().residents()).isEqualTo(7);
  }

  @Test
  void shouldGiveUpAFoldThatTakesTooLongAndTryAgain() {
    commit.append(List.of(checkIn(stream, 3))).join();
    awaitChange(1);
    live.view().evict(stream);
    PATIENCE.set(Duration.ZERO);
    try {
      assertThatThrownBy(() -> live.live(stream)).matches(FoldTimeout::isCauseOf);
    } finally {
      PATIENCE.set(Duration.ofMinutes(1));
    }
    assertThat(live.live(stream)).isEqualTo(live.folded(stream));
  }

  @Test
  void shouldPassOverEventsOfOtherKinds() {
    Event stranger =
        new Event(Item.newId(), "thu-nghiem/device/x", "device-enrolled/1", "{}", "{}");
    Event event = checkIn(stream, 1);
    commit.append(List.of(stranger, event)).join();
    assertThat(awaitChange(1).fresh()).containsExactly(event);
  }

  /** Appends and applies from many threads beside evictions and loads: the ground we stand on. */
  @Test
  void shouldEqualTheJournalThoughEntriesAreForgottenAllTheTime() {
    assertEqualsTheJournalThrough(12);
  }

  @Tag("all")
  @Test
  void shouldEqualTheJournalThoughEntriesAreForgottenAllTheTimeAndForLong() {
    assertEqualsTheJournalThrough(60);
  }

  private static void assertEqualsTheJournalThrough(int times) {
    List<String> streams = IntStream.range(0, 6).mapToObj(i -> stream("T-busy-" + i)).toList();
    AtomicBoolean done = new AtomicBoolean();
    AtomicInteger evictions = new AtomicInteger();
    try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
      var forgetting = CompletableFuture.runAsync(() -> forget(streams, done, evictions), executor);
      List<CompletableFuture<Void>> writers = new ArrayList<>();
      for (int writer = 0; writer < 5; writer++) {
        writers.add(
            CompletableFuture.runAsync(
                () -> {
                  do {
                    write(streams, 20);
                  } while (evictions.get() < times);
                },
                executor));
      }
      try {
        writers.forEach(CompletableFuture::join);
      } finally {
        done.set(true);
      }
      forgetting.join();
    }
    for (String each : streams) {
      await(each).untilAsserted(() -> assertThat(live.live(each)).isEqualTo(live.folded(each)));
      assertThat(live.folded(each).version()).isPositive();
    }
  }

  private static void forget(List<String> streams, AtomicBoolean done, AtomicInteger evictions) {
    while (!done.get()) {
      String one = streams.get(ThreadLocalRandom.current().nextInt(streams.size()));
      if (ThreadLocalRandom.current().nextBoolean()) {
        live.view().evict(one);
        evictions.incrementAndGet();
      } else {
        live.live(one);
      }
    }
  }

  /** Check-ins, repeats and voids. */
  private static void write(List<String> streams, int rounds) {
    for (int i = 0; i < rounds; i++) {
      ThreadLocalRandom random = ThreadLocalRandom.current();
      Event event = checkIn(streams.get(random.nextInt(streams.size())), 1 + i % 7);
      List<Event> batch = new ArrayList<>(List.of(event));
      if (random.nextInt(4) == 0) {
        batch.add(event);
      }
      if (random.nextInt(4) == 0) {
        batch.add(voided(event));
      }
      commit.append(batch).join();
      if (random.nextInt(4) == 0) {
        commit.append(batch).join();
      }
    }
  }

  @Test
  void shouldFindNothingWhereAllIsWell() {
    Sweep<Tally> sweep = new Sweep<>(live.journal(), live.view());
    commit.append(List.of(checkIn(stream, 3))).join();
    awaitChange(1);
    assertThat(sweep.begin(List.of(stream, stream("T-nobody"))).finish()).isZero();
  }

  @Test
  void shouldNotBeFooledByTraffic() {
    Sweep<Tally> sweep = new Sweep<>(live.journal(), live.view());
    AtomicBoolean done = new AtomicBoolean();
    try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
      var traffic =
          CompletableFuture.runAsync(
              () -> {
                while (!done.get()) {
                  write(List.of(stream), 1);
                }
              },
              executor);
      try {
        for (int i = 0; i < 10; i++) {
          Sweep<Tally>.Begun begun = sweep.begin(List.of(stream));
          int journaled = live.folded(stream).version();
          await().until(() -> live.live(stream).version() >= journaled);
          assertThat(begun.finish()).isZero();
        }
      } finally {
        done.set(true);
      }
      traffic.join();
    }
  }

  @Test
  void shouldFindAndHealAnEntryThatLacksAnEvent() {
    commit.append(List.of(checkIn(stream, 3), checkIn(stream, 4))).join();
    awaitChange(1);
    live.map().put(stream, LiveEntry.empty(new TallyProjection()));
    assertThat(live.live(stream).version()).isZero();

    Sweep<Tally> sweep = new Sweep<>(live.journal(), live.view());
    assertThat(sweep.begin(List.of(stream)).finish()).isEqualTo(1);
    assertThat(live.live(stream)).isEqualTo(live.folded(stream));
    assertThat(awaitChange(2).now().version()).isEqualTo(2);
    assertThat(sweep.begin(List.of(stream)).finish()).isZero();
  }

  @Test
  void shouldFindAndHealAnEntryThatHasTooMuch() {
    commit.append(List.of(checkIn(stream, 3))).join();
    awaitChange(1);
    live.view().apply(List.of(new Appended.New(checkIn(stream, 400))));
    assertThat(awaitChange(2).now().state().residents()).isEqualTo(403);

    Sweep<Tally> sweep = new Sweep<>(live.journal(), live.view());
    assertThat(sweep.begin(List.of(stream)).finish()).isEqualTo(1);
    assertThat(live.live(stream)).isEqualTo(live.folded(stream));
    assertThat(live.live(stream).state().residents()).isEqualTo(3);
  }
}
