package vn.gocua.engine.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Vertx;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.junit5.Timeout;
import io.vertx.junit5.VertxExtension;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vn.gocua.base.time.Schedule;
import vn.gocua.engine.cluster.Channels;
import vn.gocua.engine.journal.Event;
import vn.gocua.engine.journal.ForwardingJournal;
import vn.gocua.engine.journal.GroupCommit;
import vn.gocua.engine.journal.Journal;
import vn.gocua.engine.journal.sqlite.SqliteJournal;
import vn.gocua.engine.state.Sums.Added;

/** Two nodes with one journal: what each remembers, and how it finds out what it was not told. */
@ExtendWith(VertxExtension.class)
@Timeout(value = 60, timeUnit = TimeUnit.SECONDS)
class RememberedRepositoryTest {
  private static final Duration NEVER = Duration.ofHours(1);

  @TempDir private Path folder;
  private Vertx vertx;
  private SlowJournal journal;
  private GroupCommit commit;
  private Schedule schedule;
  private ExecutorService threads;
  private RememberedRepository<Added, Integer> here;
  private RememberedRepository<Added, Integer> there;

  /** A journal that can hold back what was read of a stream. */
  private static final class SlowJournal extends ForwardingJournal {
    private volatile Consumer<String> afterReading = _ -> {};
    private final List<String> read = new CopyOnWriteArrayList<>();

    SlowJournal(Journal journal) {
      super(journal);
    }

    @Override
    public void readStream(String stream, Consumer<Event> reader) {
      read.add(stream);
      List<Event> events = new ArrayList<>();
      super.readStream(stream, events::add);
      afterReading.accept(stream);
      events.forEach(reader);
    }
  }

  @BeforeEach
  void open(Vertx owner) {
    vertx = owner;
    journal = new SlowJournal(SqliteJournal.open(folder.resolve("journal.db")));
    commit = new GroupCommit(journal, 1000, _ -> {});
    schedule = Schedule.ofVirtualThreads("resync");
    threads = Executors.newVirtualThreadPerTaskExecutor();
    here = node("here").remembered(Sums.kind(), "sums", NEVER);
    there = node("there").remembered(Sums.kind(), "sums", NEVER);
  }

  private Repositories node(String name) {
    return new Repositories(
        "thu", journal, commit, new Channels(vertx, "thu", name), threads, schedule);
  }

  @AfterEach
  void close() {
    threads.close();
    schedule.close();
    commit.close();
    journal.close();
  }

  private RememberedRepository<Added, Integer> alone() {
    return new RememberedRepository<>(Sums.kind(), journal, commit);
  }

  private static List<Change<Integer>> changesOf(RememberedRepository<Added, Integer> repository) {
    List<Change<Integer>> changes = new CopyOnWriteArrayList<>();
    repository.onChange(changes::add);
    return changes;
  }

  @Test
  void shouldRememberWhatIsAppendedHereAndThere() {
    assertThat(here.append("a", _ -> new Added(3))).isEqualTo(new Versioned<>(1, 3));
    assertThat(here.get("a")).isEqualTo(3);
    await().untilAsserted(() -> assertThat(there.now("a")).isEqualTo(new Versioned<>(1, 3)));
    there.append("a", now -> new Added(now == null ? 0 : 1));
    await().untilAsserted(() -> assertThat(here.now("a")).isEqualTo(new Versioned<>(2, 4)));
  }

  @Test
  void shouldReadNothingAgainThatItAppendedItself() {
    here.append("a", _ -> new Added(3));
    await().untilAsserted(() -> assertThat(there.get("a")).isEqualTo(3));
    assertThat(journal.read).as("once to decide, once there").hasSize(2);
  }

  @Test
  void shouldLoadAllAtOnce() {
    alone().append("a", _ -> new Added(1));
    alone().append("b", _ -> new Added(2));
    journal.read.clear();
    List<Change<Integer>> changes = changesOf(here);
    here.load();
    assertThat(here.all()).containsExactly(1, 2);
    assertThat(here.allVersioned()).containsExactly(new Versioned<>(1, 1), new Versioned<>(1, 2));
    assertThat(here.keys()).containsExactlyInAnyOrder("a", "b");
    assertThat(changes).hasSize(2);
    assertThat(journal.read).isEmpty();
  }

