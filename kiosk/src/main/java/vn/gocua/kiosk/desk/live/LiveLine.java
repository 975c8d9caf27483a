package vn.gocua.kiosk.desk.live;

import java.util.function.Consumer;

/** The connection to one page. */
public interface LiveLine {
  /**
   * Sends without blocking.
   *
   * @param done called once: whether the network has taken it
   */
  void send(String message, Consumer<Boolean> done);

  void close();
}
