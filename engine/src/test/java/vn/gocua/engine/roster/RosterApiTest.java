package vn.gocua.engine.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.gocua.engine.support.Answer;
import vn.gocua.engine.support.Api;
import vn.gocua.engine.support.Item;
import vn.gocua.engine.support.Phone;
import vn.gocua.engine.support.RunningEngine;
import vn.gocua.engine.support.Viewer;
import vn.gocua.testkit.SettableClock;

/** Admins change teams and hamlets while the campaign runs, and everything follows. */
class RosterApiTest {
  private static final String NOON = "2025-08-12T14:00:00+07:00";
  private static final String HEAD = "Mã tổ;Tên tổ;Số thành viên;Thôn;Điện thoại\n";

  private static ObjectNode change(Api api) {
    ObjectNode order = JsonMapper.shared().createObjectNode();
    order.set("basis", api.get("/api/v1/roster").expect(200).json().path("basis"));
    return order;
  }

  private static Answer post(Api api, ObjectNode order) {
    return api.post("/api/v1/roster/changes", order.toString());
  }

  private static ObjectNode team(String code, String name, String... hamlets) {
    ObjectNode team = JsonMapper.shared().createObjectNode();
    team.put("code", code).put("name", name).put("members", 5);
    ArrayNode served = team.putArray("hamlets");
    List.of(hamlets).forEach(served::add);
    return team;
  }

  private static List<String> codes(JsonNode teams, String field) {
    List<String> codes = new ArrayList<>();
    teams.forEach(team -> codes.add(team.path(field).asString()));
    return codes;
  }

  @Test
  void shouldFollowEverywhereAndKeepWhatARemovedTeamHasDone(@TempDir Path folder) throws Exception {
    RunningEngine engine = RunningEngine.start(folder, SettableClock.at(NOON));
    Api admin = engine.leader();
    Phone leaving = engine.phone("T03");
    leaving.send(Item.at("2025-08-12T09:00:00+07:00")).expect(200);
    try (Viewer viewer = Viewer.of(engine)) {
      viewer.await("board", _ -> true);
      ObjectNode order = change(admin);
      order.putArray("teams").add(team("T09", "  Tổ \u202e09 ", "la-thuong"));
      order.putArray("teamsRemoved").add("T03");
      order.putArray("hamlets").addObject().put("code", "la-thuong").put("name", "La Thượng");
      JsonNode now = post(admin, order).expect(200).json();
      assertThat(codes(now.path("teams"), "code")).containsExactly("T01", "T02", "T04", "T09");
      assertThat(now.path("teams").path(3).path("name").asString()).isEqualTo("Tổ 09");
      assertThat(now.path("formerTeams").path(0).path("checkIns").asInt()).isEqualTo(1);

      JsonNode board =
          viewer.await("board", b -> codes(b.path("teams"), "team").contains("T09")).data();
      assertThat(codes(board.path("teams"), "team")).contains("T09").doesNotContain("T03");
      assertThat(board.path("totals").path("checkIns").asInt()).isEqualTo(1);
      // Made on what was before: somebody else was quicker.
      assertThat(post(admin, order).problem()).isEqualTo("409 roster-changed-meanwhile");
    }
    JsonNode campaign = engine.anybody().get("/api/v1/campaign").expect(200).json();
    assertThat(codes(campaign.path("teams"), "code")).contains("T09").doesNotContain("T03");
    assertThat(codes(campaign.path("hamlets"), "code")).contains("la-thuong");
    assertThat(leaving.send(Item.at("2025-08-12T09:30:00+07:00")).problem())
        .isEqualTo("403 team-left");
    engine
        .phone("T09")
        .send(Item.at("2025-08-12T10:00:00+07:00").with("hamlet", "la-thuong"))
        .expect(200);
    engine.assertRecountEqual();
    assertThat(engine.leader().get("/api/v1/reports/campaign.csv").expect(200).body())
        .contains("Tổ 03 (đã thôi)");
    try (RunningEngine again = engine.restarted()) {
      assertThat(codes(again.anybody().board().path("teams"), "team"))
          .containsExactlyInAnyOrder("T01", "T02", "T04", "T09");
      again.assertRecountEqual();
      refuse(again);
      takeIn(again);
    }
  }