  /** A notice that was withdrawn once came back on one node: a slow reading was put on top. */
  @Test
  void shouldNotLetALateReadingUndoANewerOne() throws InterruptedException {
    RememberedRepository<Added, Integer> other = alone();
    other.append("a", _ -> new Added(1));
    CountDownLatch reading = new CountDownLatch(1);
    CountDownLatch newer = new CountDownLatch(1);
    journal.afterReading =
        _ -> {
          reading.countDown();
          awaitQuietly(newer);
        };
    CompletableFuture<Versioned<Integer>> late =
        CompletableFuture.supplyAsync(() -> here.read("a"), threads);
    assertThat(reading.await(10, TimeUnit.SECONDS)).isTrue();
    journal.afterReading = _ -> {};
    List<Change<Integer>> changes = changesOf(here);
    here.append("a", _ -> new Added(5));
    newer.countDown();
    assertThat(late.join()).as("what it had read").isEqualTo(new Versioned<>(1, 1));
    assertThat(here.now("a")).isEqualTo(new Versioned<>(2, 6));
    assertThat(changes).hasSize(1);
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void shouldTellListenersOfWinnersOnlyAndInOrder() {
    List<Change<Integer>> changes = changesOf(here);
    IntStream.rangeClosed(1, 20)
        .mapToObj(n ->
            CompletableFuture.runAsync(
                () -> {
                  here.append("a", _ -> new Added(n));
                  here.read("a");
                },
                threads))
        .toList()
        .forEach(CompletableFuture::join);
    assertThat(changes).extracting(change -> change.now().version()).isSorted();
    assertThat(changes).extracting(Change::before).extracting(Versioned::version).isSorted();
    assertThat(changes).extracting(change -> change.now().version()).doesNotHaveDuplicates();
    assertThat(changes.getLast()).extracting(Change::now).isEqualTo(new Versioned<>(20, 210));
    here.read("a");
    here.load();
    here.resync();
    assertThat(changes.getLast().now().version()).isEqualTo(20);
    assertThat(here.revision()).isEqualTo(1 + changes.size());
  }

  @Test
  void shouldKeepAListenersFaultFromTheOthers() {
    here.onChange(_ -> {
      throw new IllegalStateException("a fault");
    });
    List<Change<Integer>> changes = changesOf(here);
    here.append("a", _ -> new Added(1));
    assertThat(changes).containsExactly(new Change<>("a", Versioned.none(), new Versioned<>(1, 1)));
  }

  @Test
  void shouldFindByAResyncWhatItWasNotTold() {
    here.append("a", _ -> new Added(1));
    alone().append("b", _ -> new Added(2));
    alone().append("a", _ -> new Added(3));
    journal.read.clear();
    here.resync();
    assertThat(here.now("a")).isEqualTo(new Versioned<>(2, 4));
    assertThat(here.now("b")).isEqualTo(new Versioned<>(1, 2));
    assertThat(journal.read).hasSize(2);
    here.resync();
    assertThat(journal.read).as("nothing differs").hasSize(2);
  }

  @Test
  void shouldResyncOnATimer() {
    RememberedRepository<Added, Integer> watching =
        node("third").remembered(Sums.kind(), "sums", Duration.ofMillis(20));
    alone().append("a", _ -> new Added(1));
    await().untilAsserted(() -> assertThat(watching.get("a")).isEqualTo(1));
  }

  @Test
  void shouldResyncWhenAMessageIsMissing() {
    told("a", 7);
    alone().append("b", _ -> new Added(2));
    told("a", 9);
    await().untilAsserted(() -> assertThat(here.get("b")).isEqualTo(2));
  }

  private void told(String key, long number) {
    vertx
        .eventBus()
        .publish(
            "sums/thu",
            key,
            new DeliveryOptions().addHeader("node", "x").addHeader("n", String.valueOf(number)));
  }

  @Test
  void shouldSayWhatHasChangedSinceARevision() {
    assertThat(here.revision()).isPositive();
    here.append("a", _ -> new Added(1));
    here.append("b", _ -> new Added(1));
    long seen = here.revision();
    assertThat(here.changedSince(0)).containsExactly("a", "b");
    assertThat(here.changedSince(seen)).isEmpty();
    here.append("a", _ -> new Added(1));
    here.append("a", _ -> new Added(1));
    assertThat(here.changedSince(seen)).containsExactly("a");
    assertThat(here.changedSince(0)).as("the oldest first").containsExactly("b", "a");
  }

  @Test
  void shouldTellEarlierVersionsOfTheOneStreamAsTheyTellIt() {
    List<String> told = new CopyOnWriteArrayList<>();
    vertx.eventBus().<String>consumer("sum/thu", message -> told.add(message.body()));
    SingleStream<Added, Integer> mine = node("one").single(Sums.single(), "sum");
    assertThat(mine.now()).isEqualTo(Versioned.none());
    mine.append(_ -> new Added(4));
    await().untilAsserted(() -> assertThat(told).containsExactly("changed"));
    new RememberedRepository<>(Sums.single(), journal, commit).append("", _ -> new Added(1));
    vertx.eventBus().publish("sum/thu", "changed");
    await().untilAsserted(() -> assertThat(mine.now()).isEqualTo(new Versioned<>(2, 5)));
  }
}
