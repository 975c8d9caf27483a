package vn.gocua.system.chaos.check;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Counts by team and day. */
final class Fold {
  /** Where something is counted. */
  record Slot(String team, LocalDate date) implements Comparable<Slot> {
    @Override
    public int compareTo(Slot other) {
      int byTeam = team.compareTo(other.team);
      return byTeam != 0 ? byTeam : date.compareTo(other.date);
    }
  }

  private final Map<Slot, Count> slots = new TreeMap<>();

  void add(Slot slot, int times, String activity, int residents, List<String> groups) {
    slots.computeIfAbsent(slot, _ -> new Count()).add(times, activity, residents, groups);
  }

  Count sum(Predicate<Slot> which) {
    Count sum = new Count();
    slots.forEach((slot, count) -> {
      if (which.test(slot)) {
        sum.add(count);
      }
    });
    return sum;
  }

  Count total() {
    return sum(_ -> true);
  }

  @Override
  public String toString() {
    StringBuilder lines = new StringBuilder();
    slots.forEach((slot, count) -> {
      if (count.checkIns() != 0) {
        lines.append(slot.team()).append(' ').append(slot.date()).append(": ").append(count);
        lines.append('\n');
      }
    });
    return lines.toString();
  }
}
