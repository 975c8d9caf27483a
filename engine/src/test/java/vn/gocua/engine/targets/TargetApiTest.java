package vn.gocua.engine.targets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import vn.gocua.engine.support.Answer;
import vn.gocua.engine.support.Api;
import vn.gocua.engine.support.Item;
import vn.gocua.engine.support.RunningEngine;
import vn.gocua.engine.support.Viewer;
import vn.gocua.testkit.SettableClock;

/** Targets may change while the campaign runs: board, pace and rank follow at once. */
class TargetApiTest {
  private static final String NOON = "2025-08-12T14:00:00+07:00";

  private static Answer put(Api api, String body) {
    return api.send("PUT", "/api/v1/targets", BodyPublishers.ofString(body));
  }

  private static JsonNode team(JsonNode board, String code) {
    for (JsonNode row : board.path("teams")) {
      if (row.path("team").asString().equals(code)) {
        return row;
      }
    }
    throw new AssertionError(code);
  }

  @Test
  void shouldFollowAtOnceAndKeepThemOverARestart(@TempDir Path folder) throws Exception {
    RunningEngine engine = RunningEngine.start(folder, SettableClock.at(NOON));
    engine.phone("T04").send(Item.at("2025-08-12T09:00:00+07:00")).expect(200);
    engine.assertRecountEqual();
    JsonNode before = engine.anybody().get("/api/v1/targets").expect(200).json();
    assertThat(before.path("checkIns").asInt()).isEqualTo(4500);
    assertThat(before.path("teams").path("T04").asInt()).isEqualTo(900);
    assertThat(before.path("teamsSum").asInt()).isEqualTo(4500);
    try (Viewer viewer = Viewer.of(engine)) {
      viewer.await("board", _ -> true);
      put(engine.leader(), "{\"checkIns\":9000,\"teams\":{\"T04\":30}}").expect(200);
      JsonNode board =
          viewer.await("board", b -> b.path("targets").path("checkIns").asInt() == 9000).data();
      assertThat(board.path("targets").path("residents").asInt()).isEqualTo(6750);
      // A day and a half of 45 are over: one of thirty was to be expected.
      assertThat(team(board, "T04").path("target").asInt()).isEqualTo(30);
      assertThat(team(board, "T04").path("pace").asDouble()).isEqualTo(1.0);
      assertThat(team(board, "T04").path("level").asString()).isEqualTo("on-target");
      assertThat(team(board, "T01").path("target").asInt()).isEqualTo(1440);
    }
    assertThat(
            engine
                .anybody()
                .get("/api/v1/campaign")
                .json()
                .path("targets")
                .path("checkIns")
                .asInt())
        .isEqualTo(9000);
    try (RunningEngine again = engine.restarted()) {
      // The wall's ticker begins with what came before the restart.
      JsonNode latest = again.anybody().board().path("latest");
      assertThat(latest).hasSize(1);
      assertThat(latest.path(0).path("team").asString()).isEqualTo("T04");
      assertThat(team(again.anybody().board(), "T04").path("target").asInt()).isEqualTo(30);
      refuse(again);
    }
  }

  @Test
  void shouldRateNoTeamWithoutATargetAndKeepWhatAStruckTeamPromised(@TempDir Path folder) {
    try (RunningEngine engine = RunningEngine.start(folder, SettableClock.at(NOON))) {
      engine.phone("T01").send(many(10)).expect(200);
      engine.phone("T02").send(many(2)).expect(200);
      engine.phone("T03").send(many(4)).expect(200);
      roster(
          engine,
          "\"teams\":[{\"code\":\"T09\",\"name\":\"Tổ 09\",\"members\":5,"
              + "\"hamlets\":[\"co-giao\"]}],\"teamsRemoved\":[\"T03\"]");
      engine.phone("T09").send(many(1)).expect(200);
      await().until(() -> team(engine.anybody().board(), "T09").path("checkIns").asInt() == 1);
      JsonNode added = team(engine.anybody().board(), "T09");
      assertThat(added.path("target").asInt()).isZero();
      assertThat(added.path("pace").isNull()).isTrue();
      assertThat(added.path("level").asString()).isEqualTo("none");
      assertThat(added.path("rank").asInt()).isEqualTo(3);
      assertThat(team(engine.anybody().board(), "T02").path("level").asString())
          .isNotEqualTo("none");

      JsonNode targets = engine.anybody().get("/api/v1/targets").expect(200).json();
      assertThat(targets.path("teams").path("T09").asInt()).isZero();
      assertThat(targets.path("checkIns").asInt()).isEqualTo(4500);
      assertThat(targets.path("teamsSum").asInt()).isEqualTo(4500 - 960);
      assertThat(targets.path("former").path("T03").asInt()).isEqualTo(960);
      assertThat(engine.leader().get("/api/v1/reports/campaign.csv").expect(200).body())
          .contains(",Tổ 09,1,2,,\r\n", ",Tổ 03 (đã thôi),4,8,,\r\n");

      JsonNode merged =
          put(engine.leader(), "{\"teams\":{\"T01\":2400,\"T03\":0}}").expect(200).json();
      assertThat(merged.path("teamsSum").asInt()).isEqualTo(4500);
      assertThat(merged.path("former").size()).isZero();
      // As it was set last, not as the files have it.
      put(engine.leader(), "{\"teams\":{\"T04\":700}}").expect(200);
      roster(engine, "\"teamsRemoved\":[\"T04\"]");
      assertThat(engine.anybody().get("/api/v1/targets").json().path("former").path("T04").asInt())
          .isEqualTo(700);
    }
  }

  private static void roster(RunningEngine engine, String change) {
    Api admin = engine.leader();
    String basis = admin.get("/api/v1/roster").expect(200).json().path("basis").asString();
    admin
        .post("/api/v1/roster/changes", "{\"basis\":\"" + basis + "\"," + change + "}")
        .expect(200);
  }

  private static Item[] many(int number) {
    return IntStream.range(0, number)
        .mapToObj(_ -> Item.at("2025-08-12T09:00:00+07:00"))
        .toArray(Item[]::new);
  }

  private static void refuse(RunningEngine engine) {
    assertThat(put(engine.leader(), "{\"teams\":{\"T99\":1}}").problem())
        .isEqualTo("400 unknown-field");
    assertThat(put(engine.leader(), "{\"teams\":{\"T01\":-1}}").problem())
        .isEqualTo("400 out-of-range");
    assertThat(put(engine.leader(), "{\"teams\":{\"T01\":null}}").problem())
        .isEqualTo("400 missing-field");
    assertThat(put(engine.leader(), "{\"checkIns\":0}").problem()).isEqualTo("400 out-of-range");
    assertThat(put(engine.anybody(), "{}").problem()).isEqualTo("401 sign-in-first");
    assertThat(team(engine.anybody().board(), "T01").path("target").asInt()).isEqualTo(1440);
  }
}
