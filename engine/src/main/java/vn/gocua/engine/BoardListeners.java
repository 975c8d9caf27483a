package vn.gocua.engine;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Who wants to know, on this node, that the board has changed. */
final class BoardListeners {
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

  void add(Runnable listener) {
    listeners.add(listener);
  }

  void tell() {
    listeners.forEach(Runnable::run);
  }
}
