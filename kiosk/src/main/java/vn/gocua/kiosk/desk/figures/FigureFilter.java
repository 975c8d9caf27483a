package vn.gocua.kiosk.desk.figures;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.gocua.protocol.client.Query;

/**
 * Filter of check-ins; null means all. It is in the page's address, so that a view can be shared.
 */
public record FigureFilter(
    @Nullable Integer day,
    @Nullable String team,
    @Nullable String activity,
    @Nullable String hamlet) {
  public static final FigureFilter ALL = new FigureFilter(null, null, null, null);

  static FigureFilter of(Map<String, List<String>> query, int days) {
    return new FigureFilter(
        first(query, "day")
            .filter(d -> d.matches("[0-9]{1,4}"))
            .map(Integer::valueOf)
            .filter(d -> d >= 1 && d <= days)
            .orElse(null),
        first(query, "team").orElse(null),
        first(query, "activity").orElse(null),
        first(query, "hamlet").orElse(null));
  }

  private static Optional<String> first(Map<String, List<String>> query, String name) {
    return query.getOrDefault(name, List.of()).stream().filter(v -> !v.isEmpty()).findFirst();
  }

  Map<String, String> query() {
    Map<String, String> query = new HashMap<>();
    put(query, "day", day == null ? null : day.toString());
    put(query, "team", team);
    put(query, "activity", activity);
    put(query, "hamlet", hamlet);
    return query;
  }

  private static void put(Map<String, String> query, String name, @Nullable String value) {
    if (value != null) {
      query.put(name, value);
    }
  }

  /** The engine's part of the filter; activities and hamlets are filtered here. */
  Query askedOfEngine() {
    return Query.NONE.and("team", team).and("from", day).and("to", day);
  }
}
