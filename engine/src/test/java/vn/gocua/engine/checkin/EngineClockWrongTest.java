package vn.gocua.engine.checkin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import vn.gocua.engine.support.Answer;
import vn.gocua.engine.support.Api;
import vn.gocua.engine.support.Item;
import vn.gocua.engine.support.Phone;
import vn.gocua.engine.support.RunningEngine;
import vn.gocua.testkit.SettableClock;

/** The engine's own clock is wrong: nothing lands on a wrong day, and nothing is lost. */
@Tag("slow")
class EngineClockWrongTest {
  /** The true time: day 12. */
  private static final Instant TRUE = Instant.parse("2025-08-22T02:30:00Z");

  private static final Duration DAYS = Duration.ofDays(3);
  private static final String LATER = "later engine-clock";

  private final SettableClock clock = SettableClock.at(TRUE.toString());
  private final List<Phone> phones = new ArrayList<>();
  private RunningEngine engine;

  @TempDir private Path folder;

  @BeforeEach
  void start() {
    engine = RunningEngine.start(folder, clock);
    for (String team : List.of("T01", "T02", "T03", "T01", "T02")) {
      phones.add(engine.phone(team));
    }
  }

  @AfterEach
  void stop() {
    engine.close();
  }

  private void engineIsOff(Duration by) {
    clock.set(TRUE.plus(by).atOffset(ZoneOffset.UTC).toString());
  }

  /** A visit twenty minutes ago, by the phone's clock, sent at that clock's time. */
  private static String send(Phone phone, Item item, Duration phoneIsOff) {
    return phone.api().checkInsSentAt(TRUE.plus(phoneIsOff).toString(), item).outcomes().getFirst();
  }

  private static Item visit(Duration phoneIsOff) {
    return Item.at(TRUE.minus(Duration.ofMinutes(20)).plus(phoneIsOff).toString());
  }

  private long ofDay(int day) {
    engine.assertRecountEqual();
    for (JsonNode each : engine.anybody().board().path("days")) {
      if (each.path("day").asInt() == day) {
        return each.path("checkIns").asLong();
      }
    }
    return 0;
  }

  private long all() {
    engine.assertRecountEqual();
    return engine.anybody().board().path("totals").path("checkIns").asLong();
  }

  private String clockPart() {
    Answer answer = engine.anybody().get("/health/ready");
    assertThat(answer.status()).as("ready for the kiosk and for proxies").isEqualTo(200);
    return answer.json().path("parts").path("clock").asString();
  }

  private String metric(String name) {
    return engine
        .anybody()
        .as(RunningEngine.SCRAPE_TOKEN)
        .get("/metrics")
        .body()
        .lines()
        .filter(line -> line.startsWith(name + " "))
        .findFirst()
        .orElse("");
  }

  /** Everybody sends; what waits is sent again; nothing may stand on another day than day 12. */
  private void everybodySendsUntilTaken(Map<Phone, Item> items) {
    for (var each : items.entrySet()) {
      assertThat(send(each.getKey(), each.getValue(), Duration.ZERO)).isIn("accepted", LATER);
    }
    for (var each : items.entrySet()) {
      assertThat(send(each.getKey(), each.getValue(), Duration.ZERO)).isIn("accepted", "duplicate");
    }
  }

  private Map<Phone, Item> oneEach() {
    Map<Phone, Item> items = new java.util.LinkedHashMap<>();
    phones.forEach(phone -> items.put(phone, visit(Duration.ZERO)));
    return items;
  }

  private void revoke(Phone phone) {
    engine.leader().delete("/api/v1/devices/" + phone.device()).expect(204);
  }

  @Tag("all")
  @Test
  void shouldCountAPhoneThatIsEnrolledAnewAsOneWitness() {
    phones.forEach(this::revoke);
    for (int times = 1; times <= 4; times++) {
      Phone slow = engine.phone("T03");
      Item item = visit(DAYS.negated());
      await()
          .untilAsserted(
              () -> assertThat(send(slow, item, DAYS.negated())).isIn("accepted", "duplicate"));
      assertThat(clockPart()).isEqualTo("ok");
      revoke(slow);
    }
    await().untilAsserted(() -> assertThat(ofDay(12)).isEqualTo(4));
    assertThat(all()).isEqualTo(4);
  }