  private static void refuse(RunningEngine engine) {
    Api admin = engine.leader();
    Map<String, ObjectNode> wrong =
        Map.of(
            "unknown-hamlet", with(change(admin), team("T20", "Tổ 20", "nowhere")),
            "roster-no-hamlet", with(change(admin), team("T20", "Tổ 20")),
            "roster-code", with(change(admin), team("../T20", "Tổ 20", "co-giao")),
            "roster-code-twice", with(change(admin), team("t01", "Tổ 20", "co-giao")),
            "roster-name-twice", with(change(admin), team("T20", "TỔ 01", "co-giao")),
            "roster-name", with(change(admin), team("T20", "x".repeat(61), "co-giao")));
    wrong.forEach(
        (code, order) -> assertThat(post(admin, order).problem()).isEqualTo("400 " + code));
    ObjectNode hamlet = change(admin);
    hamlet.putArray("hamletsRemoved").add("co-giao");
    assertThat(post(admin, hamlet).problem()).isEqualTo("400 roster-hamlet-in-use");
    ObjectNode nobody = change(admin);
    codes(admin.get("/api/v1/roster").json().path("teams"), "code")
        .forEach(nobody.withArray("teamsRemoved")::add);
    assertThat(post(admin, nobody).problem()).isEqualTo("400 roster-size");
    assertThat(post(engine.account("xem-thoi", "leader"), change(admin)).problem())
        .isEqualTo("403 admins-only");
    assertThat(admin.get("/api/v1/roster").json().path("changes").asInt()).isEqualTo(1);
  }

  private static ObjectNode with(ObjectNode order, ObjectNode team) {
    order.putArray("teams").add(team);
    return order;
  }

  private static void takeIn(RunningEngine engine) {
    Api admin = engine.leader();
    JsonNode same =
        preview(admin, admin.get("/api/v1/roster.csv").expect(200).body()).expect(200).json();
    assertThat(same.path("problems")).isEmpty();
    assertThat(same.path("counts").path("unchanged").asInt()).isEqualTo(4);

    JsonNode bad =
        preview(
                admin,
                HEAD
                    + "T01;Tổ 01;sáu;Cơ Giáo;\n"
                    + "T01;Tổ 02;5;;024 0000 0000\n"
                    + "T04;;5;Vân La;gọi anh trưởng\n")
            .expect(200)
            .json();
    assertThat(codes(bad.path("problems"), "line")).containsExactly("2", "3", "3", "4", "4");
    assertThat(bad.path("problems").path(0).path("message").asString()).contains("Số thành viên");

    // Formulas are texts, names are found without diacritics, an unknown hamlet is a new one.
    JsonNode good =
        preview(
                admin,
                HEAD
                    + "T01;Tổ 01;6;co giao;024 0000 0001\n"
                    + "T02;\"=HYPERLINK(\"\"http://x\"\")\";5;Cơ Giáo, Vân La;\n"
                    + "T30;<script>alert(1)</script>;3;Xâm Thị;\n")
            .expect(200)
            .json();
    assertThat(good.path("problems")).isEmpty();
    assertThat(codes(good.path("rows"), "kind"))
        .containsExactly("unchanged", "changed", "added", "removed", "removed");
    assertThat(good.path("newHamlets").path(0).path("code").asString()).isEqualTo("xam-thi");
    ObjectNode order = JsonMapper.shared().createObjectNode();
    order.set("basis", good.path("basis"));
    order.set("hamlets", good.path("newHamlets"));
    ArrayNode teams = order.putArray("teams");
    good.path("rows")
        .forEach(row -> {
          if (row.has("after")) {
            teams.add(row.path("after"));
          }
        });
    JsonNode now = post(admin, order).expect(200).json();
    assertThat(codes(now.path("teams"), "code")).containsExactly("T01", "T02", "T04", "T09", "T30");
    assertThat(admin.get("/api/v1/roster.csv").body())
        .contains("\"'=HYPERLINK(\"\"http://x\"\")\"");
    assertThat(admin.get("/api/v1/audit?what=roster-changed").json().path("lines")).hasSize(2);

    assertThat(preview(admin, "không phải bảng").json().path("problems").path(0).path("code"))
        .hasToString("\"roster-column-missing\"");
    assertThat(preview(admin, "").problem()).isEqualTo("400 roster-file-unreadable");
    assertThat(preview(admin, HEAD + "x\n".repeat(3000)).problem())
        .isEqualTo("413 roster-file-too-large");
  }

  private static Answer preview(Api api, String csv) {
    return api.send(
        "POST", "/api/v1/roster/previews", BodyPublishers.ofString(csv, StandardCharsets.UTF_8));
  }
}
