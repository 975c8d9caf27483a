package vn.gocua.engine.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import vn.gocua.engine.support.Item;
import vn.gocua.engine.support.RunningEngine;
import vn.gocua.testkit.SettableClock;

/** What everybody may read: the campaign and the board. */
@Tag("slow")
class BoardApiTest {
  private static final String NOW = "2025-08-12T14:00:00+07:00";
  private static final SettableClock CLOCK = SettableClock.at(NOW);

  private static RunningEngine engine;

  @BeforeAll
  static void start(@TempDir Path folder) {
    engine = RunningEngine.start(folder, CLOCK);
    engine
        .phone("T02")
        .send(
            Item.at("2025-08-11T09:00:00+07:00").with("residents", 3),
            Item.at("2025-08-12T09:00:00+07:00")
                .with("activity", "class")
                .with("residents", 12)
                .with("groups", List.of("elderly", "poor-household")),
            Item.at("2025-08-12T13:30:00+07:00")
                .with("activity", "on-duty")
                .with("residents", 0)
                .with("groups", List.of()))
        .expect(200);
    engine.phone("T04").send(Item.at("2025-08-11T20:00:00+07:00")).expect(200);
    engine.assertRecountEqual();
  }

  @AfterAll
  static void stop() {
    engine.close();
  }

  @BeforeEach
  void setClock() {
    CLOCK.set(NOW);
  }

  private static JsonNode team(String code) {
    for (JsonNode row : engine.anybody().board().path("teams")) {
      if (row.path("team").asString().equals(code)) {
        return row;
      }
    }
    throw new AssertionError(code);
  }

  @Test
  void shouldShowTheCampaign() {
    JsonNode campaign = engine.anybody().get("/api/v1/campaign").expect(200).json();
    assertThat(campaign.path("id").asString()).isEqualTo("thu-nghiem");
    assertThat(campaign.path("startDate").asString()).isEqualTo("2025-08-11");
    assertThat(campaign.path("days").asInt()).isEqualTo(45);
    assertThat(campaign.path("today").asInt()).isEqualTo(2);
    assertThat(campaign.path("zone").asString()).isEqualTo("Asia/Ho_Chi_Minh");
    assertThat(campaign.path("revision").asInt()).isEqualTo(3);
    assertThat(campaign.path("sample").asBoolean()).isTrue();
    assertThat(campaign.path("rehearsal").asBoolean()).isFalse();
    assertThat(campaign.path("teamWord").asString()).isEqualTo("tổ chuyển đổi số cộng đồng");
    assertThat(campaign.path("activities")).hasSize(8);
    assertThat(campaign.path("groups").path(0).path("name").asString()).isEqualTo("Người cao tuổi");
    assertThat(campaign.path("targets").path("residents").asInt()).isEqualTo(6750);
    JsonNode second = campaign.path("teams").path(1);
    assertThat(second.path("code").asString()).isEqualTo("T02");
    assertThat(second.path("members").asInt()).isEqualTo(5);
    assertThat(second.path("hamlets").findValuesAsString("x")).isEmpty();
    assertThat(second.path("hamlets").toString()).isEqualTo("[\"co-giao\",\"van-la\"]");
  }

  @Test
  void shouldAddUp() {
    JsonNode board = engine.anybody().board();
    assertThat(board.path("version").asInt()).isEqualTo(4);
    assertThat(board.path("day").asInt()).isEqualTo(2);
    assertThat(board.path("at").asString()).isEqualTo("2025-08-12T14:00:00+07:00");
    assertThat(board.path("totals").toString())
        .isEqualTo(
            "{\"checkIns\":4,\"residents\":17,\"byActivity\":{\"public-services\":2,"
                + "\"digital-id\":0,\"apps\":0,\"payments\":0,\"commerce\":0,\"online-safety\":0,"
                + "\"class\":1,\"on-duty\":1},\"byGroup\":{\"elderly\":17,\"disability\":0,"
                + "\"poor-household\":12}}");
    assertThat(board.path("today").path("checkIns").asInt()).isEqualTo(2);
    assertThat(board.path("today").path("residents").asInt()).isEqualTo(12);
    assertThat(board.path("today").path("byActivity").path("public-services").asInt()).isZero();
    assertThat(board.path("activeTeamsToday").asInt()).isEqualTo(1);
    assertThat(board.path("targets").path("checkIns").asInt()).isEqualTo(4500);
    assertThat(board.path("days").toString())
        .isEqualTo(
            "[{\"day\":1,\"checkIns\":2,\"residents\":5},"
                + "{\"day\":2,\"checkIns\":2,\"residents\":12}]");
    assertThat(board.path("level").asString()).isEqualTo("behind");
  }

