package vn.gocua.engine.checkin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import vn.gocua.engine.support.Item;
import vn.gocua.engine.support.Phone;
import vn.gocua.engine.support.RunningEngine;
import vn.gocua.testkit.SettableClock;

/** Wrong clocks, midnight, and the campaign's end. */
class ClockTest {
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

  /** Check-ins counted on a day so far. */
  private static long ofDay(int day) {
    engine.assertRecountEqual();
    for (JsonNode each : engine.anybody().board().path("days")) {
      if (each.path("day").asInt() == day) {
        return each.path("checkIns").asLong();
      }
    }
    return 0;
  }

  private static String repairedTime(Item item) {
    for (JsonNode each : phone.api().get("/api/v1/check-ins").json().path("checkIns")) {
      if (each.path("id").asString().equals(item.id())) {
        return each.path("occurredAt").asString();
      }
    }
    return "not there";
  }

  @ParameterizedTest(name = "a clock that says {0} for 09:30:00 on 22 August")
  @CsvSource({
    "2025-08-22T11:30:00+07:00, 2025-08-22T11:10:00+07:00",
    "2025-08-22T07:30:00+07:00, 2025-08-22T07:10:00+07:00",
    "2026-08-22T09:30:00+07:00, 2026-08-22T09:10:00+07:00",
    "2024-08-22T09:30:00+07:00, 2024-08-22T09:10:00+07:00",
    "1970-01-01T07:00:00+07:00, 1970-01-01T06:40:00+07:00"
  })
  void shouldRepairAClockThatIsOffWhenItSends(String sentAt, String occurredAt) {
    long before = ofDay(12);
    Item item = Item.at(occurredAt);
    assertThat(phone.api().checkInsSentAt(sentAt, item).outcomes()).containsExactly("accepted");
    assertThat(repairedTime(item)).isEqualTo("2025-08-22T09:10:00+07:00");
    assertThat(ofDay(12)).isEqualTo(before + 1);
  }

  @ParameterizedTest(name = "{0} with an offset of {1} s")
  @CsvSource({
    "2025-08-22T11:10:00+07:00, -7200",
    "2025-08-22T07:10:00+07:00, 7200",
    "2026-08-22T09:10:00+07:00, -31536000",
    "2024-08-22T09:10:00+07:00, 31536000"
  })
  void shouldRepairAClockByWhatItLackedAtTheTap(String occurredAt, long offset) {
    long before = ofDay(12);
    Item item = Item.at(occurredAt).with("clockOffset", offset);
    // By now the phone's clock is right again.
    assertThat(phone.api().checkInsSentAt(NOW, item).outcomes()).containsExactly("accepted");
    assertThat(repairedTime(item)).isEqualTo("2025-08-22T09:10:00+07:00");
    assertThat(ofDay(12)).isEqualTo(before + 1);
  }

  @Test
  void shouldNotTouchAClockThatIsOffByTwoMinutes() {
    Item item = Item.at("2025-08-22T09:10:00+07:00").with("clockOffset", 120);
    phone.send(item);
    assertThat(repairedTime(item)).isEqualTo("2025-08-22T09:10:00+07:00");
    Item other = Item.at("2025-08-22T09:10:00+07:00");
    phone.api().checkInsSentAt("2025-08-22T09:28:00+07:00", other);
    assertThat(repairedTime(other)).isEqualTo("2025-08-22T09:10:00+07:00");
  }

  @Test
  void shouldBelieveAPhoneThatHeldItsCheckInsForADay() {
    long before = ofDay(11);
    Item item = Item.at("2025-08-21T16:00:00+07:00");
    assertThat(phone.api().checkInsSentAt("2025-08-22T09:29:58+07:00", item).outcomes())
        .containsExactly("accepted");
    assertThat(ofDay(11)).isEqualTo(before + 1);
  }

  @Test
  void shouldRefuseWhatIsOutsideTheCampaignAfterRepair() {
    assertThat(
            phone
                .send(
                    Item.at("2025-08-12T09:00:00+07:00").with("clockOffset", -3 * 86_400),
                    Item.at("2025-08-22T09:00:00+07:00").with("clockOffset", 7200),
                    Item.at(NOW))
                .outcomes())
        .containsExactly("rejected before-campaign", "rejected in-the-future", "accepted");
  }

