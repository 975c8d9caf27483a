package vn.gocua.engine.journal;

/**
 * A fact, as the journal keeps it.
 *
 * @param id minted by whoever first knew of it; appending the same id again changes nothing
 * @param stream what is folded together, such as one team's check-ins of one day
 * @param type explicit name and version of the content, such as {@code check-in/1}; never a class
 *     name
 * @param content canonical JSON of what was stated: the same id with other content is a conflict
 * @param details canonical JSON of what one try added (when it was received, by which device): not
 *     compared, and of a repeated try not kept
 */
public record Event(String id, String stream, String type, String content, String details) {

  /** Whether another event states the same fact, whatever its try added. */
  public boolean hasSameContent(Event other) {
    return id.equals(other.id) && type.equals(other.type) && content.equals(other.content);
  }
}
