package vn.gocua.engine.checkin;

import static java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
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

/** Nobody can tell whose clock is right: it is said, and what waits has an end. */
@Tag("slow")
class EngineClockDisputeTest {
  /** The true time: day 12. */
  private static final Instant TRUE = Instant.parse("2025-08-22T02:30:00Z");

  /** After the last day, 24 September. */
  private static final Instant AFTER = Instant.parse("2025-10-12T02:30:00Z");

  private static final Duration DAYS = Duration.ofDays(3);
  private static final String LATER = "later engine-clock";
  private static final String PAPER = "/api/v1/teams/T01/check-ins";
  private static final String TODAY = "2025-08-22T00:00:00+07:00";

  private final SettableClock clock = SettableClock.at(TRUE.toString());
  private final List<Phone> phones = new ArrayList<>();
  private RunningEngine engine;

  @TempDir private Path folder;

  @BeforeEach
  void start() {
    engine = RunningEngine.start(folder, clock);
    for (String team : List.of("T01", "T02", "T03", "T01")) {
      phones.add(engine.phone(team));
    }
  }

  @AfterEach
  void stop() {
    engine.close();
  }

  /** A visit twenty minutes ago, by a phone that is off by so much. */
  private String visit(Phone phone, Duration off) {
    return send(phone, Item.at(now().plus(off).minusSeconds(1200).toString()), off);
  }

  private String send(Phone phone, Item item, Duration off) {
    return phone.api().checkInsSentAt(now().plus(off).toString(), item).outcomes().getFirst();
  }

  private Instant now() {
    return clock.instant();
  }

  private String health() {
    Answer answer = engine.anybody().get("/health/ready");
    assertThat(answer.status()).isEqualTo(200);
    return answer.json().path("parts").path("clock").asString();
  }

  private JsonNode told(String state) {
    return await()
        .until(
            () -> engine.anybody().board().path("clock"),
            told -> told.path("state").asString("").equals(state));
  }

  private void nothingTold() {
    await().until(() -> !engine.anybody().board().has("clock"));
    assertThat(health()).isEqualTo("ok");
  }

  private Answer confirmed(Instant at) {
    return engine
        .leader()
        .post(
            "/api/v1/clock/confirmation",
            Map.of("at", ISO_OFFSET_DATE_TIME.format(at.atOffset(ZoneOffset.UTC))));
  }

  private String paperOfToday() {
    return engine
        .leader()
        .post(PAPER, Api.paper(List.of(Item.at(TODAY))).toString())
        .outcomes()
        .getFirst();
  }

  @Test
  void shouldSayWhoDisagreesByHowMuchWheneverSomebodyIsPutOff() {
    assertThat(visit(phones.get(0), DAYS)).isEqualTo(LATER);
    assertThat(visit(phones.get(1), DAYS)).isEqualTo(LATER);
    assertThat(health()).isEqualTo("unsure");
    JsonNode told = told("unsure");
    assertThat(told.path("lackingSeconds").asLong()).isEqualTo(DAYS.toSeconds());
    assertThat(told.path("phones").findValuesAsString("team"))
        .containsExactlyInAnyOrder("T01", "T02");
    assertThat(told.path("phones").get(0).path("lackingSeconds").asLong())
        .isEqualTo(DAYS.toSeconds());
    assertThat(paperOfToday()).as("whose day may be another").isEqualTo(LATER);
  }

  @Test
  void shouldTakeWhatItPutOffOnceALeaderHasConfirmedTheClock() {
    Item item = Item.at(now().minus(DAYS).minusSeconds(1200).toString());
    assertThat(send(phones.get(0), item, DAYS.negated())).isEqualTo(LATER);
    assertThat(paperOfToday()).isEqualTo(LATER);
    assertThat(confirmed(now().minus(DAYS)).status()).as("it shows no such time").isEqualTo(409);
    assertThat(send(phones.get(0), item, DAYS.negated())).isEqualTo(LATER);
    Answer answer = confirmed(now()).expect(200);
    assertThat(answer.json().path("state").asString()).isEqualTo("ok");
    assertThat(send(phones.get(0), item, DAYS.negated())).isEqualTo("accepted");
    assertThat(paperOfToday()).isEqualTo("accepted");
    JsonNode told = told("phones");
    assertThat(told.path("phones").get(0).path("team").asString()).isEqualTo("T01");
    assertThat(health()).as("the engine's is believed").isEqualTo("ok");
  }

  @Test
  void shouldNotBelieveAPersonAgainstSeveralPhones() {
    phones.subList(0, 3).forEach(phone -> visit(phone, DAYS));
    assertThat(confirmed(now()).json().path("state").asString()).isEqualTo("doubtful");
    assertThat(health()).isEqualTo("doubtful");
  }

  @Test
  void shouldSayThatAPhoneIsNotBelievedThoughOthersBearTheEngineOut() {
    phones.subList(0, 3).forEach(phone -> visit(phone, Duration.ZERO));
    nothingTold();
    assertThat(visit(phones.get(3), Duration.ofDays(-400))).isEqualTo("accepted");
    JsonNode told = told("phones");
    assertThat(told.path("phones").findValuesAsString("team")).containsExactly("T01");
    assertThat(told.has("lackingSeconds")).isFalse();
  }

