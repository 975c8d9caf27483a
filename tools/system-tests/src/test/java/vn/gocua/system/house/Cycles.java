package vn.gocua.system.house;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Arrows that lie on a cycle: their end leads back to their beginning. */
final class Cycles {
  /** From one knot to another. */
  record Arrow(String from, String to) {}

  private Cycles() {}

  static List<Arrow> in(Map<String, Set<String>> graph) {
    List<Arrow> arrows = new ArrayList<>();
    graph.forEach((from, targets) ->
        targets.forEach(to -> {
          if (reaches(graph, to, from)) {
            arrows.add(new Arrow(from, to));
          }
        }));
    return arrows;
  }

  private static boolean reaches(Map<String, Set<String>> graph, String start, String end) {
    Set<String> seen = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(start));
    while (!open.isEmpty()) {
      String next = open.pop();
      if (next.equals(end)) {
        return true;
      }
      if (seen.add(next)) {
        open.addAll(graph.getOrDefault(next, Set.of()));
      }
    }
    return false;
  }
}
