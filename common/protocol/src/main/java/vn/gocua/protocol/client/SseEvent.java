package vn.gocua.protocol.client;

/**
 * One event of a stream of server-sent events.
 *
 * @param name {@code message} if it had none
 * @param data its JSON
 * @param id the latest one; empty if there was none
 */
public record SseEvent(String name, String data, String id) {
  /**
   * The data as a record.
   *
   * @throws UnreadableMessage if it is not one
   */
  public <T> T read(Class<T> type) throws UnreadableMessage {
    return Json.read(data, type);
  }
}
