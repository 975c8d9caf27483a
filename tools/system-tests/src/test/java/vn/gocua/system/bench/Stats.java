package vn.gocua.system.bench;

import java.util.List;

/** The middle of some figures, which a disturbed round does not move. */
final class Stats {
  private Stats() {}

  static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int upper = sorted.size() / 2;
    int lower = (sorted.size() - 1) / 2;
    return (sorted.get(lower) + sorted.get(upper)) / 2;
  }
}
