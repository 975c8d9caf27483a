package vn.gocua.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import vn.gocua.engine.support.Answer;
import vn.gocua.engine.support.Item;
import vn.gocua.engine.support.RunningEngine;
import vn.gocua.testkit.SettableClock;

/** Tickets in their holder's hand, classes, teams, guides and erasing, over HTTP. */
class LearningApiTest {
  private static final String NOW = "2025-08-22T09:00:00+07:00";
  private static final String REQUESTS = "/api/v1/help-requests";
  private static final String CLASSES = "/api/v1/classes";

  private static RunningEngine engine;

  @BeforeAll
  static void start(@TempDir Path folder) {
    engine = RunningEngine.start(folder, SettableClock.at(NOW));
  }

  @AfterAll
  static void stop() {
    engine.close();
  }

  private static Map<String, Object> order(String phone) {
    Map<String, Object> order = new HashMap<>();
    order.put("id", Item.newId());
    order.put("hamlet", "co-giao");
    order.put("activity", "public-services");
    order.put("contact", Map.of("name", "Người xin giúp", "phone", phone, "address", "Ngõ"));
    order.put("consent", Map.of("textVersion", "kiosk-2025-08", "at", NOW));
    order.put("when", "evening");
    order.put("guardian", true);
    return order;
  }

  private static Map<String, Object> seat(String phone) {
    return Map.of(
        "id", Item.newId(),
        "contact", Map.of("name", "Người đến học", "phone", phone),
        "consent", Map.of("textVersion", "kiosk-class-2026-11", "at", NOW));
  }

  private static String scheduled(int seats) {
    Map<String, Object> lesson =
        Map.of(
            "title", "Nhận biết lừa đảo",
            "place", "Nhà văn hóa thôn",
            "startsAt", "2025-08-25T19:30:00+07:00",
            "endsAt", "2025-08-25T21:00:00+07:00",
            "seats", seats);
    JsonNode made = engine.leader().post(CLASSES, lesson).expect(201).json();
    assertThat(made.path("startsAt").asString()).isEqualTo("2025-08-25T19:30:00+07:00");
    return CLASSES + "/" + made.path("id").asString();
  }

  @Test
  void shouldTellTeamsWhenAVisitSuits() {
    JsonNode ticket = engine.kiosk().post(REQUESTS, order("0900000001")).expect(201).json();
    String path = REQUESTS + "/" + ticket.path("code").asString();
    JsonNode row = engine.phone("T01").api().get(path).expect(200).json();
    assertThat(row.path("when").asString()).isEqualTo("evening");
    assertThat(row.path("guardian").asBoolean()).isTrue();
    engine
        .kiosk()
        .post(path + "/change", Map.of("secret", ticket.path("secret").asString(), "when", "any"))
        .expect(200);
    assertThat(engine.leader().get(path).json().path("when").asString()).isEqualTo("any");
  }

  @Test
  void shouldKeepGroupsOnlyWithAConsentOfTheirOwn() {
    Map<String, Object> order = order("0900000002");
    order.put("groups", List.of("disability"));
    JsonNode ticket = engine.kiosk().post(REQUESTS, order).expect(201).json();
    assertThat(ticket.path("groupsKept").asBoolean(true)).isFalse();
    String contact = REQUESTS + "/" + ticket.path("code").asString() + "/contact";
    assertThat(engine.leader().get(contact).expect(200).json().path("groups").size()).isZero();
    order.put("id", Item.newId());
    order.put(
        "consent",
        Map.of("textVersion", "kiosk-2025-08", "groupsTextVersion", "kiosk-2025-08", "at", NOW));
    ticket = engine.kiosk().post(REQUESTS, order).expect(201).json();
    assertThat(ticket.path("groupsKept").asBoolean(false)).isTrue();
    contact = REQUESTS + "/" + ticket.path("code").asString() + "/contact";
    assertThat(engine.leader().get(contact).json().path("groups").path(0).asString())
        .isEqualTo("disability");
  }

  @Test
  void shouldAskTheTicketsHolderOnly() {
    JsonNode ticket = engine.kiosk().post(REQUESTS, order("0900000003")).expect(201).json();
    String path = REQUESTS + "/" + ticket.path("code").asString();
    Map<String, Object> secret = Map.of("secret", ticket.path("secret").asString());
    Map<String, Object> wrong = Map.of("secret", "x");
    assertThat(engine.kiosk().post(path + "/withdraw", wrong).problem())
        .isEqualTo("403 wrong-secret");
    assertThat(engine.leader().post(path + "/withdraw", secret).problem())
        .isEqualTo("403 kiosk-only");
    Map<String, Object> rating = Map.of("secret", secret.get("secret"), "stars", 6);
    assertThat(engine.kiosk().post(path + "/rating", rating).problem())
        .isEqualTo("400 out-of-range");
    assertThat(engine.kiosk().post(path + "/withdraw", secret).expect(200).json().path("status"))
        .hasToString("\"withdrawn\"");
    assertThat(engine.leader().get(path + "/contact").problem()).isEqualTo("410 contact-erased");
  }

