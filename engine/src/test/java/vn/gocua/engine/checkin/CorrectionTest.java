package vn.gocua.engine.checkin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import vn.gocua.engine.support.Item;
import vn.gocua.engine.support.Phone;
import vn.gocua.engine.support.RunningEngine;
import vn.gocua.testkit.SettableClock;

/** To correct is to void and to check in anew, in one. */
class CorrectionTest {
  private static final String NOW = "2025-08-22T09:30:00+07:00";
  private static final SettableClock CLOCK = SettableClock.at(NOW);

  private static RunningEngine engine;
  private static Phone phone;
  private long checkIns;
  private long residents;
  private Item original;

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
  void checkIn() {
    CLOCK.set(NOW);
    engine.assertRecountEqual();
    JsonNode totals = engine.anybody().board().path("totals");
    checkIns = totals.path("checkIns").asLong();
    residents = totals.path("residents").asLong();
    original = Item.at(NOW).with("residents", 2);
    assertThat(phone.send(original).outcomes()).containsExactly("accepted");
  }

  @AfterEach
  void shouldCountTheSameEverywhere() {
    engine.assertRecountEqual();
  }

  private static Item correctionOf(Item item) {
    return Item.at(NOW).with("residents", 5).with("replaces", item.id());
  }

  private void assertCounted(int moreCheckIns, int moreResidents) {
    engine.assertRecountEqual();
    JsonNode totals = engine.anybody().board().path("totals");
    assertThat(totals.path("checkIns").asLong()).isEqualTo(checkIns + moreCheckIns);
    assertThat(totals.path("residents").asLong()).isEqualTo(residents + moreResidents);
  }

  @Test
  void shouldTakeBackWhatItCorrects() {
    assertThat(phone.send(correctionOf(original)).outcomes()).containsExactly("accepted");
    assertCounted(1, 5);
  }

  @Test
  void shouldAnswerARetryAsDuplicate() {
    Item correction = correctionOf(original);
    phone.send(correction);
    assertThat(phone.send(correction, original).outcomes())
        .containsExactly("duplicate", "duplicate");
    assertCounted(1, 5);
  }

  @Test
  void shouldAnswerARetryAsDuplicateWhenItIsTooLateForACorrection() {
    Item correction = correctionOf(original);
    phone.send(correction);
    CLOCK.advance(Duration.ofDays(5));
    assertThat(phone.send(correction).outcomes()).containsExactly("duplicate");
    assertCounted(1, 5);
  }

  @Test
  void shouldCorrectWhatComesInTheSameBatch() {
    Item first = Item.at(NOW);
    assertThat(phone.send(correctionOf(first), first).outcomes())
        .containsExactly("accepted", "accepted");
    assertCounted(2, 7);
  }

  @Test
  void shouldCorrectACorrection() {
    Item correction = correctionOf(original);
    phone.send(correction);
    Item second = correctionOf(correction).with("residents", 9);
    assertThat(phone.send(second).outcomes()).containsExactly("accepted");
    assertCounted(1, 9);
  }

  @Test
  void shouldCorrectACorrectionOfTheSameBatch() {
    Item correction = correctionOf(original);
    Item second = correctionOf(correction).with("residents", 9);
    Item third = correctionOf(second).with("residents", 11);
    assertThat(phone.send(correction, second, third).outcomes())
        .containsExactly("accepted", "accepted", "accepted");
    assertCounted(1, 11);
  }

  @Test
  void shouldCorrectWhatWasTakenBackBefore() {
    phone.api().voided(original, "mistake").expect(200);
    assertThat(phone.send(correctionOf(original)).outcomes()).containsExactly("accepted");
    assertCounted(1, 5);
  }

  @Test
  void shouldCorrectYesterdaysOnItsOwnDay() {
    CLOCK.set("2025-08-23T08:00:00+07:00");
    assertThat(phone.send(correctionOf(original)).outcomes()).containsExactly("accepted");
    assertCounted(1, 5);
    assertThat(engine.anybody().board().path("today").path("checkIns").asLong()).isZero();
  }

  @Test
  void shouldNotCorrectAnotherTeams() {
    Phone others = engine.phone("T02");
    assertThat(others.send(correctionOf(original), Item.at(NOW)).outcomes())
        .containsExactly("rejected unknown-replaces", "accepted");
    assertCounted(2, 4);
  }

  @Test
  void shouldNotCorrectWhatIsNotThere() {
    assertThat(phone.send(correctionOf(Item.at(NOW)), Item.at(NOW)).outcomes())
        .containsExactly("rejected unknown-replaces", "accepted");
    assertCounted(2, 4);
  }

