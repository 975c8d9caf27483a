package vn.gocua.engine.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import vn.gocua.engine.support.Item;
import vn.gocua.engine.support.Phone;
import vn.gocua.engine.support.RunningEngine;
import vn.gocua.testkit.SettableClock;

/** What a commune owes by law can be answered by a query. */
class PrivacyApiTest {
  private static final String REQUESTS = "/api/v1/help-requests";
  private static final String NOW = "2025-08-22T09:00:00+07:00";

  @TempDir private static Path folder;
  private static SettableClock clock;
  private static RunningEngine engine;
  private static int numbers;

  @BeforeAll
  static void start() {
    clock = SettableClock.at(NOW);
    engine = RunningEngine.start(folder, clock);
  }

  @AfterAll
  static void stop() {
    engine.close();
  }

  private static JsonNode ask() {
    numbers++;
    Map<String, Object> order =
        Map.of(
            "id",
            Item.newId(),
            "hamlet",
            "co-giao",
            "activity",
            "public-services",
            "contact",
            Map.of("name", "Bác Mẫu", "phone", "091234%04d".formatted(numbers), "address", "B"),
            "groups",
            List.of("elderly"),
            "consent",
            Map.of(
                "textVersion", "kiosk-2025-08", "groupsTextVersion", "kiosk-2025-08", "at", NOW));
    return engine.kiosk().post(REQUESTS, order).expect(201).json();
  }

  private static List<JsonNode> affected(String who, String from, String to) {
    Map<String, Object> query = new HashMap<>(Map.of("from", from, "to", to));
    if (!who.isEmpty()) {
      query.put("who", who);
    }
    JsonNode answer = engine.leader().post("/api/v1/affected", query).expect(200).json();
    assertThat(answer.toString()).doesNotContain("Bác Mẫu", "091234");
    return StreamSupport.stream(answer.path("affected").spliterator(), false).toList();
  }

  @Test
  void shouldNameTheTicketsThatAPhoneHasRead() {
    clock.set(NOW);
    String read = ask().path("code").asString();
    String other = ask().path("code").asString();
    JsonNode own = ask();
    Phone phone = engine.phone("T01");
    phone.api().post(REQUESTS + "/" + read + "/claim", "").expect(200);
    phone.api().get(REQUESTS + "/" + read + "/contact").expect(200);
    clock.set("2025-08-22T10:00:00+07:00");
    phone.api().get(REQUESTS + "/" + read + "/contact").expect(200);
    engine.leader().get(REQUESTS + "/" + other + "/contact").expect(200);
    engine
        .anybody()
        .post(
            "/api/v1/tickets/data",
            Map.of("code", own.path("code").asString(), "secret", own.path("secret").asString()))
        .expect(200);

    List<JsonNode> all = affected("", NOW, "2025-08-23T00:00:00+07:00");
    assertThat(all).extracting(row -> row.path("code").asString()).contains(read, other);
    String who =
        all.stream()
            .filter(row -> row.path("code").asString().equals(read))
            .findFirst()
            .orElseThrow()
            .path("by")
            .path(0)
            .asString();
    List<JsonNode> its = affected(who, NOW, "2025-08-23T00:00:00+07:00");
    assertThat(its).extracting(row -> row.path("code").asString()).containsExactly(read);
    assertThat(its.getFirst().path("readings").asInt()).isEqualTo(2);
    assertThat(its.getFirst().path("contact").asString()).isEqualTo("kept");
    assertThat(its.getFirst().path("first").asString()).startsWith("2025-08-22T09:00");
    assertThat(its.getFirst().path("last").asString()).startsWith("2025-08-22T10:00");
    assertThat(affected(who, NOW, "2025-08-22T09:30:00+07:00").getFirst().path("readings").asInt())
        .isEqualTo(1);
    assertThat(affected(who, "2025-08-22T11:00:00+07:00", "2025-08-23T00:00:00+07:00")).isEmpty();
    assertThat(affected("ticket-holder", NOW, "2025-08-23T00:00:00+07:00"))
        .extracting(row -> row.path("code").asString())
        .contains(own.path("code").asString());
    engine.leader().post("/api/v1/erasures", Map.of("ticket", read)).expect(200);
    assertThat(
            affected(who, NOW, "2025-08-23T00:00:00+07:00").getFirst().path("contact").asString())
        .isEqualTo("erased");
    assertThat(phone.api().post("/api/v1/affected", Map.of("from", NOW, "to", NOW)).problem())
        .isEqualTo("403 leaders-only");
  }

