package vn.gocua.engine.checkin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import vn.gocua.engine.support.Answer;
import vn.gocua.engine.support.Api;
import vn.gocua.engine.support.Item;
import vn.gocua.engine.support.RunningEngine;
import vn.gocua.testkit.SettableClock;

/** A team without a phone counts like any other, once. */
class PaperTest {
  private static final String NOW = "2025-08-13T09:30:00+07:00";

  private static Answer enter(Api api, String team, Item... items) {
    return api.post("/api/v1/teams/" + team + "/check-ins", Api.paper(List.of(items)).toString());
  }

  @Test
  void shouldCountWhatALeaderEntersFromPaper(@TempDir Path folder) {
    try (RunningEngine engine = RunningEngine.start(folder, SettableClock.at(NOW))) {
      Item item = Item.at("2025-08-11T09:00:00+07:00").with("residents", 3);
      Item bad = Item.at(NOW).with("activity", "dancing");
      assertThat(enter(engine.leader(), "T03", item, bad).expect(200).outcomes())
          .containsExactly("accepted", "rejected unknown-activity");
      assertThat(enter(engine.leader(), "T03", item).outcomes()).containsExactly("duplicate");
      assertThat(enter(engine.leader(), "T04", item).outcomes()).containsExactly("conflict");
      await().until(() -> engine.anybody().board().path("totals").path("residents").asInt() == 3);
      engine.assertRecountEqual();
      engine.phone("T03").send(Item.at(NOW)).expect(200);
      assertThat(rows(engine))
          .anyMatch(line -> line.contains(item.id()) && line.contains(",Phiếu giấy,"))
          .anyMatch(line -> line.contains(",Điện thoại,"));
      assertThat(enter(engine.leader(), "T99", item).problem()).isEqualTo("404 unknown-team");
      assertThat(enter(engine.phone("T03").api(), "T03", item).status()).isEqualTo(403);
      String fax = Api.batch(List.of(item)).put("channel", "fax").toString();
      assertThat(engine.leader().post("/api/v1/teams/T03/check-ins", fax).problem())
          .isEqualTo("400 unknown-channel");
      leaveOutOfTheHoursWhatNamesNone(engine);
    }
  }

  private static List<String> rows(RunningEngine engine) {
    return engine.leader().get("/api/v1/export/check-ins.csv").expect(200).body().lines().toList();
  }

  /** Midnight of a sheet is no time: nobody was out at that hour. A phone's midnight is one. */
  private static void leaveOutOfTheHoursWhatNamesNone(RunningEngine engine) {
    Item day = Item.at("2025-08-12T00:00:00+07:00").with("residents", 5);
    assertThat(enter(engine.leader(), "T02", day).outcomes()).containsExactly("accepted");
    assertThat(engine.phone("T02").send(day.renamed()).outcomes()).containsExactly("accepted");
    engine.assertRecountEqual();
    JsonNode hours = engine.leader().get("/api/v1/stats/hours?team=T02").expect(200).json();
    assertThat(hours.path("withoutHour"))
        .singleElement()
        .hasToString("{\"weekday\":2,\"checkIns\":1,\"residents\":5}");
    assertThat(hours.path("cells"))
        .singleElement()
        .satisfies(cell -> {
          assertThat(cell.path("hour").asInt()).isZero();
          assertThat(cell.path("checkIns").asInt()).isEqualTo(1);
        });
    assertThat(rows(engine))
        .anyMatch(line -> line.contains(day.id()) && line.contains(",2025-08-12,,"));

    Item right = day.renamed().with("residents", 6).with("replaces", day.id());
    assertThat(enter(engine.leader(), "T02", right).outcomes()).containsExactly("accepted");
    engine.assertRecountEqual();
    hours = engine.leader().get("/api/v1/stats/hours?team=T02").expect(200).json();
    assertThat(hours.path("withoutHour").path(0).path("residents").asInt()).isEqualTo(6);
    JsonNode latest = engine.leader().get("/api/v1/check-ins?team=T02").json().path("checkIns");
    Map<String, Boolean> known = new java.util.HashMap<>();
    latest.forEach(c -> known.put(c.path("id").asString(), c.path("hourKnown").asBoolean(true)));
    assertThat(known).containsEntry(right.id(), false).containsValue(true);
  }
}