  @Test
  void shouldNotCorrectItself() {
    Item self = Item.at(NOW);
    assertThat(phone.send(self.with("replaces", self.id())).outcomes())
        .containsExactly("rejected unknown-replaces");
    assertThat(phone.send(original.with("replaces", original.id())).outcomes())
        .containsExactly("conflict");
    assertCounted(1, 2);
  }

  @Test
  void shouldNotCorrectAfterTwoDays() {
    CLOCK.advance(Duration.ofHours(49));
    assertThat(phone.send(correctionOf(original)).outcomes())
        .containsExactly("rejected unknown-replaces");
    assertCounted(1, 2);
  }

  @Test
  void shouldLeaveTheOriginalWhenTheCorrectionIsRefused() {
    assertThat(phone.send(correctionOf(original).with("activity", "dancing")).outcomes())
        .containsExactly("rejected unknown-activity");
    assertCounted(1, 2);
  }

  @Test
  void shouldLeaveTheOriginalWhenTheCorrectionsIdIsTaken() {
    Item other = Item.at(NOW);
    phone.send(other);
    assertThat(phone.send(correctionOf(original).with("id", other.id())).outcomes())
        .containsExactly("conflict");
    assertCounted(2, 4);
  }

  @Test
  void shouldRefuseASecondCorrectionOfTheSame() {
    phone.send(correctionOf(original));
    Item second = correctionOf(original).with("residents", 9);
    assertThat(phone.send(second).outcomes()).containsExactly("rejected already-corrected");
    assertThat(phone.send(correctionOf(original), second).outcomes())
        .containsExactly("rejected already-corrected", "rejected already-corrected");
    assertCounted(1, 5);
  }

  @Test
  void shouldRefuseCorrectionsThatReplaceEachOther() {
    Item first = correctionOf(original);
    Item second = correctionOf(first);
    assertThat(phone.send(first.with("replaces", second.id()), second, Item.at(NOW)).outcomes())
        .containsExactly("rejected unknown-replaces", "rejected unknown-replaces", "accepted");
    assertCounted(2, 4);
  }

  @Test
  void shouldLetOneOfABatchCorrect() {
    assertThat(
            phone
                .send(correctionOf(original), correctionOf(original).with("residents", 9))
                .outcomes())
        .containsExactly("accepted", "rejected already-corrected");
    assertCounted(1, 5);
  }

  @Test
  void shouldLetOneOfFiveCorrectWhatComesInTheSameBatch() {
    Item[] batch = new Item[6];
    batch[2] = Item.at(NOW);
    for (int i : new int[] {0, 1, 3, 4, 5}) {
      batch[i] = correctionOf(batch[2]).with("residents", 10 + i);
    }
    String lost = "rejected already-corrected";
    assertThat(phone.send(batch).outcomes())
        .containsExactly("accepted", lost, "accepted", lost, lost, lost);
    assertThat(phone.send(batch).outcomes())
        .containsExactly("duplicate", lost, "duplicate", lost, lost, lost);
    assertCounted(2, 12);
  }

  @Test
  void shouldLetOneCorrectWhatWasTakenBackBefore() {
    phone.api().voided(original, "mistake").expect(200);
    assertThat(phone.send(correctionOf(original)).outcomes()).containsExactly("accepted");
    for (int i = 0; i < 3; i++) {
      assertThat(phone.send(correctionOf(original)).outcomes())
          .containsExactly("rejected already-corrected");
    }
    assertCounted(1, 5);
  }

