package vn.gocua.engine.checkin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import vn.gocua.engine.support.Answer;
import vn.gocua.engine.support.Api;
import vn.gocua.engine.support.Item;
import vn.gocua.engine.support.Phone;
import vn.gocua.engine.support.RunningEngine;
import vn.gocua.engine.support.Words;
import vn.gocua.testkit.SettableClock;

/** A bad item is refused by itself, in words; its neighbours are taken. */
class BadItemTest {
  private static final String NOW = "2025-08-22T09:30:00+07:00";

  private static RunningEngine engine;
  private static Phone phone;

  @BeforeAll
  static void start(@TempDir Path folder) {
    engine = RunningEngine.start(folder, SettableClock.at(NOW));
    phone = engine.phone("T01");
  }

  @AfterAll
  static void stop() {
    engine.close();
  }

  @AfterEach
  void shouldCountTheSameEverywhere() {
    engine.assertRecountEqual();
  }

  private static Arguments bad(String field, @Nullable Object value, String code) {
    return Arguments.of(
        field + " = " + value, (UnaryOperator<Item>) item -> item.with(field, value), code);
  }

  private static Arguments without(String field) {
    return Arguments.of(
        "no " + field, (UnaryOperator<Item>) item -> item.without(field), "missing-field");
  }

  private static List<String> groups(int number) {
    return IntStream.range(0, number).mapToObj(i -> "group-" + i).toList();
  }

