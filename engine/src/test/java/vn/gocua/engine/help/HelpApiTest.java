package vn.gocua.engine.help;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import vn.gocua.engine.support.Answer;
import vn.gocua.engine.support.Item;
import vn.gocua.engine.support.Phone;
import vn.gocua.engine.support.RunningEngine;
import vn.gocua.engine.support.Viewer;
import vn.gocua.testkit.SettableClock;

/**
 * Help requests over HTTP. T01 and T02 serve Cơ Giáo, T02, T03 and T04 Vân La; Vân La's requests
 * are made by those tests only that count them.
 */
class HelpApiTest {
  private static final String REQUESTS = "/api/v1/help-requests";
  private static final String NOW = "2025-08-22T09:00:00+07:00";

  private static final AtomicInteger NUMBERS = new AtomicInteger();

  @TempDir private static Path folder;
  private static RunningEngine engine;
  private static Phone first;
  private static Phone second;
  private static Phone stranger;

  @BeforeAll
  static void start() {
    engine = RunningEngine.start(folder, SettableClock.at(NOW));
    first = engine.phone("T01");
    second = engine.phone("T02");
    stranger = engine.phone("T03");
  }

  @AfterAll
  static void stop() {
    engine.close();
  }

  private static Map<String, Object> order() {
    Map<String, Object> order = new LinkedHashMap<>();
    order.put("id", Item.newId());
    order.put("hamlet", "co-giao");
    order.put("activity", "public-services");
    order.put(
        "contact", Map.of("name", "Người xin giúp", "phone", number(), "address", "Ngõ thứ nhất"));
    order.put("groups", List.of("elderly"));
    order.put(
        "consent",
        Map.of("textVersion", "kiosk-2025-08", "groupsTextVersion", "kiosk-2025-08", "at", NOW));
    return order;
  }

  /** Three of everybody's numbers are one number's, so that no test uses up another's share. */
  private static String number() {
    return "+84 912 345 %03d".formatted(NUMBERS.getAndIncrement() / 3 + 678);
  }

  private static Answer ask(Map<String, Object> order) {
    return engine.kiosk().post(REQUESTS, order);
  }

  private static String ticket() {
    return ask(order()).expect(201).json().path("code").asString();
  }

  private static Answer act(Phone phone, String code, String act) {
    return phone.api().post(REQUESTS + "/" + code + "/" + act, "");
  }

  private static List<String> listed(Phone phone) {
    Answer answer = phone.api().get(REQUESTS + "?status=open").expect(200);
    assertThat(answer.body()).doesNotContain("0912345", "Người xin giúp", "elderly");
    List<String> codes = new ArrayList<>();
    answer.json().path("helpRequests").forEach(row -> codes.add(row.path("code").asString()));
    return codes;
  }

  @Test
  void shouldGiveATicketAndTheSameOneAgain() {
    Map<String, Object> order = order();
    JsonNode ticket = ask(order).expect(201).json();
    assertThat(ticket.path("code").asString()).matches("TN-[0-9]{4,8}");
    assertThat(ticket.path("team").asString()).isIn("T01", "T02");
    assertThat(ticket.path("secret").asString()).hasSizeGreaterThanOrEqualTo(20);
    assertThat(ask(order).expect(201).json()).isEqualTo(ticket);
  }

  @Test
  void shouldMakeNoRequestWithoutConsent() {
    Map<String, Object> order = order();
    order.remove("consent");
    assertThat(ask(order).problem()).isEqualTo("400 consent-required");
    order.put("consent", Map.of("textVersion", "help-vi-12345678", "at", NOW));
    assertThat(ask(order).problem()).isEqualTo("400 unknown-consent");
    String groups = "groupsTextVersion";
    order.put("consent", Map.of("textVersion", "kiosk-2025-08", groups, "mine", "at", NOW));
    assertThat(ask(order).problem()).isEqualTo("400 unknown-consent");
    order.put("consent", Map.of("at", NOW));
    assertThat(ask(order).problem()).isEqualTo("400 missing-field");
  }

  @ParameterizedTest
  @CsvSource({
    "id,one,400 wrong-type",
    "hamlet,xa-la,400 unknown-hamlet",
    "activity,fishing,400 unknown-activity",
    "groups,elderly,400 wrong-type",
    "when,midnight,400 unknown-day-part",
    "guardian,yes,400 wrong-type",
    "contact,somebody,400 wrong-type",
    "door,blue,400 unknown-field"
  })
  void shouldRefuseWhatItCannotUse(String field, String value, String problem) {
    Map<String, Object> order = order();
    order.put(field, value);
    assertThat(ask(order).problem()).isEqualTo(problem);
  }