  @Test
  void shouldPutTheVisitsOfRightPhonesOnTheirOwnDayWhenItsClockIsSlow() {
    engineIsOff(DAYS.negated());
    everybodySendsUntilTaken(oneEach());
    assertThat(clockPart()).isEqualTo("doubtful");
    assertThat(metric("gocua_clock_doubtful")).endsWith(" 1.0");
    assertThat(metric("gocua_clock_lacking")).contains(" 259");
    assertThat(all()).isEqualTo(5);
    assertThat(ofDay(9)).as("the engine's own day").isZero();
    engineIsOff(Duration.ZERO);
    await().untilAsserted(() -> assertThat(ofDay(12)).isEqualTo(5));
    engine.assertRecountEqual();
  }

  @Test
  void shouldPutTheVisitsOfRightPhonesOnTheirOwnDayWhenItsClockIsFast() {
    engineIsOff(DAYS);
    everybodySendsUntilTaken(oneEach());
    assertThat(clockPart()).isEqualTo("doubtful");
    assertThat(ofDay(12)).isEqualTo(5);
    assertThat(all()).isEqualTo(5);
  }

  @Tag("all")
  @Test
  void shouldRefuseNothingForEverWhenItsClockIsYearsOff() {
    engineIsOff(Duration.ofDays(-2000));
    everybodySendsUntilTaken(oneEach());
    assertThat(all()).isEqualTo(5);
    engineIsOff(Duration.ZERO);
    await().untilAsserted(() -> assertThat(ofDay(12)).isEqualTo(5));
  }

  @Test
  void shouldLetWaitWhatNoBoundPlacesAndTakeItOnTheRightDayOnceTheClockIsRight() {
    engineIsOff(DAYS.negated());
    everybodySendsUntilTaken(oneEach());
    Phone wrong = engine.phone("T03");
    Duration off = Duration.ofDays(-9);
    Item item = visit(off);
    assertThat(send(wrong, item, off)).as("this phone's clock is wrong too").isEqualTo(LATER);
    Item silent = Item.at(TRUE.minusSeconds(60).toString());
    assertThat(wrong.send(silent).outcomes()).as("no word of its clock").containsExactly(LATER);
    Answer answer = wrong.api().checkInsSentAt(TRUE.plus(off).toString(), visit(off));
    JsonNode result = answer.json().path("results").get(0);
    assertThat(result.path("message").asString()).contains("Đồng hồ của máy chủ", "Không mất gì");

    engineIsOff(Duration.ZERO);
    await().untilAsserted(() -> assertThat(clockPart()).isEqualTo("ok"));
    send(phones.getFirst(), visit(Duration.ZERO), Duration.ZERO);
    assertThat(send(wrong, item, off)).isEqualTo("accepted");
    assertThat(ofDay(12)).isEqualTo(7);
    assertThat(all()).isEqualTo(7);
  }

  @Tag("all")
  @Test
  void shouldSayDuplicateAndConflictAlsoWhileItDoubts() {
    Item known = visit(Duration.ZERO);
    phones.getFirst().send(known);
    engineIsOff(DAYS.negated());
    everybodySendsUntilTaken(oneEach());
    assertThat(phones.getFirst().send(known).outcomes()).containsExactly("duplicate");
    assertThat(phones.getFirst().send(known.with("residents", 7)).outcomes())
        .containsExactly("conflict");
    assertThat(phones.getFirst().send(visit(Duration.ZERO).with("activity", "dance")).outcomes())
        .containsExactly("rejected unknown-activity");
  }

  @Tag("all")
  @Test
  void shouldRepairNothingByWhatPhonesFoundMissingAgainstAWrongClock() {
    engineIsOff(DAYS.negated());
    everybodySendsUntilTaken(oneEach());
    Item item = visit(Duration.ZERO).with("clockOffset", -DAYS.toSeconds());
    assertThat(send(phones.get(1), item, Duration.ZERO)).isEqualTo("accepted");
    assertThat(ofDay(9)).isZero();
    assertThat(all()).isEqualTo(6);
  }

  @Test
  void shouldRepairAWrongPhoneAsEverWhereOthersBearTheEngineOut() {
    for (Phone phone : phones) {
      assertThat(send(phone, visit(Duration.ZERO), Duration.ZERO)).isEqualTo("accepted");
    }
    Phone wrong = engine.phone("T03");
    Duration off = Duration.ofDays(-400);
    assertThat(send(wrong, visit(off), off)).isEqualTo("accepted");
    assertThat(ofDay(12)).isEqualTo(6);
    assertThat(clockPart()).isEqualTo("ok");
  }

