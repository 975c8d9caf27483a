package vn.gocua.engine.checkin.event;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Numbers by code, immutable; a code that is not there counts 0, and none is kept at 0. */
public record Counts(SortedMap<String, Long> byCode) {
  public static final Counts NONE = new Counts(Collections.emptySortedMap());

  public long of(String code) {
    return byCode.getOrDefault(code, 0L);
  }

  public Counts plus(String code, long number) {
    TreeMap<String, Long> sum = new TreeMap<>(byCode);
    add(sum, code, number);
    return new Counts(Collections.unmodifiableSortedMap(sum));
  }

  /** The sum of both, the other multiplied by {@code times}: −1 subtracts it. */
  public Counts plus(Counts other, int times) {
    TreeMap<String, Long> sum = new TreeMap<>(byCode);
    for (Map.Entry<String, Long> entry : other.byCode.entrySet()) {
      add(sum, entry.getKey(), times * entry.getValue());
    }
    return new Counts(Collections.unmodifiableSortedMap(sum));
  }

  private static void add(TreeMap<String, Long> sum, String code, long number) {
    if (number != 0) {
      sum.merge(code, number, (a, b) -> a + b == 0 ? null : Long.valueOf(a + b));
    }
  }
}
