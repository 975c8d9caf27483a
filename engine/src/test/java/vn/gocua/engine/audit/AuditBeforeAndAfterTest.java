package vn.gocua.engine.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import vn.gocua.engine.support.Api;
import vn.gocua.engine.support.Phone;
import vn.gocua.engine.support.RunningEngine;
import vn.gocua.testkit.SettableClock;

/** The audit tells what was before and what is now, also after a restart. */
@Tag("slow")
class AuditBeforeAndAfterTest {
  private static final String NOW = "2025-08-13T09:30:00+07:00";
  private static final SettableClock CLOCK = SettableClock.at(NOW);

  private static RunningEngine engine;

  @BeforeAll
  static void start(@TempDir Path folder) {
    engine = RunningEngine.start(folder, CLOCK);
  }

  @AfterAll
  static void stop() {
    engine.close();
  }

  /** Changes of the deeds of a code, newest first. */
  private static List<List<String>> changes(String what) {
    List<List<String>> all = new ArrayList<>();
    for (JsonNode line :
        engine.leader().get("/api/v1/audit?what=" + what).expect(200).json().path("lines")) {
      List<String> changes = new ArrayList<>();
      line.path("parts").path("changes").forEach(change -> changes.add(change.asString()));
      all.add(changes);
    }
    return all;
  }

  private static void roster(String change) {
    Api admin = engine.leader();
    String basis = admin.get("/api/v1/roster").expect(200).json().path("basis").asString();
    admin
        .post("/api/v1/roster/changes", "{\"basis\":\"" + basis + "\"," + change + "}")
        .expect(200);
    CLOCK.advance(Duration.ofSeconds(1));
  }

  private static void targets(String change) {
    engine.leader().send("PUT", "/api/v1/targets", BodyPublishers.ofString(change)).expect(200);
    CLOCK.advance(Duration.ofSeconds(1));
  }

  @Test
  void shouldTellTargetsOfATeamByItsNameBeforeAndAfter() {
    targets("{\"teams\":{\"T01\":500,\"T04\":900}}");
    targets("{\"checkIns\":9000,\"teams\":{\"T01\":650}}");
    List<List<String>> told = changes("targets-changed");
    assertThat(told.get(0))
        .contains("Số lượt của Tổ 01: 500 → 650")
        .anyMatch(
            change -> change.startsWith("Số lượt cả chiến dịch: ") && change.endsWith("→ 9.000"));
    // What stayed is not told.
    assertThat(told.get(1))
        .singleElement()
        .asString()
        .startsWith("Số lượt của Tổ 01: ")
        .endsWith("500");
    engine = engine.restarted();
    assertThat(changes("targets-changed")).isEqualTo(told);
    String whole = engine.leader().get("/api/v1/audit?what=targets-changed").body();
    assertThat(whole).contains("Tài khoản leader đổi chỉ tiêu – ");
  }

  @Test
  void shouldTellTheRosterBeforeAndAfter() {
    roster(
        "\"teams\":[{\"code\":\"T02\",\"name\":\"Tổ Hai\",\"members\":5,"
            + "\"hamlets\":[\"co-giao\",\"van-la\"]}]");
    roster(
        "\"teams\":[{\"code\":\"T02\",\"name\":\"Tổ Vân La 2\",\"members\":9,"
            + "\"hamlets\":[\"van-la\"],\"hall\":\"Nhà văn hóa\"},"
            + "{\"code\":\"T08\",\"name\":\"Tổ 08\",\"members\":3,\"hamlets\":[\"co-giao\"]}],"
            + "\"teamsRemoved\":[\"T03\"],"
            + "\"hamlets\":[{\"code\":\"co-giao\",\"name\":\"Cơ Giáo Mới\"}]");
    List<List<String>> told = changes("roster-changed");
    assertThat(told.get(1)).containsExactly("Tên tổ: trước «Tổ 02», nay «Tổ Hai»");
    assertThat(told.get(0))
        .containsExactly(
            "Tên thôn: trước «Cơ Giáo», nay «Cơ Giáo Mới»",
            "Tên tổ: trước «Tổ Hai», nay «Tổ Vân La 2»",
            "Số thành viên của Tổ Vân La 2: 5 → 9",
            "Thôn của Tổ Vân La 2: trước Cơ Giáo Mới, Vân La, nay Vân La",
            "Nơi gặp của Tổ Vân La 2: trước để trống, nay «Nhà văn hóa»",
            "Thêm Tổ 08 (số thành viên: 3, thôn: Cơ Giáo Mới)",
            "Bỏ Tổ 03");
    engine = engine.restarted();
    assertThat(changes("roster-changed")).isEqualTo(told);
  }

  @Test
  void shouldTellRolesClassesAndThePresentNameOfAPhone() {
    engine.account("thu-ky", "leader");
    Api admin = engine.leader();
    admin.post("/api/v1/accounts/thu-ky/role", Map.of("role", "admin")).expect(200);
    assertThat(changes("role-changed"))
        .containsExactly(List.of("Vai trò: trước Lãnh đạo, nay Quản trị"));
    Phone phone = engine.phone("T01");
    String name = "/api/v1/devices/" + phone.device() + "/name";
    admin.post(name, Map.of("name", "Máy cũ")).expect(204);
    CLOCK.advance(Duration.ofSeconds(1));
    admin.post(name, Map.of("name", "Máy 2")).expect(204);
    JsonNode lines = admin.get("/api/v1/audit?what=phone-named").json().path("lines");
    String end = phone.device().substring(phone.device().length() - 4);
    assertThat(lines.path(0).path("sentence").asString())
        .isEqualTo(
            "Tài khoản leader đổi tên của điện thoại «Máy 2» (…%s) của Tổ 01".formatted(end));
    assertThat(lines.path(1).path("sentence").asString()).contains("đặt tên cho").contains("Máy 2");
    assertThat(lines.toString()).doesNotContain("Máy cũ");
    assertThat(admin.get("/api/v1/audit?who=" + end).json().path("lines").toString())
        .contains("phone-named", phone.device());
  }
}