  static Stream<Arguments> items() {
    return Stream.of(
        bad("id", "not-a-uuid", "invalid-id"),
        bad("id", "", "invalid-id"),
        bad("id", 7, "invalid-id"),
        bad("id", "0198".repeat(100), "invalid-id"),
        bad("id", "01989f2e6a007c3a9d523f1b7c9e0a41", "invalid-id"),
        bad("id", "01989f2e-6a00-7c3a-9d52-3f1b7c9e0a4g", "invalid-id"),
        bad("activity", "dancing", "unknown-activity"),
        bad("activity", "PUBLIC-SERVICES", "unknown-activity"),
        bad("activity", 7, "wrong-type"),
        bad("activity", "x".repeat(61), "wrong-type"),
        without("activity"),
        bad("residents", -1, "residents-out-of-range"),
        bad("residents", 0, "residents-required"),
        bad("residents", 501, "residents-out-of-range"),
        bad("residents", 2_147_483_648L, "residents-out-of-range"),
        bad("residents", new java.math.BigInteger("9".repeat(40)), "residents-out-of-range"),
        bad("residents", 2.5, "wrong-type"),
        bad("residents", "2", "wrong-type"),
        bad("residents", true, "wrong-type"),
        bad("residents", List.of(2), "wrong-type"),
        bad("residents", null, "missing-field"),
        without("residents"),
        bad("groups", List.of("giants"), "unknown-group"),
        bad("groups", List.of("elderly", "giants"), "unknown-group"),
        bad("groups", "elderly", "wrong-type"),
        bad("groups", List.of(1), "wrong-type"),
        bad("groups", groups(11), "too-many-groups"),
        bad("minutes", -1, "minutes-out-of-range"),
        bad("minutes", 1441, "minutes-out-of-range"),
        bad("minutes", 9_999_999_999L, "minutes-out-of-range"),
        bad("minutes", "25", "wrong-type"),
        bad("hamlet", "atlantis", "unknown-hamlet"),
        bad("hamlet", List.of(), "wrong-type"),
        bad("helpRequest", "HV 4821", "invalid-help-request"),
        bad("helpRequest", 4821, "wrong-type"),
        bad("clockOffset", "một giờ", "wrong-type"),
        bad("clockOffset", 1e300, "wrong-type"),
        bad("clockOffset", Long.MIN_VALUE, "wrong-type"),
        bad("replaces", "x", "unknown-replaces"),
        bad("replaces", 7, "wrong-type"),
        bad("replaces", Item.newId(), "unknown-replaces"),
        bad("occurredAt", null, "missing-field"),
        without("occurredAt"),
        bad("occurredAt", "sáng nay", "invalid-time"),
        bad("occurredAt", "2025-08-22T09:30:00", "invalid-time"),
        bad("occurredAt", "2025-02-30T09:30:00+07:00", "invalid-time"),
        bad("occurredAt", 1_755_829_800, "wrong-type"),
        bad("occurredAt", "2025-08-22T09:32:01+07:00", "in-the-future"),
        bad("occurredAt", "2026-08-22T09:30:00+07:00", "in-the-future"),
        bad("occurredAt", "2025-08-10T23:59:59+07:00", "before-campaign"),
        bad("occurredAt", "+999999999-12-31T23:59:59Z", "invalid-time"),
        bad("occurredAt", "-999999999-01-01T00:00:00+18:00", "invalid-time"),
        bad("occurredAt", "9999-12-31T23:59:59-01:00", "invalid-time"),
        bad("occurredAt", "0000-06-01T00:00:00Z", "invalid-time"),
        bad("occurredAt", "9999-12-31T23:59:59Z", "in-the-future"),
        bad("occurredAt", "0001-01-01T00:00:00Z", "before-campaign"),
        bad("colour", "jade", "unknown-field"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("items")
  void shouldRefuseTheItemAlone(String what, UnaryOperator<Item> spoil, String code) {
    Item bad = spoil.apply(Item.at(NOW));
    Answer answer = phone.send(Item.at(NOW), bad, Item.at(NOW)).expect(200);
    assertThat(answer.outcomes()).containsExactly("accepted", "rejected " + code, "accepted");
    Words.assertVietnamese(answer.json().path("results").path(1).path("message").asString());

    Answer again = phone.english().send(bad);
    assertThat(again.outcomes()).containsExactly("rejected " + code);
    Words.assertEnglish(again.json().path("results").path(0).path("message").asString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "7",
        "null",
        "[]",
        "\"0198\"",
        "{}",
        "{\"id\":\"\\ud800\"}",
        // Sixty characters and more, cut within a pair of surrogates.
        "{\"id\":\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa🛵🛵\"}"
      })
  void shouldRefuseWhatIsNoCheckInAtAll(String item) {
    String good = Item.at(NOW).json().toString();
    Answer answer =
        phone
            .api()
            .post("/api/v1/check-ins", "{\"checkIns\":[" + item + "," + good + "]}")
            .expect(200);
    assertThat(answer.outcomes().getFirst()).matches("rejected (not-an-object|invalid-id)");
    assertThat(answer.outcomes().getLast()).isEqualTo("accepted");
  }

  @ParameterizedTest
  @ValueSource(strings = {"activity", "hamlet", "helpRequest", "colour"})
  void shouldRefuseHalfACharacter(String field) {
    Item good = Item.at(NOW);
    String body = Api.batch(List.of(good.with(field, "HALF"), Item.at(NOW))).toString();
    Answer answer = phone.api().post("/api/v1/check-ins", body.replace("HALF", "\\udc00"));
    assertThat(answer.expect(200).outcomes().getFirst()).startsWith("rejected ");
    assertThat(answer.outcomes().getLast()).isEqualTo("accepted");
    assertThat(phone.send(good).outcomes()).containsExactly("accepted");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0.", "1e"})
  void shouldRefuseANumberTooLongToBeOneWithItsItemOnly(String head) {
    Item good = Item.at(NOW);
    Item bad = Item.at(NOW).with("residents", 12345);
    String body = Api.batch(List.of(good, bad, Item.at(NOW))).toString();
    Answer answer =
        phone
            .api()
            .notHeldToDocument()
            .post("/api/v1/check-ins", body.replace("12345", head + "9".repeat(5000)));
    assertThat(answer.expect(200).outcomes())
        .containsExactly("accepted", "rejected wrong-type", "accepted");
    assertThat(phone.send(bad.with("residents", 2)).outcomes()).containsExactly("accepted");
  }

  @Test
  void shouldReckonWithTheWorstClocksThereAre() {
    long century = 100L * 365 * 24 * 3600;
    Item last = Item.at("9999-12-31T23:59:59Z");
    Item first = Item.at("0001-01-01T00:00:00Z");
    assertThat(
            phone
                .send(
                    last.with("clockOffset", century),
                    first.with("clockOffset", -century),
                    Item.at(NOW))
                .outcomes())
        .containsExactly("rejected in-the-future", "rejected before-campaign", "accepted");
    assertThat(phone.api().checkInsSentAt("0001-01-01T00:00:00Z", last, first).outcomes())
        .containsExactly("rejected in-the-future", "accepted");
    assertThat(phone.api().checkInsSentAt("9999-12-31T23:59:59Z", last, first.renamed()).outcomes())
        .containsExactly("accepted", "rejected before-campaign");
  }

  @Test
  void shouldTakeWhatIsJustWithinBounds() {
    Answer answer =
        phone.send(
            Item.at(NOW).with("activity", "on-duty").with("residents", 0),
            Item.at(NOW).with("residents", 500),
            Item.at(NOW).with("minutes", 0),
            Item.at(NOW).with("minutes", 1440),
            Item.at(NOW).with("groups", List.of()),
            Item.at(NOW).with("groups", List.of("elderly", "disability", "poor-household")),
            Item.at(NOW).with("groups", null),
            Item.at(NOW).without("groups"),
            Item.at(NOW).with("hamlet", "co-giao").with("helpRequest", "HV-4821"),
            Item.at("2025-08-22T09:32:00+07:00"),
            Item.at("2025-08-11T00:00:00+07:00"),
            Item.at("2025-08-10T17:00:00Z"));
    assertThat(answer.outcomes()).hasSize(12).containsOnly("accepted");
  }

  @Test
  void shouldAnswerInTheOrderSentThoughMostIsBad() {
    Item[] items =
        IntStream.range(0, 500)
            .mapToObj(i -> i % 5 == 0 ? Item.at(NOW) : Item.at(NOW).with("residents", -i))
            .toArray(Item[]::new);
    Answer answer = phone.send(items).expect(200);
    JsonNode results = answer.json().path("results");
    for (int i = 0; i < items.length; i++) {
      assertThat(results.path(i).path("id").asString()).isEqualTo(items[i].id());
      assertThat(results.path(i).path("outcome").asString())
          .isEqualTo(i % 5 == 0 ? "accepted" : "rejected");
    }
  }
}
