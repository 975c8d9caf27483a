package vn.gocua.system.house;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which feature may use which. A feature is a package that has a class {@code *Feature}, with what
 * lies below it; such packages find themselves, what they may use of each other is written here.
 */
final class FeatureEdges {
  /**
   * One feature may use another.
   *
   * @param from the last part of its package
   * @param why what for
   */
  record Edge(String from, String to, String why) {}

  static final List<Edge> ALLOWED =
      List.of(
          new Edge("audit", "access", "who let whom in is shown in the audit"),
          new Edge("audit", "checkin", "who took check-ins back is shown in the audit"),
          new Edge("audit", "export", "exports are on record, and are shown in the audit"),
          new Edge("board", "checkin", "the board counts what check-ins were taken"),
          new Edge("checkin", "access", "what a phone may have newly accepted is counted"),
          new Edge("closing", "export", "an archive holds the export of all check-ins"),
          new Edge("closing", "help", "open requests are ended or left at the campaign's end"),
          new Edge("closing", "report", "an archive holds the last report"),
          new Edge("export", "checkin", "an export is a table of check-ins"),
          new Edge("help", "checkin", "a check-in may answer a request"),
          new Edge("stats", "board", "hours and shares are counted from the board's tallies"),
          new Edge("learning", "help", "a seat has a contact and limits as a request for help has"),
          new Edge("monitoring", "board", "how late the board learns of a check-in is measured"),
          new Edge("monitoring", "checkin", "check-ins are counted by their verdict"),
          new Edge("notices", "board", "notices go to the viewers of the board"),
          new Edge("privacy", "audit", "the record of processing is made from the audit"),
          new Edge("privacy", "export", "a record of processing that is taken out is on record"),
          new Edge("privacy", "help", "who asks to be forgotten is erased from requests"),
          new Edge("privacy", "learning", "who asks to be forgotten is erased from classes"),
          new Edge("report", "board", "a report tells what the board counts"),
          new Edge("report", "checkin", "a report adds up the counts of check-ins"),
          new Edge("report", "export", "a report that is taken out is on record as an export"),
          new Edge("report", "training", "a report tells how far training has come"),
          new Edge("roster", "board", "a team that has counts is not taken away"),
          new Edge("roster", "checkin", "what was counted must be named"),
          new Edge("stats", "checkin", "hours are counted from check-ins"),
          new Edge("targets", "board", "the board shows how near the targets are"),
          new Edge("watch", "board", "every board says when the engine's clock must be wrong"),
          new Edge("watch", "checkin", "check-ins bear the engine's clock out or contradict it"));

  private FeatureEdges() {}

  /**
   * Uses that nobody allowed, and edges that nobody uses.
   *
   * @param uses what each package uses
   */
  static List<Fault> faults(
      Set<String> features, Map<String, Set<String>> uses, List<Edge> allowed) {
    List<Fault> faults = new ArrayList<>();
    List<Edge> unused = new ArrayList<>(allowed);
    joined(features, uses)
        .forEach((from, used) ->
            used.forEach(to -> {
              if (!unused.removeIf(edge -> joins(edge, from, to))
                  && allowed.stream().noneMatch(edge -> joins(edge, from, to))) {
                faults.add(Fault.of(last(from) + " -> " + last(to), "not among the allowed edges"));
              }
            }));
    unused.forEach(edge ->
        faults.add(
            Fault.of(edge.from() + " -> " + edge.to(), "allowed, but not needed: take it out")));
    return faults;
  }

  /** Which features each feature uses, by whatever lies below either. */
  private static Map<String, Set<String>> joined(
      Set<String> features, Map<String, Set<String>> uses) {
    Map<String, Set<String>> joined = new TreeMap<>();
    uses.forEach((user, used) ->
        featureOf(user, features)
            .ifPresent(from ->
                used.stream()
                    .flatMap(each -> featureOf(each, features).stream())
                    .filter(to -> !to.equals(from))
                    .forEach(to -> joined.computeIfAbsent(from, _ -> new TreeSet<>()).add(to))));
    return joined;
  }

  private static Optional<String> featureOf(String name, Set<String> features) {
    return features.stream()
        .filter(feature -> name.equals(feature) || name.startsWith(feature + "."))
        .findFirst();
  }

  private static boolean joins(Edge edge, String from, String to) {
    return edge.from().equals(last(from)) && edge.to().equals(last(to));
  }

  private static String last(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