  @Test
  void shouldRefuseAPhoneNumberThatIsNone() {
    Map<String, Object> order = order();
    order.put("contact", Map.of("name", "A", "phone", "113", "address", "B"));
    Answer answer = ask(order);
    assertThat(answer.problem()).isEqualTo("400 invalid-phone");
    assertThat(answer.json().path("title").asString()).contains("Số điện thoại");
  }

  @Test
  void shouldTakeRequestsFromTheKioskOnly() {
    assertThat(first.api().post(REQUESTS, order()).problem()).isEqualTo("403 kiosk-only");
    assertThat(engine.leader().post(REQUESTS, order()).problem()).isEqualTo("403 kiosk-only");
    assertThat(engine.anybody().post(REQUESTS, order()).problem()).isEqualTo("401 sign-in-first");
    assertThat(engine.kiosk().get(REQUESTS).problem()).isEqualTo("403 phones-only");
    assertThat(engine.kiosk().get("/api/v1/recount").problem()).isEqualTo("403 leaders-only");
    assertThat(engine.kiosk().checkIns().problem()).isEqualTo("403 phones-only");
  }

  @Test
  void shouldShowATicketsStatusWithoutPersonalData() {
    String code = ticket();
    act(second, code, "claim").expect(200);
    Answer status = engine.kiosk().get(REQUESTS + "/" + code.toLowerCase(java.util.Locale.ROOT));
    assertThat(status.expect(200).json().propertyNames())
        .containsExactlyInAnyOrder(
            "code",
            "status",
            "hamlet",
            "activity",
            "team",
            "when",
            "guardian",
            "requestedAt",
            "claimedAt",
            "state");
    assertThat(status.json().path("status").asString()).isEqualTo("claimed");
    assertThat(status.json().path("team").asString()).isEqualTo("T02");
    assertThat(engine.kiosk().get(REQUESTS + "/TN-99999999").problem())
        .isEqualTo("404 unknown-help-request");
  }

  @Test
  void shouldShowTeamsTheRequestsOfTheirHamletsUntilAnotherHasThem() {
    String code = ticket();
    assertThat(listed(first)).contains(code);
    assertThat(listed(second)).contains(code);
    assertThat(listed(stranger)).doesNotContain(code);
    act(first, code, "claim").expect(200);
    assertThat(listed(first)).contains(code);
    assertThat(listed(second)).doesNotContain(code);
    act(first, code, "close").expect(200);
    assertThat(listed(first)).doesNotContain(code);
  }

  @Test
  void shouldTellTheLoserWhoWon() {
    String code = ticket();
    JsonNode row = act(first, code, "claim").expect(200).json();
    assertThat(row.path("status").asString()).isEqualTo("claimed");
    assertThat(row.path("mine").asBoolean()).isTrue();
    assertThat(act(first, code, "claim").expect(200).json()).isEqualTo(row);
    Answer lost = act(second, code, "claim");
    assertThat(lost.problem()).isEqualTo("409 already-claimed");
    assertThat(lost.json().path("team").asString()).isEqualTo("T01");
    assertThat(lost.json().path("title").asString()).contains("T01");
    assertThat(act(stranger, code, "claim").problem()).isEqualTo("403 not-your-hamlet");
    act(first, code, "release").expect(200);
    assertThat(act(second, code, "claim").expect(200).json().path("team").asString())
        .isEqualTo("T02");
  }

  @Test
  void shouldShowTheContactToTheClaimingTeamAndLeadersOnly() {
    String code = ticket();
    String contact = REQUESTS + "/" + code + "/contact";
    assertThat(first.api().get(contact).problem()).isEqualTo("409 claim-first");
    act(first, code, "claim").expect(200);
    Answer shown = first.api().get(contact).expect(200);
    assertThat(shown.header("cache-control")).isEqualTo("no-store");
    assertThat(shown.json().path("phone").asString()).startsWith("0912345");
    assertThat(shown.json().path("groups").path(0).asString()).isEqualTo("elderly");
    assertThat(second.api().get(contact).problem()).isEqualTo("409 already-claimed");
    assertThat(stranger.api().get(contact).problem()).isEqualTo("403 not-your-hamlet");
    assertThat(engine.kiosk().get(contact).problem()).isEqualTo("403 phones-only");
    assertThat(engine.leader().get(contact).expect(200).json()).isEqualTo(shown.json());
  }

