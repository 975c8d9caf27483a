package vn.gocua.engine.support;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** Waiting for a value to be there. */
final class Awaited {
  /** Longer than a busy machine takes; whoever is quick does not wait for it. */
  private static final Duration LONG = Duration.ofSeconds(30);

  private Awaited() {}

  /** The first of what a search finds, as soon as it finds something. */
  static <T> T first(String what, Supplier<List<T>> search) {
    List<T> found = new CopyOnWriteArrayList<>();
    await(what)
        .atMost(LONG)
        .until(() -> {
          found.addAll(search.get());
          return !found.isEmpty();
        });
    return found.getFirst();
  }
}