  @Test
  void shouldLetOneOfManyCorrectAtOnce() {
    Phone second = engine.phone("T01");
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      List<CompletableFuture<String>> tries =
          IntStream.range(0, 20)
              .mapToObj(i ->
                  CompletableFuture.supplyAsync(
                      () ->
                          (i % 2 == 0 ? phone : second)
                              .send(correctionOf(original))
                              .outcomes()
                              .getFirst(),
                      executor))
              .toList();
      List<String> outcomes = tries.stream().map(CompletableFuture::join).toList();
      assertThat(outcomes).containsOnlyOnce("accepted");
      assertThat(outcomes).filteredOn("rejected already-corrected"::equals).hasSize(19);
    }
    assertCounted(1, 5);
  }

  private static Item[] chain(Item first, int length) {
    Item[] chain = new Item[length];
    for (int i = 0; i < length; i++) {
      chain[i] = correctionOf(i == 0 ? first : chain[i - 1]).with("residents", i % 50 + 1);
    }
    return chain;
  }

  @Test
  void shouldCorrectAlongAChainInAnyOrder() {
    Item[] chain = chain(original, 8);
    Item[] sent = chain.clone();
    Collections.reverse(Arrays.asList(sent));
    assertThat(phone.send(sent).outcomes()).hasSize(8).containsOnly("accepted");
    assertThat(phone.send(chain).outcomes()).hasSize(8).containsOnly("duplicate");
    assertCounted(1, 8);
  }

  @Test
  void shouldRefuseTheRestOfAChainThatIsCutAndKeepTheBranchThatWon() {
    Item[] chain = chain(original, 3);
    Item lost = correctionOf(chain[0]);
    Item ofLost = correctionOf(lost);
    assertThat(phone.send(chain[0], chain[1], lost, ofLost, chain[2]).outcomes())
        .containsExactly(
            "accepted",
            "accepted",
            "rejected already-corrected",
            "rejected unknown-replaces",
            "accepted");
    assertCounted(1, 3);
  }

  /**
   * Whoever hangs a chain on a correction that has lost would else fill the journal for nothing.
   */
  @Test
  void shouldLeaveNoClaimOfAChainWhoseFirstHasLost() throws SQLException {
    phone.api().voided(original, "mistake").expect(200);
    assertThat(phone.send(correctionOf(original)).outcomes()).containsExactly("accepted");
    long before = claims();
    assertThat(phone.send(chain(original, 20)).outcomes())
        .first()
        .isEqualTo("rejected already-corrected");
    assertThat(claims()).isEqualTo(before);
    assertCounted(1, 5);
  }

  private static long claims() throws SQLException {
    String file = "jdbc:sqlite:" + engine.settings().journalFile();
    try (Connection journal = DriverManager.getConnection(file);
        Statement statement = journal.createStatement();
        ResultSet count =
            statement.executeQuery("SELECT count(*) FROM events WHERE id LIKE '%/replaced'")) {
      return count.getLong(1);
    }
  }

  @Test
  void shouldTakeOneCorrectionThatComesManyTimesInOneUploadAtOnce() {
    Item correction = correctionOf(original);
    Item[] copies = Stream.generate(() -> correction).limit(300).toArray(Item[]::new);
    long begun = System.nanoTime();
    List<String> outcomes = phone.send(copies).outcomes();
    long took = System.nanoTime() - begun;
    assertThat(outcomes).hasSize(300).startsWith("accepted");
    assertThat(outcomes.subList(1, 300)).containsOnly("duplicate");
    assertCounted(1, 5);
    Item[] others = Stream.generate(() -> Item.at(NOW)).limit(300).toArray(Item[]::new);
    assertThat(took).isLessThan(5 * nanos(others) + Duration.ofMillis(200).toNanos());
  }

  @Test
  void shouldLetTheFirstOfTwoUnderOneIdDecide() {
    Item other = Item.at(NOW);
    phone.send(other).expect(200);
    Item first = correctionOf(original);
    Item same = first.with("replaces", other.id());
    assertThat(phone.send(first, first, same, correctionOf(first).with("residents", 7)).outcomes())
        .containsExactly("accepted", "duplicate", "conflict", "accepted");
    assertCounted(2, 9);
  }

  @Test
  void shouldTakeAChainOnceHoweverOftenItComesAtOnce() {
    Item[] chain = chain(original, 40);
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      List<CompletableFuture<List<String>>> tries =
          IntStream.range(0, 8)
              .mapToObj(
                  _ -> CompletableFuture.supplyAsync(() -> phone.send(chain).outcomes(), executor))
              .toList();
      assertThat(tries).allSatisfy(each -> assertThat(each.join()).hasSize(40));
      assertThat(tries.stream().flatMap(each -> each.join().stream()))
          .containsOnly("accepted", "duplicate");
    }
    assertCounted(1, 40);
  }

  /** The work for an upload is by its items, not by how they hang together. */
  @Test
  void shouldTakeAChainInTheTimeOfAsManyUnrelated() {
    int most = 300;
    long[] chained = new long[5];
    long[] unrelated = new long[5];
    for (int i = 0; i < chained.length; i++) {
      Item[] originals = Stream.generate(() -> Item.at(NOW)).limit(most).toArray(Item[]::new);
      phone.send(originals).expect(200);
      Item[] alone = Stream.of(originals).map(CorrectionTest::correctionOf).toArray(Item[]::new);
      Item[] chain = chain(original, most);
      original = chain[most - 1];
      unrelated[i] = nanos(alone);
      chained[i] = nanos(chain);
    }
    Arrays.sort(chained);
    Arrays.sort(unrelated);
    assertThat(chained[2]).isLessThan(3 * unrelated[2]);
  }

  private static long nanos(Item[] items) {
    long begun = System.nanoTime();
    assertThat(phone.send(items).expect(200).outcomes()).containsOnly("accepted");
    return System.nanoTime() - begun;
  }
}