  @Test
  void shouldRankTeamsByTheirOwnTargets() {
    JsonNode second = team("T02");
    assertThat(second.path("checkIns").asInt()).isEqualTo(3);
    assertThat(second.path("residents").asInt()).isEqualTo(15);
    assertThat(second.path("today").asInt()).isEqualTo(2);
    assertThat(second.path("lastAt").asString()).isEqualTo("2025-08-12T13:30:00+07:00");
    // 3600 check-ins are shared among three teams of 6, 5 and 4.
    assertThat(second.path("target").asInt()).isEqualTo(1200);
    // By 14:00 of the second day a day and a half of 45 are over: 40 were to be expected.
    assertThat(second.path("pace").asDouble()).isEqualTo(0.08);
    assertThat(second.path("level").asString()).isEqualTo("behind");
    assertThat(second.path("rank").asInt()).isEqualTo(1);
    assertThat(team("T04").path("target").asInt()).isEqualTo(900);
    assertThat(team("T04").path("rank").asInt()).isEqualTo(2);
    assertThat(team("T01").path("rank").asInt()).isEqualTo(3);
    assertThat(team("T03").path("rank").asInt()).isEqualTo(3);
    assertThat(team("T01").path("lastAt").isNull()).isTrue();
    assertThat(team("T01").path("pace").asDouble()).isZero();
  }

  @Test
  void shouldListTheTeamsInTheCampaignsOrder() {
    List<String> teams = new ArrayList<>();
    engine.anybody().board().path("teams").forEach(t -> teams.add(t.path("team").asString()));
    assertThat(teams).containsExactly("T01", "T02", "T03", "T04");
  }

  @Test
  void shouldExpectNothingOnTheFirstMorning() {
    CLOCK.set("2025-08-11T06:00:00+07:00");
    assertThat(team("T02").path("pace").isNull()).isTrue();
    assertThat(team("T02").path("level").asString()).isEqualTo("none");
  }

  @Test
  void shouldShowADayMoreAfterMidnight() {
    CLOCK.set("2025-08-13T00:00:01+07:00");
    JsonNode board = engine.anybody().board();
    assertThat(board.path("day").asInt()).isEqualTo(3);
    assertThat(board.path("days")).hasSize(3);
    assertThat(board.path("days").path(2).path("checkIns").asInt()).isZero();
    assertThat(board.path("today").path("checkIns").asInt()).isZero();
    assertThat(board.path("activeTeamsToday").asInt()).isZero();
    assertThat(team("T02").path("today").asInt()).isZero();
  }

  @Test
  void shouldStayAtItsLastDayAfterTheEnd() {
    CLOCK.set("2025-12-01T00:00:00+07:00");
    JsonNode board = engine.anybody().board();
    assertThat(board.path("day").asInt()).isEqualTo(46);
    assertThat(board.path("days")).hasSize(45);
    assertThat(board.path("totals").path("checkIns").asInt()).isEqualTo(4);
  }

  @Test
  void shouldRecountWhatItShows() {
    JsonNode recount = engine.leader().recount();
    assertThat(recount.path("equal").asBoolean()).isTrue();
    assertThat(recount.path("journal").toString())
        .isEqualTo("{\"events\":4,\"checkIns\":4,\"residents\":17}");
    assertThat(recount.path("differences")).isEmpty();
  }

  @Test
  void shouldShowACheckInOfATeamsFirstOfTheDayAtOnce(@TempDir Path folder) {
    try (RunningEngine fresh = RunningEngine.start(folder, SettableClock.at(NOW))) {
      fresh.phone("T01").send(Item.at(NOW)).expect(200);
      // Well before the sweep would find it.
      await()
          .atMost(java.time.Duration.ofSeconds(5))
          .until(() -> fresh.anybody().board().path("version").asInt() == 1);
    }
  }

  @Test
  void shouldFoldTheJournalWhenStartedAgain(@TempDir Path folder) {
    RunningEngine first = RunningEngine.start(folder, SettableClock.at(NOW));
    first.phone("T01").send(Item.at(NOW), Item.at("2025-08-11T08:00:00+07:00")).expect(200);
    first.assertRecountEqual();
    JsonNode before = first.anybody().board();
    try (RunningEngine second = first.restarted()) {
      JsonNode after = second.anybody().board();
      for (String part : List.of("version", "totals", "today", "days", "teams")) {
        assertThat(after.path(part)).as(part).isEqualTo(before.path(part));
      }
      second.assertRecountEqual();
    }
  }
}
