package vn.gocua.engine.journal;

/**
 * A fact in the journal.
 *
 * @param id made by the first source of the fact; appending the same id again changes nothing
 * @param stream events that are folded together, such as one team's check-ins of one day
 * @param type explicit name and version of the content, such as {@code check-in/1}; never a class
 *     name
 * @param content canonical JSON of the fact: the same id with other content is a conflict
 * @param details canonical JSON of one try (time of reception, device): not compared, and only the
 *     first try's is kept
 */
public record Event(String id, String stream, String type, String content, String details) {

  /** Whether another event states the same fact, whatever its details. */
  public boolean hasSameContent(Event other) {
    return id.equals(other.id) && type.equals(other.type) && content.equals(other.content);
  }
}
