package vn.gocua.engine.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.gocua.engine.journal.sqlite.SqliteJournal;

@Tag("slow")
@Timeout(30)
class GroupCommitTest {
  private static final int MANY = 1_000_000;

  @TempDir private Path folder;
  private GatedJournal journal;
  private GroupCommit commit;

  @BeforeEach
  void open() {
    journal = new GatedJournal(SqliteJournal.open(folder.resolve("journal.db")));
    commit = new GroupCommit(journal, MANY, _ -> {});
  }

  @AfterEach
  void close() {
    journal.open(MANY).fail(false);
    commit.close();
    journal.close();
  }

  private void restart(int capacity, Consumer<List<Appended>> hook) {
    commit.close();
    commit = new GroupCommit(journal, capacity, hook);
  }

  private static Event event(String id) {
    return new Event(id, "s", "check-in/1", "{}", "{}");
  }

  /** Occupies the writer with one event until the gate opens. */
  private CompletableFuture<List<Appended>> occupy() {
    int before = journal.sizes().size();
    CompletableFuture<List<Appended>> first = commit.append(List.of(event("first")));
    await().until(() -> journal.sizes().size() > before);
    return first;
  }

  @Test
  void shouldAnswerEveryCallerAboutItsOwnEvents() {
    journal.open(MANY);
    List<CompletableFuture<List<Appended>>> answers =
        IntStream.range(0, 200)
            .mapToObj(i -> commit.append(List.of(event("a" + i), event("b" + i))))
            .toList();
    for (int i = 0; i < answers.size(); i++) {
      assertThat(answers.get(i).join())
          .containsExactly(new Appended.New(event("a" + i)), new Appended.New(event("b" + i)));
    }
  }

  @Test
  void shouldGatherWhatIsWaitingIntoOneAppend() {
    var first = occupy();
    List<CompletableFuture<List<Appended>>> waiting =
        IntStream.range(0, 300).mapToObj(i -> commit.append(List.of(event("w" + i)))).toList();
    assertThat(commit.waiting()).isEqualTo(301);
    journal.open(2);
    first.join();
    waiting.forEach(CompletableFuture::join);
    assertThat(journal.sizes()).containsExactly(1, 300);
    assertThat(commit.waiting()).isZero();
  }

  @Test
  void shouldKeepAnAppendWithinBounds() {
    var _ = occupy();
    List<CompletableFuture<List<Appended>>> waiting =
        IntStream.range(0, 5)
            .mapToObj(call ->
                commit.append(
                    IntStream.range(0, 400).mapToObj(i -> event(call + "-" + i)).toList()))
            .toList();
    journal.open(MANY);
    waiting.forEach(CompletableFuture::join);
    assertThat(journal.sizes()).containsExactly(1, 1200, 800);
  }

  @Test
  void shouldAnswerAtOnceWhenThereIsNothingToAppend() {
    assertThat(commit.append(List.of()).join()).isEmpty();
    assertThat(journal.sizes()).isEmpty();
  }

  @Test
  void shouldAnswerBeforeTheHookRuns() throws InterruptedException {
    CountDownLatch answered = new CountDownLatch(1);
    LinkedBlockingQueue<List<Appended>> handed = new LinkedBlockingQueue<>();
    restart(
        MANY,
        appended -> {
          try {
            if (answered.await(20, TimeUnit.SECONDS)) {
              handed.add(appended);
            }
          } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
          }
        });
    journal.open(1);
    commit.append(List.of(event("a"))).join();
    answered.countDown();
    assertThat(handed.poll(20, TimeUnit.SECONDS)).containsExactly(new Appended.New(event("a")));
  }

  @Test
  void shouldHandOnWhatIsInTheJournalButNoConflict() {
    List<Appended> handed = new ArrayList<>();
    restart(MANY, handed::addAll);
    journal.open(MANY);
    commit.append(List.of(event("a"))).join();
    Event conflicting = new Event("a", "s", "check-in/1", "{\"other\":1}", "{}");
    commit.append(List.of(event("b"), event("a"), conflicting)).join();
    commit.close();
    assertThat(handed)
        .containsExactly(
            new Appended.New(event("a")),
            new Appended.New(event("b")),
            new Appended.Duplicate(event("a")));
  }

  @Test
  void shouldGoOnAfterAHookThatFails() {
    restart(
        MANY,
        _ -> {
          throw new IllegalStateException("the hook fails");
        });
    journal.open(MANY);
    commit.append(List.of(event("a"))).join();
    assertThat(commit.append(List.of(event("b"))).join())
        .containsExactly(new Appended.New(event("b")));
    assertThat(commit.isWell()).isTrue();
  }

  @Test
  void shouldTakeNoMoreThanItCanHold() {
    restart(10, _ -> {});
    var _ = occupy();
    var fits = commit.append(IntStream.range(0, 9).mapToObj(i -> event("f" + i)).toList());
    var tooMuch = commit.append(List.of(event("x")));
    assertThatThrownBy(tooMuch::join)
        .isInstanceOf(CompletionException.class)
        .hasCauseInstanceOf(JournalBusy.class);
    journal.open(MANY);
    fits.join();
    assertThat(commit.append(List.of(event("x"))).join())
        .containsExactly(new Appended.New(event("x")));
  }

  @Test
  void shouldSettleOnlyAfterWhatCameBefore() {
    var first = occupy();
    var second = commit.append(List.of(event("second")));
    var settled = commit.barrier();
    assertThat(settled).isNotDone();
    journal.open(MANY);
    assertThat(settled.join()).isEmpty();
    assertThat(first).isDone();
    assertThat(second).isDone();
    assertThat(commit.barrier().join()).isEmpty();
  }

  @Test
  void shouldTellEverybodyOfAFailedAppendThatTheOutcomeIsUnknown() {
    var first = occupy();
    var second = commit.append(List.of(event("a")));
    var third = commit.append(List.of(event("b")));
    journal.open(1);
    first.join();
    journal.fail(true);
    journal.open(1);
    for (var failed : List.of(second, third)) {
      assertThatThrownBy(failed::join).hasCauseInstanceOf(JournalUnavailable.class);
    }
    assertThat(commit.isWell()).isFalse();
    assertThat(commit.waiting()).isZero();

    journal.fail(false);
    journal.open(MANY);
    assertThat(commit.append(List.of(event("a"))).join())
        .containsExactly(new Appended.New(event("a")));
    assertThat(commit.isWell()).isTrue();
  }

  @Test
  void shouldAppendWhatIsWaitingBeforeItCloses() {
    var first = occupy();
    var waiting = commit.append(List.of(event("a"), event("b")));
    journal.open(MANY);
    commit.close();
    assertThat(first).isCompleted();
    assertThat(waiting).isCompleted();
    assertThat(journal.count("s")).isEqualTo(3);
    assertThatThrownBy(commit.append(List.of(event("c")))::join)
        .hasCauseInstanceOf(JournalBusy.class);
  }
}
