package vn.gocua.engine;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import vn.gocua.engine.journal.Appended;

/** Who is told, on the journal writer's thread, of what was committed; they must be quick. */
final class AfterCommit implements Consumer<List<Appended>> {
  private final List<Consumer<List<Appended>>> listeners = new CopyOnWriteArrayList<>();

  void add(Consumer<List<Appended>> listener) {
    listeners.add(listener);
  }

  @Override
  public void accept(List<Appended> committed) {
    listeners.forEach(listener -> listener.accept(committed));
  }
}
