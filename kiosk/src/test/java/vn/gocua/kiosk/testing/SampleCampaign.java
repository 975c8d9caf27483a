package vn.gocua.kiosk.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;
import vn.gocua.protocol.campaign.CheckInLimits;

/**
 * A campaign in memory that writes the engine's messages about itself, in the engine's own words.
 */
public final class SampleCampaign {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final List<String> ACTIVITIES =
      List.of("public-services", "digital-id", "apps", "on-duty");
  private static final List<String> GROUPS = List.of("elderly", "disability");
  private static final Map<String, String> NAMES =
      Map.of(
          "public-services", "Dịch vụ công trực tuyến",
          "digital-id", "VNeID, định danh điện tử",
          "apps", "Ứng dụng (iHanoi…)",
          "on-duty", "Trực, ra quân",
          "elderly", "Người cao tuổi",
          "disability", "Người khuyết tật");
  private static final int DAYS = 45;
  private static final int TARGET = 16_200;

  private final int teams;
  private final boolean sample;
  private final boolean rehearsal;
  private final Map<String, long[]> byTeam = new LinkedHashMap<>();
  private final Map<String, Long> byActivity = new LinkedHashMap<>();
  private final Map<String, Long> byGroup = new LinkedHashMap<>();
  private final List<Map<String, Object>> days = new ArrayList<>();
  private int day;
  private long version;
  private long residents;
  private Duration lacking = Duration.ZERO;
  private final Map<String, String> levels = new HashMap<>();

  public SampleCampaign(int teams, int day) {
    this(teams, day, false, false);
  }

  public SampleCampaign(int teams, int day, boolean sample, boolean rehearsal) {
    this.teams = teams;
    this.day = day;
    this.sample = sample;
    this.rehearsal = rehearsal;
    IntStream.rangeClosed(1, teams).forEach(i -> byTeam.put(code(i), new long[3]));
    ACTIVITIES.forEach(a -> byActivity.put(a, 0L));
    GROUPS.forEach(g -> byGroup.put(g, 0L));
    IntStream.rangeClosed(1, Math.clamp(day, 0, DAYS)).forEach(d -> days.add(day(d, 0, 0)));
  }

  public static String code(int team) {
    return "T%02d".formatted(team);
  }

  public synchronized String campaign() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", "sample-45");
    json.put("name", "45 ngày đêm ra quân hỗ trợ hoạt động chuyển đổi số");
    json.put("place", "Xã Hồng Vân, Hà Nội");
    json.put("startDate", "2025-08-11");
    json.put("days", DAYS);
    json.put("today", day);
    json.put("zone", "Asia/Ho_Chi_Minh");
    json.put("revision", 1);
    json.put("sample", sample);
    json.put("activities", named(ACTIVITIES));
    json.put("groups", named(GROUPS));
    json.put("hamlets", List.of(Map.of("code", "co-giao", "name", "Cơ Giáo")));
    json.put("teams", IntStream.rangeClosed(1, teams).mapToObj(SampleCampaign::team).toList());
    json.put("targets", Map.of("checkIns", TARGET, "residents", 24_300));
    json.put("rehearsal", rehearsal);
    json.put("retentionDays", 30);
    json.put("expiryDays", 60);
    json.put("limits", CheckInLimits.OWN);
    json.put("teamWord", "tổ chuyển đổi số cộng đồng");
    json.put("at", at());
    return JSON.writeValueAsString(json);
  }

  public synchronized String board() {
    Map<String, Object> json = counts();
    json.put("targets", Map.of("checkIns", TARGET, "residents", 24_300));
    json.put("days", days);
    json.put("teams", byTeam.keySet().stream().map(this::row).toList());
    json.put("latest", List.of());
    if (!lacking.isZero()) {
      json.put("clock", Map.of("state", "doubtful", "lackingSeconds", lacking.toSeconds()));
    }
    return JSON.writeValueAsString(json);
  }

  /** From now on the board says that the engine's clock lacks so much. */
  public synchronized void doubtTheClock(Duration lacks) {
    lacking = lacks;
  }

  /**
   * From now on the engine judges a team's pace so; «behind» before, «none» before the campaign.
   */
  public synchronized void judge(String team, String level) {
    levels.put(team, level);
  }

  /** Counts one check-in of today and tells of it. */
  public synchronized String checkIn(String team, String activity, int people, Duration age) {
    version++;
    long[] counts = Objects.requireNonNull(byTeam.get(team));
    counts[0]++;
    counts[1] += people;
    counts[2]++;
    residents += people;
    byActivity.merge(activity, 1L, Long::sum);
    byGroup.merge("elderly", (long) people, Long::sum);
    days.set(day - 1, day(day, version, residents));
    Map<String, Object> json = counts();
    json.put("days", List.of(days.get(day - 1)));
    json.put("teams", List.of(row(team)));
    json.put(
        "latest",
        List.of(
            Map.of(
                "team", team,
                "activity", activity,
                "residents", people,
                "receivedAt", Instant.EPOCH.toString(),
                "ageMs", age.toMillis())));
    return JSON.writeValueAsString(json);
  }

  public synchronized long checkIns() {
    return version;
  }

  private Map<String, Object> counts() {
    Map<String, Object> totals =
        Map.of(
            "checkIns",
            version,
            "residents",
            residents,
            "byActivity",
            byActivity,
            "byGroup",
            byGroup);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("version", version);
    json.put("at", at());
    json.put("day", day);
    json.put("elapsed", (double) Math.clamp(day, 0, DAYS) / DAYS);
    json.put("level", level("all"));
    json.put("activeTeamsToday", byTeam.values().stream().filter(c -> c[2] > 0).count());
    json.put("totals", totals);
    json.put("today", totals);
    return json;
  }

  private String at() {
    return LocalDate.of(2025, 8, 10).plusDays(day) + "T03:00:00Z";
  }

  private Map<String, Object> row(String team) {
    long[] counts = Objects.requireNonNull(byTeam.get(team));
    double target = (double) TARGET / teams;
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("team", team);
    row.put("checkIns", counts[0]);
    row.put("residents", counts[1]);
    row.put("today", counts[2]);
    row.put("lastAt", null);
    row.put("target", Math.round(target));
    row.put("pace", day < 1 ? null : counts[0] / (target * Math.min(day, DAYS) / DAYS));
    row.put("level", level(team));
    row.put("rank", 1);
    return row;
  }

  private String level(String of) {
    return levels.getOrDefault(of, day < 1 ? "none" : "behind");
  }

  private static Map<String, Object> day(int day, long checkIns, long residents) {
    return Map.of("day", day, "checkIns", checkIns, "residents", residents);
  }

  private static Map<String, Object> team(int number) {
    return Map.of(
        "code",
        code(number),
        "name",
        "Tổ %02d".formatted(number),
        "hamlets",
        List.of("co-giao"),
        "members",
        5);
  }

  private static List<Map<String, String>> named(List<String> codes) {
    return codes.stream().map(c -> Map.of("code", c, "name", NAMES.get(c))).toList();
  }
}
