package vn.gocua.engine.http.sse;

import java.util.List;

/**
 * Events for one viewer at one moment.
 *
 * @param revision the viewer's revision afterwards
 * @param events in the order of sending; empty if the changes are hidden from this viewer
 */
public record Frame(long revision, List<Event> events) {

  /**
   * One event of the stream.
   *
   * @param data one JSON value
   */
  public record Event(String name, Object data) {}

  public static Frame of(long revision, String name, Object data) {
    return new Frame(revision, List.of(new Event(name, data)));
  }
}