  @Tag("all")
  @Test
  void shouldLetACorrectionWaitWithWhatItCorrects() {
    engineIsOff(DAYS.negated());
    Item item = visit(Duration.ZERO);
    Item correction = visit(Duration.ZERO).with("replaces", item.id());
    Api api = phones.getFirst().api();
    assertThat(api.checkInsSentAt(TRUE.toString(), item, correction).outcomes())
        .containsExactly(LATER, LATER);
    phones.subList(1, 5).forEach(phone -> send(phone, visit(Duration.ZERO), Duration.ZERO));
    assertThat(api.checkInsSentAt(TRUE.toString(), item, correction).outcomes())
        .containsExactly("accepted", "accepted");
  }

  @Tag("all")
  @Test
  void shouldTakePaperByTheDayOnItAndNotByTheDayThatAFormOffers() {
    engineIsOff(DAYS.negated());
    everybodySendsUntilTaken(oneEach());
    String path = "/api/v1/teams/T01/check-ins";
    String dated = Api.paper(List.of(Item.at("2025-08-20T00:00:00+07:00"))).toString();
    assertThat(engine.leader().post(path, dated).outcomes()).containsExactly("accepted");
    String offered = Api.paper(List.of(Item.at("2025-08-19T00:00:00+07:00"))).toString();
    assertThat(engine.leader().post(path, offered).outcomes()).containsExactly(LATER);
  }

  @Tag("all")
  @Test
  void shouldNotTakeInABackupThatNobodyCanPlace() {
    engineIsOff(DAYS.negated());
    everybodySendsUntilTaken(oneEach());
    Item item = visit(Duration.ZERO);
    String file =
        """
        {"format":"gocua-phone-backup","version":1,"team":"T01","checkIns":[{"team":"T01","checkIn":%s}]}
        """
            .formatted(item.json());
    Answer answer = engine.leader().post("/api/v1/teams/T01/backups", file);
    assertThat(answer.outcomes()).containsExactly(LATER);
  }

  @Test
  void shouldNeitherCloseTheCampaignNorRefuseATakeBackByAWrongClock() {
    Item item = visit(Duration.ZERO);
    phones.getFirst().send(item);
    engineIsOff(DAYS);
    everybodySendsUntilTaken(oneEach());
    Answer closing = engine.leader().post("/api/v1/campaign/close", Map.of("lateHours", 0));
    assertThat(closing.status()).isEqualTo(503);
    assertThat(closing.json().path("code").asString()).isEqualTo("engine-clock");
    Answer takenBack = phones.getFirst().api().voided(item, "mistake");
    assertThat(takenBack.status()).as("too late only by the wrong clock").isEqualTo(503);
    engineIsOff(Duration.ZERO);
    await()
        .untilAsserted(() ->
            assertThat(phones.getFirst().api().voided(item, "mistake").status()).isEqualTo(200));
  }

  @Test
  void shouldSayItOnTheBoardAndTakeItBack() {
    engineIsOff(DAYS.negated());
    everybodySendsUntilTaken(oneEach());
    await()
        .untilAsserted(() -> {
          JsonNode doubt = engine.anybody().board().path("clock");
          assertThat(doubt.path("state").asString()).isEqualTo("doubtful");
          assertThat(doubt.path("lackingSeconds").asLong())
              .isCloseTo(DAYS.toSeconds(), org.assertj.core.data.Offset.offset(300L));
        });
    engineIsOff(Duration.ZERO);
    await().untilAsserted(() -> assertThat(engine.anybody().board().has("clock")).isFalse());
  }

  @Test
  void shouldDoubtAtTheStartWhenTheJournalProvesALaterTime() {
    send(phones.getFirst(), visit(Duration.ZERO), Duration.ZERO);
    engineIsOff(DAYS.negated());
    engine = engine.restarted();
    assertThat(clockPart()).isEqualTo("doubtful");
    Phone phone = phones.getFirst().at(engine);
    assertThat(send(phone, visit(Duration.ZERO), Duration.ZERO)).isEqualTo(LATER);
    engineIsOff(Duration.ofMinutes(1));
    await().untilAsserted(() -> assertThat(clockPart()).isEqualTo("ok"));
    assertThat(all()).isEqualTo(1);
  }

  @Tag("all")
  @Test
  void shouldNotDoubtForAJournalThatWasWrittenWhileTheClockWasAhead() {
    engineIsOff(Duration.ofDays(20));
    assertThat(phones.getFirst().send(visit(Duration.ZERO)).outcomes()).containsExactly("accepted");
    engineIsOff(Duration.ofMinutes(5));
    engine = engine.restarted();
    assertThat(clockPart()).isEqualTo("ok");
    assertThat(OffsetDateTime.parse(engine.anybody().board().path("at").asString()).toInstant())
        .isEqualTo(TRUE.plus(Duration.ofMinutes(5)));
  }
}
