package vn.gocua.engine.support;

import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** Waiting for a value to be there. */
final class Awaited {
  private Awaited() {}

  /** The first of what a search finds, as soon as it finds something. */
  static <T> T first(String what, Supplier<List<T>> search) {
    List<T> found = new CopyOnWriteArrayList<>();
    await(what)
        .until(() -> {
          found.addAll(search.get());
          return !found.isEmpty();
        });
    return found.getFirst();
  }
}
