package vn.gocua.engine.checkin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gocua.engine.support.Answer;
import vn.gocua.engine.support.Api;
import vn.gocua.engine.support.Item;
import vn.gocua.engine.support.RunningEngine;
import vn.gocua.engine.support.SettableClock;

/** A team without a phone counts like any other, once. */
class PaperTest {
  private static final String NOW = "2025-08-13T09:30:00+07:00";

  private static Answer enter(Api api, String team, Item... items) {
    return api.post(
        "/api/v1/teams/" + team + "/paper-check-ins", Api.batch(List.of(items)).toString());
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
      assertThat(engine.leader().get("/api/v1/export/check-ins.csv").expect(200).body().lines())
          .anyMatch(line -> line.contains(item.id()) && line.contains(",Phiếu giấy,"))
          .anyMatch(line -> line.contains(",Điện thoại,"));
      assertThat(enter(engine.leader(), "T99", item).problem()).isEqualTo("404 unknown-team");
      assertThat(enter(engine.phone("T03").api(), "T03", item).status()).isEqualTo(403);
    }
  }
}
