package vn.gocua.engine.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import vn.gocua.engine.support.Item;
import vn.gocua.engine.support.Phone;
import vn.gocua.engine.support.RunningEngine;
import vn.gocua.testkit.SettableClock;

/** Who did what when can be read, and tells no secret. */
@Tag("slow")
class AuditApiTest {
  private static final String NOW = "2025-08-13T09:30:00+07:00";
  private static final Item VOIDED = Item.at("2025-08-12T08:00:00+07:00");

  private static RunningEngine engine;
  private static Phone phone;

  @BeforeAll
  static void start(@TempDir Path folder) {
    engine = RunningEngine.start(folder, SettableClock.at(NOW));
    phone = engine.phone("T02");
    phone.send(VOIDED).expect(200);
    engine.leader().voided(VOIDED, "double").expect(200);
    engine.leader().get("/api/v1/export/check-ins.csv?team=T02").expect(200);
    engine.account("thu-ky", "leader");
  }

  @AfterAll
  static void stop() {
    engine.close();
  }

  private static List<JsonNode> lines(String query) {
    List<JsonNode> lines = new ArrayList<>();
    engine
        .leader()
        .get("/api/v1/audit?limit=1000" + query)
        .expect(200)
        .json()
        .path("lines")
        .forEach(lines::add);
    return lines;
  }

  @Test
  void shouldTellWhoVoidedWhatAndWhy() {
    List<JsonNode> lines = lines("&what=check-in-voided");
    assertThat(lines).hasSize(1);
    String sentence =
        "Tài khoản leader thu hồi một lượt của Tổ 02 ngày 12/08/2025 "
            + "(Dịch vụ công trực tuyến, 2 người); lý do: Ghi hai lần";
    assertThat(lines.getFirst().toString())
        .isEqualTo(
            ("{\"at\":\"2025-08-13T09:30:00+07:00\",\"who\":\"leader\",\"what\":\"check-in-voided\","
                    + "\"name\":\"Thu hồi lượt hỗ trợ\",\"about\":\"%s\",\"details\":{\"reason\":\"double\"},\"sentence\":\"%s\","
                    + "\"parts\":{\"who\":\"Tài khoản leader\",\"head\":\"%s\",\"changes\":[]}}")
                .formatted(VOIDED.id(), sentence, sentence));
  }

  @Test
  void shouldTellExportsPhonesAndAccounts() {
    assertThat(lines("&what=exported").getFirst().path("details").toString())
        .isEqualTo("{\"from\":\"2025-08-11\",\"team\":\"T02\",\"to\":\"2025-09-24\"}");
    assertThat(lines("&who=" + phone.device()).getFirst().path("what").asString())
        .isEqualTo("phone-enrolled");
    assertThat(lines("&who=thu-ky"))
        .extracting(line -> line.path("what").asString())
        .contains("account-opened", "password-changed", "signed-in");
    assertThat(lines("&who=leader&what=account-opened"))
        .extracting(line -> line.path("who").asString())
        .contains("system", "leader");
  }

  @Test
  void shouldTellSignInsThatFailedButNoNameThatNobodyHas() {
    Map<String, String> wrong = Map.of("username", "thu-ky", "password", "sai");
    engine.anybody().post("/api/v1/sessions", wrong).expect(401);
    engine
        .anybody()
        .post("/api/v1/sessions", Map.of("username", "mat-khau-go-nham", "password", "sai"))
        .expect(401);
    await().until(() -> lines("&what=sign-in-failed").size() == 2);
    assertThat(lines("&what=sign-in-failed"))
        .extracting(line -> line.path("who").asString())
        .containsExactlyInAnyOrder("thu-ky", "unknown");
    for (int i = 0; i < 10; i++) {
      engine.anybody().post("/api/v1/sessions", wrong);
    }
    await().until(() -> lines("&what=sign-in-locked").size() == 1);
  }

  @Test
  void shouldTellTheNewestFirstAPageAtATime() {
    List<JsonNode> all = lines("");
    assertThat(all).extracting(line -> line.path("at").asString()).isNotEmpty();
    JsonNode page = engine.leader().get("/api/v1/audit?limit=1").expect(200).json();
    assertThat(page.path("more").asBoolean()).isTrue();
    assertThat(page.path("lines")).hasSize(1);
    assertThat(lines("&to=2025-08-12&from=2025-08-11")).isEmpty();
    assertThat(lines("&from=2025-08-13&to=2025-08-13&what=exported,check-in-voided")).hasSize(2);
  }

  @Test
  void shouldTellNoSecret() {
    String all = engine.leader().get("/api/v1/audit?limit=1000").expect(200).body();
    assertThat(all).doesNotContain("argon2", "Hash", "secret");
    String csv = engine.leader().get("/api/v1/audit.csv").expect(200).body();
    assertThat(csv).contains("Thu hồi lượt hỗ trợ", "reason: double").doesNotContain("argon2");
  }

  @Test
  void shouldRefuseWhatItDoesNotKnow() {
    assertThat(engine.leader().get("/api/v1/audit?what=sleeping").problem())
        .isEqualTo("400 unknown-deed");
    assertThat(engine.leader().get("/api/v1/audit?before=gestern").problem())
        .isEqualTo("400 invalid-time");
    assertThat(engine.leader().get("/api/v1/audit?limit=0").problem())
        .isEqualTo("400 out-of-range");
  }
}