  @Test
  void shouldCloseWithTheCheckInThatReportsTheVisit() {
    String code = ticket();
    act(first, code, "claim").expect(200);
    Item visit = Item.at("2025-08-22T08:30:00+07:00").with("helpRequest", code);
    assertThat(first.send(visit).outcomes()).containsExactly("accepted");
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() -> {
          JsonNode row = first.api().get(REQUESTS + "/" + code).expect(200).json();
          assertThat(row.path("status").asString()).isEqualTo("closed");
          assertThat(row.path("checkIn").asString()).isEqualTo(visit.id());
        });
    String body = "{\"checkIn\":\"" + visit.id() + "\"}";
    first.api().post(REQUESTS + "/" + code + "/close", body).expect(200);
    assertThat(act(second, code, "claim").problem()).isEqualTo("409 already-closed");
  }

  @Test
  void shouldWantTheClosingCheckInFirst() {
    String code = ticket();
    act(first, code, "claim").expect(200);
    String body = "{\"checkIn\":\"" + Item.newId() + "\"}";
    assertThat(first.api().post(REQUESTS + "/" + code + "/close", body).problem())
        .isEqualTo("409 unknown-check-in");
  }

  @Test
  void shouldTellPhonesAtOnceWithoutContacts() {
    String before = ticket();
    try (Viewer stream = Viewer.of(first)) {
      JsonNode all = stream.next("requests");
      assertThat(all.toString()).contains(before).doesNotContain("0912345");
      String code = ticket();
      JsonNode fresh = stream.next("request");
      assertThat(fresh.path("code").asString()).isEqualTo(code);
      assertThat(fresh.path("status").asString()).isEqualTo("open");
      act(second, code, "claim").expect(200);
      JsonNode lost = stream.next("request");
      assertThat(lost.path("version").asInt()).isEqualTo(2);
      assertThat(lost.path("team").asString()).isEqualTo("T02");
      assertThat(lost.path("mine").asBoolean()).isFalse();
      assertThat(fresh.toString() + lost).doesNotContain("0912345", "elderly");
    }
  }

  @Test
  void shouldEndTheStreamOfARevokedPhone() {
    Phone lost = engine.phone("T01");
    try (Viewer stream = Viewer.of(lost)) {
      stream.next("requests");
      engine.leader().delete("/api/v1/devices/" + lost.device()).expect(204);
      stream.awaitEnd();
    }
    assertThat(lost.api().get(REQUESTS).problem()).isEqualTo("401 token-not-valid");
  }

  @Test
  void shouldKeepEverythingOverARestart(@TempDir Path own) {
    RunningEngine before = RunningEngine.start(own, SettableClock.at(NOW));
    RunningEngine after = null;
    try {
      Phone phone = before.phone("T01");
      Map<String, Object> order = order();
      JsonNode ticket = before.kiosk().post(REQUESTS, order).expect(201).json();
      String path = REQUESTS + "/" + ticket.path("code").asString();
      phone.api().post(path + "/claim", "").expect(200);
      after = before.restarted();
      assertThat(after.kiosk().post(REQUESTS, order).expect(201).json()).isEqualTo(ticket);
      assertThat(after.leader().get(path).expect(200).json().path("team").asString())
          .isEqualTo("T01");
      assertThat(after.leader().get(path + "/contact").expect(200).body()).contains("0912345");
    } finally {
      (after == null ? before : after).close();
    }
  }

  @Test
  void shouldSlowDownWhoGoesThroughTheCodes(@TempDir Path own) {
    try (RunningEngine other = RunningEngine.start(own, SettableClock.at(NOW))) {
      Answer last = other.kiosk().get(REQUESTS + "/TN-0000");
      for (int i = 1; i < 200 && last.status() != 429; i++) {
        last = other.kiosk().get(REQUESTS + "/TN-%04d".formatted(i));
      }
      assertThat(last.problem()).isEqualTo("429 too-many-tries");
      assertThat(last.header("retry-after")).isEqualTo("1");
      assertThat(
              other.kiosk().with("X-Gocua-Screen", "ABC234").get(REQUESTS + "/TN-0000").problem())
          .as("another screen's visitors are not kept waiting")
          .isEqualTo("404 unknown-help-request");
    }
  }
}
