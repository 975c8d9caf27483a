package vn.gocua.engine.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import vn.gocua.engine.support.Api;
import vn.gocua.engine.support.Item;
import vn.gocua.engine.support.Phone;
import vn.gocua.engine.support.RunningEngine;
import vn.gocua.testkit.SettableClock;

/** What leaders see when they look closer, and how they put things right. */
class StatsApiTest {
  private static final SettableClock CLOCK = SettableClock.at("2025-08-22T20:00:00+07:00");
  private static RunningEngine engine;

  @BeforeAll
  static void start(@TempDir Path folder) {
    engine = RunningEngine.start(folder, CLOCK);
  }

  @AfterAll
  static void stop() {
    engine.close();
  }

  private static JsonNode ask(String path) {
    return engine.leader().get(path).expect(200).json();
  }

  private static List<String> cells(JsonNode answer) {
    return StreamSupport.stream(answer.path("cells").spliterator(), false)
        .map(c ->
            "%d/%d: %d, %d"
                .formatted(
                    c.path("weekday").asInt(),
                    c.path("hour").asInt(),
                    c.path("checkIns").asInt(),
                    c.path("residents").asInt()))
        .toList();
  }

  @Test
  void shouldCountByDayAndByTheHourAndFollowWhatIsTakenBack() {
    Phone phone = engine.phone("T01");
    Item early = Item.at("2025-08-22T09:10:00+07:00").with("residents", 2);
    Item noon = Item.at("2025-08-22T12:59:59+07:00").with("residents", 3);
    phone.send(early, noon, Item.at("2025-08-21T09:30:00+07:00").with("residents", 1)).expect(200);
    engine.assertRecountEqual();

    JsonNode days = ask("/api/v1/stats?team=T01");
    assertThat(days.path("rows")).hasSize(2);
    assertThat(days.path("rows").get(0).path("day").asInt()).isEqualTo(11);
    assertThat(days.path("rows").get(1).path("checkIns").asInt()).isEqualTo(2);
    assertThat(days.path("rows").get(1).path("residents").asInt()).isEqualTo(5);
    assertThat(ask("/api/v1/stats?team=T01&from=12").path("rows")).hasSize(1);
    assertThat(ask("/api/v1/stats?team=T01&to=10").path("rows")).isEmpty();
    // 22/8/2025 was a Friday.
    assertThat(cells(ask("/api/v1/stats/hours?team=T01")))
        .containsExactly("4/9: 1, 1", "5/9: 1, 2", "5/12: 1, 3");

    engine.leader().voided(noon, "test").expect(200);
    engine.assertRecountEqual();
    assertThat(cells(ask("/api/v1/stats/hours?team=T01&from=12"))).containsExactly("5/9: 1, 2");
    assertThat(ask("/api/v1/stats/hours?team=T01").path("hamlets").get(0).path("checkIns").asInt())
        .isEqualTo(2);
  }

  @Test
  void shouldShowALeaderWhoSentAndWhoTookBack() {
    Phone phone = engine.phone("T02");
    Item item = Item.at("2025-08-22T10:00:00+07:00");
    phone.send(item, Item.at("2025-08-20T10:00:00+07:00")).expect(200);
    engine.leader().voided(item, "double").expect(200);
    JsonNode seen = ask("/api/v1/check-ins?team=T02&day=12").path("checkIns");
    assertThat(seen).hasSize(1);
    assertThat(seen.get(0).path("by").asString()).isEqualTo(phone.device());
    assertThat(seen.get(0).path("voided").asString()).isEqualTo("double");
    assertThat(seen.get(0).path("voidedBy").asString()).isEqualTo("leader");
    assertThat(seen.get(0).path("voidedAt").asString()).startsWith("2025-08-");
    assertThat(ask("/api/v1/check-ins?team=T02").path("checkIns")).hasSize(2);
    JsonNode own = phone.api().get("/api/v1/check-ins").expect(200).json().path("checkIns").get(0);
    assertThat(own.has("voidedBy") || own.has("by")).as("of no use to a phone").isFalse();
  }

  @Test
  void shouldLetALeaderCorrectWhatIsTooLateForTheTeam() {
    Phone phone = engine.phone("T03");
    Item wrong = Item.at("2025-08-13T10:00:00+07:00").with("residents", 40);
    phone.send(wrong).expect(200);
    CLOCK.advance(java.time.Duration.ofDays(3));
    Item right =
        Item.at("2025-08-13T10:00:00+07:00").with("residents", 4).with("replaces", wrong.id());
    JsonNode answer =
        engine
            .leader()
            .post("/api/v1/teams/T03/check-ins", Api.batch(List.of(right)).toString())
            .expect(200)
            .json();
    assertThat(answer.path("results").get(0).path("outcome").asString()).isEqualTo("accepted");
    engine.assertRecountEqual();
    JsonNode row = ask("/api/v1/stats?team=T03").path("rows").get(0);
    assertThat(row.path("checkIns").asInt()).isEqualTo(1);
    assertThat(row.path("residents").asInt()).isEqualTo(4);
    JsonNode seen = ask("/api/v1/check-ins?team=T03&day=3").path("checkIns");
    assertThat(seen).hasSize(2);
    assertThat(seen.findValuesAsString("replacedBy")).containsExactly(right.id());
  }

  @Test
  void shouldSayWhatIsWrongWithAQuestion() {
    Api leader = engine.leader();
    assertThat(leader.get("/api/v1/stats?team=T99").problem()).isEqualTo("404 unknown-team");
    assertThat(leader.get("/api/v1/stats?from=0").problem()).isEqualTo("400 out-of-range");
    assertThat(leader.get("/api/v1/stats/hours?to=x").problem()).isEqualTo("400 out-of-range");
    assertThat(leader.get("/api/v1/check-ins").problem()).isEqualTo("400 missing-field");
    assertThat(leader.get("/api/v1/check-ins?team=T01&day=99").problem())
        .isEqualTo("400 out-of-range");
    assertThat(leader.post("/api/v1/teams/T99/check-ins", Map.of("checkIns", List.of())).problem())
        .isEqualTo("404 unknown-team");
  }
}
