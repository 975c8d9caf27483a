package vn.gocua.rehearsal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Adapts a real campaign's configuration: first day, days and number of teams as wished, targets in
 * proportion. The rest is unchanged, mistakes included: the engine reports them.
 */
record RehearsalConfig(LocalDate startDate, int days, int teams) {

  /** A pair of trees as read from {@code campaign.yaml} and {@code teams.yaml}. */
  record Files(Map<?, ?> campaign, Map<?, ?> roster) {}

  Files adapt(Files real) {
    List<?> realTeams = real.roster().get("teams") instanceof List<?> list ? list : List.of();
    double longer = days / Math.max(1.0, number(real.campaign().get("days"), days));
    double more = teams / Math.max(1.0, realTeams.size());
    Map<Object, Object> campaign = new LinkedHashMap<>(real.campaign());
    campaign.put("id", shortened(String.valueOf(real.campaign().get("id"))) + "-rehearsal");
    campaign.put("startDate", startDate.toString());
    campaign.put("days", days);
    campaign.computeIfPresent("targets", (_, targets) -> scaled(targets, longer * more));
    Map<Object, Object> roster = new LinkedHashMap<>(real.roster());
    if (!realTeams.isEmpty()) {
      roster.put("teams", roster(realTeams, longer));
    }
    return new Files(campaign, roster);
  }

  /** An id has room for forty characters. */
  private static String shortened(String id) {
    return id.substring(0, Math.min(id.length(), 30));
  }

  private static Object scaled(Object targets, double factor) {
    if (!(targets instanceof Map<?, ?> map)) {
      return targets;
    }
    Map<Object, Object> scaled = new LinkedHashMap<>(map);
    scaled.replaceAll((_, value) -> scaledNumber(value, factor));
    return scaled;
  }

  private static Object scaledNumber(Object value, double factor) {
    return value instanceof Number number
        ? Math.max(1, Math.round(number.doubleValue() * factor))
        : value;
  }

  /** The first teams, and where there are too few, made-up ones that work where the others do. */
  private List<Object> roster(List<?> real, double longer) {
    List<Object> roster = new ArrayList<>();
    for (int i = 0; i < teams; i++) {
      Object like = real.get(i % real.size());
      if (!(like instanceof Map<?, ?> map)) {
        roster.add(like);
        continue;
      }
      Map<Object, Object> team = new LinkedHashMap<>(map);
      team.computeIfPresent("target", (_, target) -> scaledNumber(target, longer));
      if (i >= real.size()) {
        team.put("code", "X%02d".formatted(i + 1));
        team.put("name", "Tổ %02d".formatted(i + 1));
      }
      roster.add(team);
    }
    return roster;
  }

  private static double number(@Nullable Object value, double otherwise) {
    return value instanceof Number number ? number.doubleValue() : otherwise;
  }
}
