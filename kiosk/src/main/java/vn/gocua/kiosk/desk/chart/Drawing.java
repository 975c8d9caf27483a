package vn.gocua.kiosk.desk.chart;

import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.gocua.base.text.Texts;

/** Drawings for {@code desk-charts.js}. */
public final class Drawing {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Drawing() {}

  /** Named counts, one bar each, with a text {@code other} beside it, such as its share. */
  public static ObjectNode bars(Texts texts, List<String> names, List<Long> counts, String unit) {
    ObjectNode spec = spec("bars", texts, unit);
    addAll(spec.putArray("names"), names);
    numbers(spec.putArray("counts"), counts);
    return spec;
  }

  /** A column a day, with the work expected of each day. */
  public static ObjectNode days(
      Texts texts,
      List<String> labels,
      List<Long> counts,
      double needed,
      String neededName,
      String unit) {
    ObjectNode spec = spec("days", texts, unit);
    addAll(spec.putArray("names"), labels);
    numbers(spec.putArray("counts"), counts);
    spec.put("needed", Math.round(needed * 10) / 10.0);
    spec.put("neededName", neededName);
    return spec;
  }

  /** Hours across, weekdays down. */
  public static ObjectNode heat(
      Texts texts, List<String> weekdays, List<String> hours, long[][] counts, String unit) {
    ObjectNode spec = spec("heat", texts, unit);
    addAll(spec.putArray("rows"), weekdays);
    addAll(spec.putArray("names"), hours);
    ArrayNode cells = spec.putArray("cells");
    for (int row = 0; row < counts.length; row++) {
      for (int column = 0; column < counts[row].length; column++) {
        cells.addArray().add(column).add(row).add(counts[row][column]);
      }
    }
    return spec;
  }

  /** One bar a name, made of parts in different colours and patterns. */
  public static ObjectNode stacked(
      Texts texts, List<String> names, List<String> parts, List<List<Long>> counts, String unit) {
    ObjectNode spec = spec("stacked", texts, unit);
    addAll(spec.putArray("names"), names);
    addAll(spec.putArray("parts"), parts);
    ArrayNode rows = spec.putArray("counts");
    counts.forEach(row -> numbers(rows.addArray(), row));
    return spec;
  }

  private static ObjectNode spec(String kind, Texts texts, String unit) {
    ObjectNode spec = JSON.createObjectNode();
    spec.put("kind", kind);
    spec.put("locale", texts.language().intl());
    spec.put("unit", unit);
    return spec;
  }

  private static void addAll(ArrayNode array, List<String> values) {
    values.forEach(array::add);
  }

  private static void numbers(ArrayNode array, List<Long> numbers) {
    numbers.forEach(array::add);
  }
}
