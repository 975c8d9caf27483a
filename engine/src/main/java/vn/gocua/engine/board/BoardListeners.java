package vn.gocua.engine.board;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Who wants to know, on this node, that the board has changed. */
public final class BoardListeners {
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

  public void add(Runnable listener) {
    listeners.add(listener);
  }

  public void tell() {
    listeners.forEach(Runnable::run);
  }
}
