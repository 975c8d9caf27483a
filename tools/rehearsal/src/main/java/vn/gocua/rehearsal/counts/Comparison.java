package vn.gocua.rehearsal.counts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Compares accepted entries with the engine's counts, figure by figure. */
public record Comparison(List<Line> lines) {

  public Comparison {
    lines = List.copyOf(lines);
  }

  /** Kind of a figure. */
  public enum Kind {
    CHECK_INS,
    RESIDENTS,
    DAY_CHECK_INS,
    DAY_RESIDENTS,
    TEAM_CHECK_INS,
    TEAM_RESIDENTS,
    ACTIVITY,
    GROUP
  }

  /**
   * One figure.
   *
   * @param of the day, team, activity or group; empty for the whole campaign
   */
  public record Line(Kind kind, String of, long sent, long shown) {
    public boolean equal() {
      return sent == shown;
    }
  }

  public static Comparison of(Tallied sent, Tallied shown) {
    List<Line> lines = new ArrayList<>();
    lines.add(new Line(Kind.CHECK_INS, "", sent.total().checkIns(), shown.total().checkIns()));
    lines.add(new Line(Kind.RESIDENTS, "", sent.total().residents(), shown.total().residents()));
    counts(lines, Kind.DAY_CHECK_INS, Kind.DAY_RESIDENTS, sent.byDay(), shown.byDay());
    counts(lines, Kind.TEAM_CHECK_INS, Kind.TEAM_RESIDENTS, sent.byTeam(), shown.byTeam());
    numbers(lines, Kind.ACTIVITY, sent.byActivity(), shown.byActivity());
    numbers(lines, Kind.GROUP, sent.byGroup(), shown.byGroup());
    return new Comparison(lines);
  }

  public boolean equal() {
    return lines.stream().allMatch(Line::equal);
  }

  public List<Line> of(Kind kind) {
    return lines.stream().filter(line -> line.kind() == kind).toList();
  }

  private static <K extends Comparable<K>> void counts(
      List<Line> lines, Kind checkIns, Kind residents, Map<K, Count> sent, Map<K, Count> shown) {
    for (K key : keys(sent, shown)) {
      Count ours = sent.getOrDefault(key, Count.NONE);
      Count theirs = shown.getOrDefault(key, Count.NONE);
      lines.add(new Line(checkIns, key.toString(), ours.checkIns(), theirs.checkIns()));
      lines.add(new Line(residents, key.toString(), ours.residents(), theirs.residents()));
    }
  }

  private static void numbers(
      List<Line> lines, Kind kind, Map<String, Long> sent, Map<String, Long> shown) {
    for (String key : keys(sent, shown)) {
      lines.add(new Line(kind, key, sent.getOrDefault(key, 0L), shown.getOrDefault(key, 0L)));
    }
  }

  private static <K extends Comparable<K>> TreeSet<K> keys(Map<K, ?> one, Map<K, ?> other) {
    TreeSet<K> keys = new TreeSet<>(one.keySet());
    keys.addAll(other.keySet());
    return keys;
  }
}