  @Tag("all")
  @Test
  void shouldNotLetALoneSlowPhoneWaitForEverAfterTheLastDay() {
    phones.subList(1, 4).forEach(phone -> visit(phone, Duration.ZERO));
    clock.set(AFTER.toString());
    engine = engine.restarted();
    Phone slow = phones.getFirst().at(engine);
    Duration off = Duration.between(AFTER, TRUE.minus(DAYS));
    assertThat(visit(slow, off))
        .as("the journal proves a later time than this phone shows")
        .isEqualTo("rejected after-campaign");
    Item made = Item.at(TRUE.minus(DAYS).toString()).with("clockOffset", DAYS.toSeconds());
    assertThat(send(slow, made, off)).isEqualTo("accepted");
  }

  @Tag("all")
  @Test
  void shouldBelieveAnEngineThatHasOnePhoneOnlyAlsoAfterTheLastDay() {
    phones
        .subList(1, 4)
        .forEach(phone -> engine.leader().delete("/api/v1/devices/" + phone.device()).expect(204));
    await()
        .untilAsserted(() -> {
          clock.set(AFTER.toString());
          assertThat(visit(phones.getFirst(), Duration.between(AFTER, TRUE)))
              .isEqualTo("rejected after-campaign");
        });
  }

  @Tag("all")
  @Test
  void shouldLetALonePhoneThatNobodyCanJudgeWaitForALeaderOnly() {
    clock.set(AFTER.toString());
    engine = engine.restarted();
    Phone slow = phones.getFirst().at(engine);
    Duration off = Duration.between(AFTER, TRUE);
    assertThat(visit(slow, off)).isEqualTo(LATER);
    told("unsure");
    confirmed(now()).expect(200);
    assertThat(visit(slow, off)).isEqualTo("rejected after-campaign");
  }

  @Test
  void shouldSayThatItsClockWasLastSeenLater() throws IOException {
    await().until(() -> Files.exists(seen()));
    engine.close();
    Files.writeString(seen(), TRUE.plus(Duration.ofDays(9)).toString());
    engine = engine.restarted();
    assertThat(health()).isEqualTo("unsure");
    assertThat(told("unsure").path("lackingSeconds").asLong())
        .isCloseTo(Duration.ofDays(9).toSeconds(), org.assertj.core.data.Offset.offset(10L));
    assertThat(paperOfToday()).isEqualTo(LATER);
    String dated = Api.paper(List.of(Item.at("2025-08-20T00:00:00+07:00"))).toString();
    assertThat(engine.leader().post(PAPER, dated).outcomes()).containsExactly("accepted");
    confirmed(now()).expect(200);
    assertThat(paperOfToday()).isEqualTo("accepted");
    nothingTold();
  }

  private Path seen() {
    try (var files = Files.walk(folder)) {
      return files.filter(f -> f.endsWith("clock.seen")).findFirst().orElse(folder.resolve("-"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void shouldGoOnWhenItIsOffByMinutes() {
    Duration minutes = Duration.ofMinutes(12);
    for (Phone phone : phones) {
      assertThat(visit(phone, minutes)).isEqualTo("accepted");
    }
    assertThat(health()).isEqualTo("off");
    assertThat(told("off").path("lackingSeconds").asLong()).isEqualTo(minutes.toSeconds());
    String file =
        """
        {"format":"gocua-phone-backup","version":1,"team":"T01","checkIns":[{"team":"T01","checkIn":%s}]}
        """
            .formatted(Item.at(now().minusSeconds(600).toString()).json());
    assertThat(engine.leader().post("/api/v1/teams/T01/backups", file).outcomes())
        .containsExactly("accepted");
    assertThat(paperOfToday()).isEqualTo("accepted");
    assertThat(visit(phones.getFirst(), Duration.ofDays(-9)))
        .as("a wrong phone, by what leaves one day")
        .isEqualTo("accepted");
    engine.leader().post("/api/v1/campaign/close", Map.of("lateHours", 1)).expect(200);
    engine.assertRecountEqual();
  }

  @Tag("all")
  @Test
  void shouldPutNoVisitOfARightPhoneOnAnotherDayWhenItIsOffByMinutes() {
    Duration minutes = Duration.ofMinutes(30);
    // Ten past midnight in truth, twenty to by the engine; a visit five minutes ago.
    clock.set("2025-08-23T00:05:00+07:00");
    Item item = Item.at("2025-08-23T00:02:00+07:00").with("clockOffset", -1800);
    for (Phone phone : phones) {
      String outcome = send(phone, Item.at(now().plus(minutes).toString()), minutes);
      assertThat(outcome).isIn("accepted", LATER);
    }
    assertThat(send(phones.getFirst(), item, minutes)).isEqualTo("accepted");
    engine.assertRecountEqual();
    for (JsonNode day : engine.anybody().board().path("days")) {
      if (day.path("day").asInt() < 13) {
        assertThat(day.path("checkIns").asLong()).as(day.toString()).isZero();
      }
    }
  }
}
