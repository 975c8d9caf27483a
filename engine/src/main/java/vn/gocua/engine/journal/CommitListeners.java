package vn.gocua.engine.journal;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Notifies listeners of committed events, on the journal writer's thread. They must be quick. */
public final class CommitListeners implements Consumer<List<Appended>> {
  private final List<Consumer<List<Appended>>> listeners = new CopyOnWriteArrayList<>();

  public void add(Consumer<List<Appended>> listener) {
    listeners.add(listener);
  }

  @Override
  public void accept(List<Appended> committed) {
    listeners.forEach(listener -> listener.accept(committed));
  }
}
