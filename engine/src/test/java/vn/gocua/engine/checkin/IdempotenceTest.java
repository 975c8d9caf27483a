package vn.gocua.engine.checkin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gocua.engine.support.Answer;
import vn.gocua.engine.support.Item;
import vn.gocua.engine.support.Phone;
import vn.gocua.engine.support.RunningEngine;
import vn.gocua.testkit.SettableClock;

/** What is sent again counts once, and what was accepted never becomes anything else. */
class IdempotenceTest {
  private static final String NOW = "2025-08-22T09:30:00+07:00";

  private static RunningEngine engine;
  private static Phone phone;
  private long before;

  @BeforeAll
  static void start(@TempDir Path folder) {
    engine = RunningEngine.start(folder, SettableClock.at(NOW));
    phone = engine.phone("T01");
  }

  @AfterAll
  static void stop() {
    engine.close();
  }

  @BeforeEach
  void remember() {
    before = counted();
  }

  @AfterEach
  void shouldCountTheSameEverywhere() {
    engine.assertRecountEqual();
  }

  private static long counted() {
    engine.assertRecountEqual();
    return engine.anybody().board().path("totals").path("checkIns").asLong();
  }

  private void assertCounted(int more) {
    assertThat(counted()).isEqualTo(before + more);
  }

  @Test
  void shouldCountWhatIsSentAgainOnce() {
    Item item = Item.at(NOW);
    assertThat(phone.send(item).outcomes()).containsExactly("accepted");
    assertThat(phone.send(item, Item.at(NOW)).outcomes()).containsExactly("duplicate", "accepted");
    assertCounted(2);
  }

  @Test
  void shouldCountAnIdOnceThatComesTwiceInOneBatch() {
    Item item = Item.at(NOW);
    assertThat(phone.send(item, item).outcomes()).containsExactly("accepted", "duplicate");
    assertCounted(1);
  }

  @Test
  void shouldKeepTheFirstOfTwoContentsInOneBatch() {
    Item item = Item.at(NOW);
    assertThat(phone.send(item, item.with("residents", 3)).outcomes())
        .containsExactly("accepted", "conflict");
    assertCounted(1);
  }

  @Test
  void shouldRefuseOtherContentUnderATakenId() {
    Item item = Item.at(NOW).with("minutes", 25);
    phone.send(item);
    assertThat(
            phone
                .send(
                    item.with("residents", 3),
                    item.with("activity", "apps"),
                    item.with("groups", List.of()),
                    item.with("occurredAt", "2025-08-22T09:29:59+07:00"),
                    item.without("minutes"),
                    item.with("hamlet", "co-giao"))
                .outcomes())
        .hasSize(6)
        .containsOnly("conflict");
    assertThat(phone.send(item).outcomes()).containsExactly("duplicate");
    assertCounted(1);
  }

  @Test
  void shouldNotMindHowTheSameIsWritten() {
    Item item = Item.at(NOW).with("groups", List.of("elderly", "disability"));
    phone.send(item);
    assertThat(
            phone
                .send(
                    item.with("groups", List.of("disability", "elderly", "disability")),
                    item.with("occurredAt", "2025-08-22T02:30:00Z"),
                    item.with("occurredAt", "2025-08-22T02:30:00.000Z"),
                    item.with("id", item.id().toUpperCase(Locale.ROOT)),
                    item.with("hamlet", null),
                    item.with("clockOffset", 0))
                .outcomes())
        .hasSize(6)
        .containsOnly("duplicate");
    assertCounted(1);
  }

  @Test
  void shouldTellTeamsApart() {
    Item item = Item.at(NOW);
    phone.send(item);
    assertThat(engine.phone("T02").send(item).outcomes()).containsExactly("conflict");
    assertThat(engine.phone("T01").send(item).outcomes()).containsExactly("duplicate");
    assertCounted(1);
  }

  @Test
  void shouldNotRejectAnIdThatIsInTheJournal() {
    Item item = Item.at(NOW);
    phone.send(item);
    assertThat(
            phone
                .send(
                    item.with("activity", "dancing"),
                    item.with("residents", -1),
                    item.with("colour", "jade"),
                    item.without("occurredAt"),
                    item.with("occurredAt", "2030-01-01T00:00:00Z"))
                .outcomes())
        .hasSize(5)
        .containsOnly("conflict");
    assertCounted(1);
  }

  @Test
  void shouldTakeAMendedItemUnderItsOldId() {
    Item item = Item.at(NOW).with("activity", "dancing");
    assertThat(phone.send(item).outcomes()).containsExactly("rejected unknown-activity");
    assertThat(phone.send(item.with("activity", "apps")).outcomes()).containsExactly("accepted");
    assertCounted(1);
  }

  @Test
  void shouldJudgeARefusedItemByItsTwinInTheSameBatch() {
    Item item = Item.at(NOW);
    assertThat(phone.send(item.with("activity", "dancing"), item).outcomes())
        .containsExactly("conflict", "accepted");
    assertCounted(1);
  }

  @Test
  void shouldCountTheUuidOfZerosOnceToo() {
    Item item = Item.at(NOW).with("id", "00000000-0000-0000-0000-000000000000");
    assertThat(phone.send(item).outcomes()).containsExactly("accepted");
    for (int i = 0; i < 3; i++) {
      assertThat(phone.send(item).outcomes()).containsExactly("duplicate");
    }
    assertCounted(1);
  }

  @Test
  void shouldCountOnceWhatManySendAtOnce() {
    List<Item> items = IntStream.range(0, 120).mapToObj(_ -> Item.at(NOW)).toList();
    List<CompletableFuture<List<String>>> tries = new ArrayList<>();
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int sender = 0; sender < 12; sender++) {
        List<Item> mixed = new ArrayList<>(items);
        Collections.shuffle(mixed, new Random(sender));
        tries.add(
            CompletableFuture.supplyAsync(
                () -> {
                  Answer answer = phone.send(mixed.subList(0, 80).toArray(Item[]::new));
                  return answer.expect(200).outcomes();
                },
                executor));
      }
      tries.forEach(CompletableFuture::join);
    }
    long accepted =
        tries.stream().flatMap(t -> t.join().stream()).filter("accepted"::equals).count();
    assertThat(tries).allSatisfy(t -> assertThat(t.join()).isSubsetOf("accepted", "duplicate"));
    assertCounted((int) accepted);
    assertThat(phone.send(items.toArray(Item[]::new)).outcomes()).hasSize(120);
    assertCounted(120);
  }

  @Test
  void shouldStillKnowEverythingAfterARestart(@TempDir Path folder) {
    Item item = Item.at(NOW);
    Item voided = Item.at(NOW);
    RunningEngine first = RunningEngine.start(folder, SettableClock.at(NOW));
    Phone own = first.phone("T01");
    own.send(item, voided).expect(200);
    own.api().voided(voided, "test").expect(200);
    try (RunningEngine second = first.restarted()) {
      assertThat(own.at(second).send(item, voided).outcomes())
          .containsExactly("duplicate", "duplicate");
      assertThat(second.anybody().board().path("totals").path("checkIns").asLong()).isEqualTo(1);
      second.assertRecountEqual();
    }
  }
}
