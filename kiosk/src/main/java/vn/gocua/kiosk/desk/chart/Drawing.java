package vn.gocua.kiosk.desk.chart;

import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.gocua.kiosk.desk.kit.DeskWords;

/** Drawings for {@code desk-charts.js}. */
public final class Drawing {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Drawing() {}

  /** Named counts, one bar each, with a text {@code other} beside it, such as its share. */
  public static ObjectNode bars(
      DeskWords words, List<String> names, List<Long> counts, String unit) {
    ObjectNode spec = spec("bars", words, unit);
    texts(spec.putArray("names"), names);
    numbers(spec.putArray("counts"), counts);
    return spec;
  }

  /** A column a day, with the work expected of each day. */
  public static ObjectNode days(
      DeskWords words,
      List<String> labels,
      List<Long> counts,
      double needed,
      String neededName,
      String unit) {
    ObjectNode spec = spec("days", words, unit);
    texts(spec.putArray("names"), labels);
    numbers(spec.putArray("counts"), counts);
    spec.put("needed", Math.round(needed * 10) / 10.0);
    spec.put("neededName", neededName);
    return spec;
  }

  /** Hours across, weekdays down. */
  public static ObjectNode heat(
      DeskWords words, List<String> weekdays, List<String> hours, long[][] counts, String unit) {
    ObjectNode spec = spec("heat", words, unit);
    texts(spec.putArray("rows"), weekdays);
    texts(spec.putArray("names"), hours);
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
      DeskWords words,
      List<String> names,
      List<String> parts,
      List<List<Long>> counts,
      String unit) {
    ObjectNode spec = spec("stacked", words, unit);
    texts(spec.putArray("names"), names);
    texts(spec.putArray("parts"), parts);
    ArrayNode rows = spec.putArray("counts");
    counts.forEach(row -> numbers(rows.addArray(), row));
    return spec;
  }

  private static ObjectNode spec(String kind, DeskWords words, String unit) {
    ObjectNode spec = JSON.createObjectNode();
    spec.put("kind", kind);
    spec.put("locale", words.language().intl());
    spec.put("unit", unit);
    return spec;
  }

  private static void texts(ArrayNode array, List<String> texts) {
    texts.forEach(array::add);
  }

  private static void numbers(ArrayNode array, List<Long> numbers) {
    numbers.forEach(array::add);
  }
}
