package vn.gocua.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class RehearsalConfigTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
  private static final Map<String, Object> CAMPAIGN =
      Map.of(
          "id",
          "hong-van-45",
          "startDate",
          "first-run",
          "days",
          45,
          "zone",
          "Asia/Ho_Chi_Minh",
          "targets",
          Map.of("checkIns", 16_200, "residents", 24_300));
  private static final Map<String, Object> ROSTER =
      Map.of(
          "hamlets",
          List.of(Map.of("code", "van-la", "name", "Vân La")),
          "teams",
          List.of(
              Map.of("code", "T01", "name", "Tổ 01", "members", 5, "hamlets", List.of("van-la")),
              Map.of("code", "T02", "name", "Tổ 02", "members", 6, "target", 450)));

  @Test
  void shouldShrinkTheTargetsWithTheDays() {
    var adapted = adapt(9, 2);

    assertThat(adapted.campaign().get("targets"))
        .isEqualTo(Map.of("checkIns", 3240L, "residents", 4860L));
    assertThat(teams(adapted).getLast()).containsEntry("target", 90L);
  }

  @Test
  void shouldBeginWhenToldAndBearANameOfItsOwn() {
    var adapted = adapt(6, 2);

    assertThat(adapted.campaign().get("startDate")).isEqualTo("2026-11-23");
    assertThat(adapted.campaign().get("days")).isEqualTo(6);
    assertThat(adapted.campaign().get("id")).isEqualTo("hong-van-45-rehearsal");
    assertThat(adapted.campaign().get("zone")).isEqualTo("Asia/Ho_Chi_Minh");
  }

  @Test
  void shouldTakeTheFirstTeamsOrMakeMore() {
    assertThat(teams(adapt(45, 1))).extracting(team -> team.get("code")).containsExactly("T01");
    assertThat(teams(adapt(45, 4)))
        .extracting(team -> team.get("code"))
        .containsExactly("T01", "T02", "X03", "X04");
    assertThat(teams(adapt(45, 4)).get(2)).containsEntry("hamlets", List.of("van-la"));
  }

  @Test
  void shouldLeaveMistakesForTheEngineToName() {
    var broken =
        new RehearsalConfig.Files(Map.of("targets", "many"), Map.of("teams", List.of("T01")));

    var adapted = new RehearsalConfig(DAY, 6, 2).adapt(broken);

    assertThat(adapted.campaign().get("targets")).isEqualTo("many");
    assertThat(adapted.roster().get("teams")).isEqualTo(List.of("T01", "T01"));
  }

  private static RehearsalConfig.Files adapt(int days, int teams) {
    return new RehearsalConfig(DAY, days, teams).adapt(new RehearsalConfig.Files(CAMPAIGN, ROSTER));
  }

  private static List<Map<String, Object>> teams(RehearsalConfig.Files files) {
    List<Map<String, Object>> teams = new ArrayList<>();
    for (Object team : (List<?>) Objects.requireNonNull(files.roster().get("teams"))) {
      Map<String, Object> fields = new HashMap<>();
      ((Map<?, ?>) team).forEach((key, value) -> fields.put(key.toString(), value));
      teams.add(fields);
    }
    return teams;
  }
}