  @Test
  void shouldLetTheHolderFollowATicketOnTheirOwnPhone() {
    JsonNode ticket = engine.kiosk().post(REQUESTS, order("0900000009")).expect(201).json();
    Map<String, String> own =
        Map.of("code", ticket.path("code").asString(), "secret", ticket.path("secret").asString());
    String tickets = "/api/v1/tickets";
    JsonNode shown = engine.anybody().post(tickets, own).expect(200).json();
    assertThat(shown.path("status").asString()).isEqualTo("open");
    assertThat(shown.toString()).doesNotContain("0900000009", "Người xin giúp");
    for (String code : List.of(own.get("code"), "TN-00000000")) {
      Map<String, String> guess = Map.of("code", code, "secret", "x");
      assertThat(engine.anybody().post(tickets, guess).problem()).isEqualTo("403 wrong-secret");
      assertThat(engine.anybody().post(tickets + "/withdraw", guess).problem())
          .isEqualTo("403 wrong-secret");
    }
    for (int i = 0; i < 20; i++) {
      var _ = engine.anybody().post(tickets, Map.of("code", own.get("code"), "secret", "y"));
    }
    assertThat(engine.anybody().post(tickets, Map.of("code", own.get("code"), "secret", "z")))
        .extracting(Answer::problem)
        .isEqualTo("429 too-many-tries");
    assertThat(engine.anybody().post(tickets + "/withdraw", own).expect(200).json().path("status"))
        .hasToString("\"withdrawn\"");
    Answer page = engine.anybody().get("/t").expect(200);
    assertThat(page.header("content-security-policy"))
        .contains("default-src 'none'", "script-src 'self'");
    assertThat(page.body()).doesNotContain("style=", "onclick", "<script>");
    JsonNode words = engine.anybody().get("/t/i18n/vi.json").expect(200).json();
    assertThat(words.propertyNames())
        .contains("title", "withdrawn")
        .containsExactlyElementsOf(
            engine.anybody().get("/t/i18n/en.json").expect(200).json().propertyNames());
    assertThat(engine.anybody().get("/t/ticket.js").expect(200).header("content-type"))
        .startsWith("text/javascript");
  }

  @Test
  void shouldRefuseInPlainWordsWhenOneNumberFloodsTheTeams() {
    Answer last = engine.kiosk().post(REQUESTS, order("0900000004"));
    for (int i = 0; i < 20 && last.status() == 201; i++) {
      last = engine.kiosk().post(REQUESTS, order("0900000004"));
    }
    assertThat(last.problem()).isEqualTo("429 too-many-requests-number");
    assertThat(last.header("retry-after")).isNotEmpty();
    assertThat(last.json().path("title").asString()).contains("bàn tiếp dân");
    engine.kiosk().post(REQUESTS, order("0900000005")).expect(201);
  }

  @Test
  void shouldOpenAHamletsClassToTheWholeCommune() {
    String change = scheduled(5) + "/change";
    assertThat(changed(change, "{\"hamlet\":\"co-giao\"}").path("hamlet").asString())
        .isEqualTo("co-giao");
    assertThat(changed(change, "{\"seats\":6}").path("hamlet").asString()).isEqualTo("co-giao");
    JsonNode open = changed(change, "{\"hamlet\":null}");
    assertThat(open.has("hamlet")).isFalse();
    assertThat(open.path("seats").asInt()).isEqualTo(6);
  }

  private static JsonNode changed(String path, String body) {
    return engine.leader().post(path, body).expect(200).json();
  }

