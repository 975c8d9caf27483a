package vn.gocua.engine.live.model;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Visits every world that can be reached, and reports the first way to one that is wrong. */
final class Explorer {
  private record Origin(@Nullable World before, String step) {}

  private final Steps steps;
  private final Map<World, Origin> reached = new HashMap<>();

  Explorer(Rules rules) {
    this.steps = new Steps(rules);
  }

  /** What went wrong and the steps that led there; empty if nothing can. */
  Optional<String> explore(World start) {
    Deque<World> open = new ArrayDeque<>();
    reached.put(start, new Origin(null, "start"));
    open.add(start);
    while (!open.isEmpty()) {
      World world = open.remove();
      List<Steps.Step> next = steps.from(world);
      Optional<String> wrong =
          world.wrong().or(() -> next.isEmpty() ? world.wrongAtRest() : Optional.empty());
      if (wrong.isPresent()) {
        return Optional.of(wrong.get() + " after " + way(world));
      }
      for (Steps.Step step : next) {
        if (reached.putIfAbsent(step.after(), new Origin(world, step.name())) == null) {
          open.add(step.after());
        }
      }
    }
    return Optional.empty();
  }

  int worlds() {
    return reached.size();
  }

  private List<String> way(World to) {
    ArrayDeque<String> way = new ArrayDeque<>();
    for (Origin origin = reached.get(to); origin != null; ) {
      way.addFirst(origin.step());
      origin = origin.before() == null ? null : reached.get(origin.before());
    }
    return List.copyOf(way);
  }
}
