package vn.gocua.system.chaos.check;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The four counters, added up the plain way: the checker's own, not the engine's. */
final class Count {
  private long checkIns;
  private long residents;
  private final Map<String, Long> byActivity = new TreeMap<>();
  private final Map<String, Long> byGroup = new TreeMap<>();

  void add(int times, String activity, int people, List<String> groups) {
    checkIns += times;
    residents += (long) times * people;
    byActivity.merge(activity, (long) times, Long::sum);
    groups.forEach(group -> byGroup.merge(group, (long) times * people, Long::sum));
  }

  void add(Count other) {
    checkIns += other.checkIns;
    residents += other.residents;
    other.byActivity.forEach((code, number) -> byActivity.merge(code, number, Long::sum));
    other.byGroup.forEach((code, number) -> byGroup.merge(code, number, Long::sum));
  }

  long checkIns() {
    return checkIns;
  }

  long residents() {
    return residents;
  }

  /** All numbers that are not 0, in words that can be compared and read. */
  @Override
  public String toString() {
    return "%d check-ins, %d residents, %s, %s"
        .formatted(checkIns, residents, present(byActivity), present(byGroup));
  }

  static Map<String, Long> present(Map<String, Long> numbers) {
    Map<String, Long> present = new TreeMap<>(numbers);
    present.values().removeIf(number -> number == 0);
    return present;
  }
}
