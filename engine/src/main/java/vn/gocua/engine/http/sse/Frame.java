package vn.gocua.engine.http.sse;

import java.util.List;

/**
 * What a viewer is told at once.
 *
 * @param revision what the viewer has seen then
 * @param events in the order they are sent; none if the changes are not this viewer's business
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