  @Test
  void shouldKeepARetryAfterMidnightOnItsFirstDay() {
    CLOCK.set("2025-08-22T23:59:58+07:00");
    long twelfth = ofDay(12);
    long thirteenth = ofDay(13);
    Item item = Item.at("2025-08-22T23:59:50+07:00");
    assertThat(phone.api().checkInsSentAt("2025-08-22T23:59:58+07:00", item).outcomes())
        .containsExactly("accepted");
    CLOCK.set("2025-08-23T00:00:04+07:00");
    assertThat(phone.api().checkInsSentAt("2025-08-23T00:00:04+07:00", item).outcomes())
        .containsExactly("duplicate");
    assertThat(ofDay(12)).isEqualTo(twelfth + 1);
    assertThat(ofDay(13)).isEqualTo(thirteenth);
  }

  @Test
  void shouldKeepARetryOnItsFirstDayThoughItsClockIsRepairedOtherwise() {
    CLOCK.set("2025-08-22T23:50:00+07:00");
    long twelfth = ofDay(12);
    long thirteenth = ofDay(13);
    Item item = Item.at("2025-08-22T21:50:00+07:00");
    // Two hours slow at first: happened at 23:50.
    assertThat(phone.api().checkInsSentAt("2025-08-22T21:50:00+07:00", item).outcomes())
        .containsExactly("accepted");
    CLOCK.advance(Duration.ofMinutes(20));
    // Two hours and a half slow now: it would have happened at 00:20 of the next day.
    assertThat(phone.api().checkInsSentAt("2025-08-22T21:40:00+07:00", item).outcomes())
        .containsExactly("duplicate");
    assertThat(phone.send(item.with("clockOffset", 9000)).outcomes()).containsExactly("duplicate");
    assertThat(ofDay(12)).isEqualTo(twelfth + 1);
    assertThat(ofDay(13)).isEqualTo(thirteenth);
  }

  @Test
  void shouldNotRejectARetryWhoseRepairWouldNowPutItInTheFuture() {
    Item item = Item.at("2025-08-22T09:29:00+07:00");
    assertThat(phone.send(item).outcomes()).containsExactly("accepted");
    assertThat(phone.send(item.with("clockOffset", 86_400)).outcomes())
        .containsExactly("duplicate");
  }

  @Test
  void shouldTakeTheLastDaysCheckInsAfterTheEnd() {
    CLOCK.set("2025-09-24T23:59:59+07:00");
    Item sentTwice = Item.at("2025-09-24T23:59:00+07:00");
    assertThat(phone.send(sentTwice).outcomes()).containsExactly("accepted");
    CLOCK.set("2025-09-25T08:00:00+07:00");
    long last = ofDay(45);
    Item late = Item.at("2025-09-24T23:59:59+07:00");
    Item after = Item.at("2025-09-25T00:00:00+07:00");
    assertThat(phone.send(sentTwice, late, after).outcomes())
        .containsExactly("duplicate", "accepted", "rejected after-campaign");
    assertThat(ofDay(45)).isEqualTo(last + 1);
    assertThat(engine.anybody().board().path("day").asInt()).isEqualTo(46);
    assertThat(engine.anybody().get("/api/v1/campaign").json().path("today").asInt()).isEqualTo(46);
  }

  @Test
  void shouldAnswerDuplicateWhenTheCampaignEndedBetweenTryAndRetry() {
    CLOCK.set("2025-09-24T23:59:59+07:00");
    Item item = Item.at("2025-09-24T23:59:00+07:00");
    assertThat(phone.send(item).outcomes()).containsExactly("accepted");
    CLOCK.set("2025-09-26T10:00:00+07:00");
    // Its clock is repaired to a time after the end now; the journal knows it all the same.
    assertThat(phone.send(item.with("clockOffset", 86_400)).outcomes())
        .containsExactly("duplicate");
    assertThat(phone.send(item.renamed().with("clockOffset", 86_400)).outcomes())
        .containsExactly("rejected after-campaign");
  }

  @Test
  void shouldTakeNothingBeforeTheFirstDay() {
    CLOCK.set("2025-08-10T23:00:00+07:00");
    assertThat(phone.send(Item.at("2025-08-10T22:59:00+07:00")).outcomes())
        .containsExactly("rejected before-campaign");
    assertThat(engine.anybody().board().path("day").asInt()).isZero();
    assertThat(engine.anybody().board().path("days")).isEmpty();
  }
}
