package vn.gocua.engine.checkin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import vn.gocua.engine.support.Answer;
import vn.gocua.engine.support.Item;
import vn.gocua.engine.support.Phone;
import vn.gocua.engine.support.RunningEngine;
import vn.gocua.engine.support.Words;
import vn.gocua.testkit.SettableClock;

/** Taking a check-in back: at most once, by its team for two days, by a leader at any time. */
class VoidTest {
  private static final String NOW = "2025-08-22T09:30:00+07:00";
  private static final SettableClock CLOCK = SettableClock.at(NOW);

  private static RunningEngine engine;
  private static Phone phone;
  private static Phone others;
  private JsonNode before;
  private Item item;

  @BeforeAll
  static void start(@TempDir Path folder) {
    engine = RunningEngine.start(folder, CLOCK);
    phone = engine.phone("T01");
    others = engine.phone("T02");
  }

  @AfterAll
  static void stop() {
    engine.close();
  }

  @BeforeEach
  void checkIn() {
    CLOCK.set(NOW);
    before = totals();
    item = Item.at(NOW).with("groups", List.of("elderly", "disability"));
    assertThat(phone.send(item).outcomes()).containsExactly("accepted");
  }

  @AfterEach
  void shouldCountTheSameEverywhere() {
    engine.assertRecountEqual();
  }

  private static JsonNode totals() {
    engine.assertRecountEqual();
    return engine.anybody().board().path("totals");
  }

  private void assertTakenBack() {
    assertThat(totals()).isEqualTo(before);
  }

  private void assertStillCounted() {
    assertThat(totals().path("checkIns").asLong()).isEqualTo(before.path("checkIns").asLong() + 1);
  }

  @ParameterizedTest
  @CsvSource({"mistake", "double", "test", "other"})
  void shouldTakeBackWhatWasCounted(String reason) {
    Answer answer = phone.api().voided(item, reason).expect(200);
    assertThat(answer.json().path("id").asString()).isEqualTo(item.id());
    assertThat(answer.json().path("voided").asBoolean()).isTrue();
    assertTakenBack();
    JsonNode latest = phone.api().get("/api/v1/check-ins?limit=500").json().path("checkIns");
    assertThat(latest)
        .anySatisfy(entry -> {
          assertThat(entry.path("id").asString()).isEqualTo(item.id());
          assertThat(entry.path("voided").asString()).isEqualTo(reason);
        });
  }

  @Test
  void shouldChangeNothingWhenTakenBackAgain() {
    phone.api().voided(item, "mistake").expect(200);
    phone.api().voided(item, "mistake").expect(200);
    phone.api().voided(item, "double").expect(200);
    engine.leader().voided(item, "other").expect(200);
    assertTakenBack();
  }

  @Test
  void shouldTakeBackOnceWhatManyTakeBackAtOnce() {
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      List<CompletableFuture<Answer>> tries =
          IntStream.range(0, 20)
              .mapToObj(i ->
                  CompletableFuture.supplyAsync(
                      () -> (i % 2 == 0 ? phone.api() : engine.leader()).voided(item, "mistake"),
                      executor))
              .toList();
      assertThat(tries).allSatisfy(t -> assertThat(t.join().status()).isEqualTo(200));
    }
    assertTakenBack();
  }

  @Test
  void shouldFindACheckInWhateverTheCaseOfItsId() {
    phone.api().voided(item.with("id", item.id().toUpperCase(Locale.ROOT)), "test").expect(200);
    assertTakenBack();
  }

  @Test
  void shouldNotTakeBackAnotherTeams() {
    Answer answer = others.api().voided(item, "mistake");
    assertThat(answer.problem()).isEqualTo("403 not-your-teams");
    Words.assertVietnamese(answer.json().path("title").asString());
    Words.assertEnglish(
        others.english().api().voided(item, "mistake").json().path("title").asString());
    assertStillCounted();
  }

  @Test
  void shouldLetATeamsOtherPhoneTakeItBack() {
    engine.phone("T01").api().voided(item, "mistake").expect(200);
    assertTakenBack();
  }

  @Test
  void shouldLetATeamTakeBackForTwoDays() {
    CLOCK.advance(Duration.ofDays(2));
    phone.api().voided(item, "mistake").expect(200);
    assertTakenBack();
  }

  @Test
  void shouldLetOnlyALeaderTakeBackAfterTwoDays() {
    CLOCK.advance(Duration.ofDays(2).plusSeconds(1));
    assertThat(phone.api().voided(item, "mistake").problem()).isEqualTo("403 too-late-to-void");
    assertStillCounted();
    engine.leader().voided(item, "mistake").expect(200);
    assertTakenBack();
  }

  @Test
  void shouldAnswerARepeatAfterTwoDaysAsBefore() {
    phone.api().voided(item, "mistake").expect(200);
    CLOCK.advance(Duration.ofDays(3));
    phone.api().voided(item, "mistake").expect(200);
    assertTakenBack();
  }

  @Test
  void shouldTakeBackFromTheDayItWasCountedOn() {
    CLOCK.set("2025-08-23T08:00:00+07:00");
    phone.api().voided(item, "mistake").expect(200);
    assertTakenBack();
    assertThat(engine.anybody().board().path("today").path("checkIns").asLong()).isZero();
  }

  @Test
  void shouldAnswerDuplicateForWhatWasTakenBack() {
    phone.api().voided(item, "mistake").expect(200);
    assertThat(phone.send(item).outcomes()).containsExactly("duplicate");
    assertTakenBack();
  }

  @Test
  void shouldNotTakeBackWhatIsNotThere() {
    assertThat(phone.api().voided(Item.at(NOW), "mistake").problem())
        .isEqualTo("404 unknown-check-in");
    assertThat(phone.api().voided(item.with("id", "x"), "mistake").problem())
        .isEqualTo("404 unknown-check-in");
    assertThat(engine.leader().voided(Item.at(NOW), "mistake").problem())
        .isEqualTo("404 unknown-check-in");
  }

  @ParameterizedTest
  @CsvSource({
    "{\"reason\":\"bored\"}, 400 unknown-reason",
    "{\"reason\":7}, 400 wrong-type",
    "{\"reason\":\"\"}, 400 missing-field",
    "{}, 400 missing-field",
    "'{\"reason\":\"test\",\"by\":\"me\"}', 400 unknown-field",
    "[], 400 wrong-type",
    "'', 400 not-json"
  })
  void shouldWantAReason(String body, String problem) {
    Answer answer = phone.api().post("/api/v1/check-ins/" + item.id() + "/void", body);
    assertThat(answer.problem()).isEqualTo(problem);
    Words.assertVietnamese(answer.json().path("title").asString());
    assertStillCounted();
  }
}