  @Test
  void shouldShowSeatsLeftToEverybodyAndNamesToLeadersOnly() {
    String session = scheduled(1);
    JsonNode slip =
        engine.kiosk().post(session + "/enrolments", seat("0900000006")).expect(201).json();
    assertThat(slip.path("seat").asInt()).isEqualTo(1);
    assertThat(engine.kiosk().post(session + "/enrolments", seat("0900000007")).problem())
        .isEqualTo("409 class-full");
    Answer open = engine.anybody().get(CLASSES).expect(200);
    assertThat(open.body()).doesNotContain("0900000006", "Người đến học");
    assertThat(open.json().path("classes").findValuesAsString("seatsLeft")).contains("0");
    Answer list = engine.leader().get(session + "/enrolments").expect(200);
    assertThat(list.header("cache-control")).isEqualTo("no-store");
    assertThat(list.json().path("enrolments").path(0).path("phone").asString())
        .isEqualTo("0900000006");
    assertThat(engine.kiosk().get(session + "/enrolments").problem()).isEqualTo("403 leaders-only");
    String seat = session + "/enrolments/" + slip.path("enrolment").asString() + "/withdraw";
    assertThat(engine.kiosk().post(seat, Map.of("secret", "x")).problem())
        .isEqualTo("403 wrong-slip");
    assertThat(engine.phone("T01").api().post(seat, "{}").problem()).isEqualTo("403 leaders-only");
    JsonNode after = engine.leader().post(seat, "").expect(200).json();
    assertThat(after.path("seatsLeft").asInt()).isEqualTo(1);
    assertThat(engine.leader().get(session + "/enrolments").body()).doesNotContain("0900000006");
    assertThat(engine.phone("T01").api().post(CLASSES, "{}").problem())
        .isEqualTo("403 leaders-only");
  }

  @Test
  void shouldEraseEverythingOfOneNumber() {
    String session = scheduled(5);
    String phone = "0900000008";
    JsonNode slip = engine.kiosk().post(session + "/enrolments", seat(phone)).expect(201).json();
    JsonNode ticket = engine.kiosk().post(REQUESTS, order(phone)).expect(201).json();
    Answer erased =
        engine.leader().post("/api/v1/erasures", Map.of("phone", "+84 900 000 008")).expect(200);
    assertThat(erased.json().path("erased").toString())
        .contains(slip.path("code").asString(), ticket.path("code").asString());
    assertThat(engine.leader().get(session + "/enrolments").body()).doesNotContain(phone);
    String contact = REQUESTS + "/" + ticket.path("code").asString() + "/contact";
    assertThat(engine.leader().get(contact).problem()).isEqualTo("410 contact-erased");
    assertThat(engine.leader().post("/api/v1/erasures", Map.of("ticket", "TN-0")).problem())
        .isEqualTo("404 unknown-help-request");
    assertThat(engine.leader().post("/api/v1/erasures", "{}").problem())
        .isEqualTo("400 erase-what");
  }

  @Test
  void shouldShowWhereATeamIsMetAndWhatItDidThisWeek() {
    engine.phone("T01").send(Item.at("2025-08-22T08:30:00+07:00").with("residents", 3));
    engine.phone("T01").send(Item.at("2025-08-16T08:30:00+07:00").with("residents", 2));
    engine.phone("T01").send(Item.at("2025-08-15T08:30:00+07:00").with("residents", 7));
    org.awaitility.Awaitility.await()
        .atMost(java.time.Duration.ofSeconds(20))
        .untilAsserted(() -> {
          JsonNode team = engine.anybody().get("/api/v1/teams/T01").expect(200).json();
          assertThat(team.path("hall").asString()).isEqualTo("Nhà văn hóa thôn Cơ Giáo");
          assertThat(team.path("sample").asBoolean()).isTrue();
          assertThat(team.path("week").path("from").asString()).isEqualTo("2025-08-16");
          assertThat(team.path("week").path("residents").asInt()).isEqualTo(5);
          assertThat(team.path("week").path("byActivity").path("public-services").asInt())
              .isEqualTo(2);
        });
    assertThat(engine.anybody().get("/api/v1/teams/T02").json().has("hall")).isFalse();
  }

  @Test
  void shouldServeAGuideAsAPageWithoutScripts() {
    Answer page = engine.anybody().get("/g/tra-cuu").expect(200);
    assertThat(page.header("content-type")).startsWith("text/html");
    assertThat(page.header("content-security-policy")).contains("default-src 'none'");
    assertThat(page.body())
        .contains("<html lang=\"vi\">", "Bước 1.", "Đã đối chiếu ngày 10/08/2025 · Cán bộ mẫu")
        .contains("dichvucong.gov.vn")
        .doesNotContain("<script", "style=", "guide-page.");
    assertThat(engine.anybody().get("/g/guide.css").expect(200).header("content-type"))
        .startsWith("text/css");
    assertThat(engine.anybody().get("/g/nothing").problem()).isEqualTo("404 unknown-guide");
    JsonNode guide = engine.anybody().get("/api/v1/guides/tra-cuu").expect(200).json();
    assertThat(guide.path("url").asString()).endsWith("/g/tra-cuu");
    assertThat(guide.path("steps").size()).isEqualTo(2);
  }
}