  @Test
  void shouldNameTheSlipsOfAClassWhoseListWasRead() {
    clock.set("2025-08-22T12:00:00+07:00");
    JsonNode made =
        engine
            .leader()
            .post(
                "/api/v1/classes",
                Map.of(
                    "title", "Nhận biết lừa đảo",
                    "place", "Nhà văn hóa",
                    "startsAt", "2025-08-25T19:30:00+07:00",
                    "endsAt", "2025-08-25T21:00:00+07:00",
                    "seats", 9))
            .expect(201)
            .json();
    String path = "/api/v1/classes/" + made.path("id").asString() + "/enrolments";
    String before = seat(path);
    engine.leader().get(path).expect(200);
    clock.set("2025-08-22T12:30:00+07:00");
    String after = seat(path);
    List<JsonNode> rows =
        affected("leader", "2025-08-22T11:59:00+07:00", "2025-08-22T12:10:00+07:00");
    assertThat(rows)
        .extracting(row -> row.path("code").asString())
        .containsExactly(before)
        .doesNotContain(after);
    assertThat(rows.getFirst().path("kind").asString()).isEqualTo("class");
  }

  private static String seat(String path) {
    numbers++;
    return engine
        .kiosk()
        .post(
            path,
            Map.of(
                "id",
                Item.newId(),
                "contact",
                Map.of("name", "Bác Mẫu", "phone", "091234%04d".formatted(numbers)),
                "consent",
                Map.of("textVersion", "kiosk-class-2026-11", "at", NOW)))
        .expect(201)
        .json()
        .path("code")
        .asString();
  }

  @Test
  void shouldMakeTheRecordOfProcessingFromTheAudit() {
    clock.set("2025-08-27T09:00:00+07:00");
    JsonNode ticket = ask();
    String code = ticket.path("code").asString();
    for (int n = 0; n < 3; n++) {
      engine.leader().get(REQUESTS + "/" + code + "/contact").expect(200);
    }
    engine.leader().post(REQUESTS + "/" + code + "/withdraw-groups", "").expect(200);
    engine.leader().post("/api/v1/erasures", Map.of("ticket", code)).expect(200);
    String days = "?from=2025-08-27&to=2025-08-27";
    String csv = engine.leader().get("/api/v1/processing.csv" + days).expect(200).body();
    assertThat(csv).contains("Hoạt động xử lý", "Mục đích, lý do");
    assertThat(csv.lines())
        .anyMatch(line ->
            line.contains("Xem dữ liệu cá nhân")
                && line.contains("Lãnh đạo")
                && line.contains("3")
                && line.contains("1"))
        .anyMatch(line -> line.contains("Rút đồng ý về nhóm ưu tiên"))
        .anyMatch(line -> line.contains("Xóa liên hệ") && line.contains("Theo yêu cầu"));
    assertThat(csv).doesNotContain("Bác Mẫu", code);
    assertThat(engine.leader().get("/api/v1/audit?what=exported").json().path("lines").toString())
        .contains("processing.csv");
    assertThat(engine.leader().get("/api/v1/processing.csv?from=2025-08-26&to=2025-08-26").body())
        .doesNotContain("Rút đồng ý");
  }

  @Test
  void shouldHoldANewContactToTheWordsThatWereShown() {
    JsonNode ticket = ask();
    String change = REQUESTS + "/" + ticket.path("code").asString() + "/change";
    Map<String, Object> body = new HashMap<>();
    body.put("secret", ticket.path("secret").asString());
    body.put("contact", Map.of("phone", "0987654321"));
    body.put("consent", Map.of("textVersion", "help-vi-12345678", "at", NOW));
    assertThat(engine.kiosk().post(change, body).problem()).isEqualTo("400 unknown-consent");
    body.put("consent", Map.of("textVersion", "guardian-vi-9481503f", "at", NOW));
    assertThat(engine.kiosk().post(change, body).problem()).isEqualTo("400 unknown-consent");
    body.put("consent", Map.of("textVersion", "help-vi-df69b2f5", "at", "yesterday"));
    assertThat(engine.kiosk().post(change, body).problem()).startsWith("400 ");
    assertThat(own(ticket).path("contact").path("phone").asString()).isNotEqualTo("0987654321");
    body.put("consent", Map.of("textVersion", "help-vi-df69b2f5", "at", NOW));
    engine.kiosk().post(change, body).expect(200);
    JsonNode own = own(ticket);
    assertThat(own.path("contact").path("phone").asString()).isEqualTo("0987654321");
    assertThat(own.path("consent").path("textVersion").asString()).isEqualTo("help-vi-df69b2f5");
    assertThat(own.path("consent").path("groupsTextVersion").asString())
        .as("of the groups, which stayed")
        .isEqualTo("kiosk-2025-08");
    body.remove("consent");
    engine.kiosk().post(change, body).expect(200);
    assertThat(own(ticket).path("consent")).isEqualTo(own.path("consent"));
  }

  private JsonNode own(JsonNode ticket) {
    return engine
        .anybody()
        .post(
            "/api/v1/tickets/data",
            Map.of(
                "code", ticket.path("code").asString(), "secret", ticket.path("secret").asString()))
        .expect(200)
        .json();
  }
}
