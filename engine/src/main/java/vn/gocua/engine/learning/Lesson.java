package vn.gocua.engine.learning;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.gocua.base.text.FoldedText;
import vn.gocua.protocol.body.Limits;

/**
 * Subject, place, time and size of a class.
 *
 * @param hamlet code of its hamlet; null for the whole commune
 * @param place in words
 */
public record Lesson(
    String title,
    @Nullable String hamlet,
    String place,
    Instant startsAt,
    Instant endsAt,
    int seats) {
  public Lesson {
    if (!endsAt.isAfter(startsAt)) {
      throw new IllegalArgumentException("ends before it starts");
    }
    if (seats < 1 || seats > Limits.SEATS) {
      throw new IllegalArgumentException("seats");
    }
    title = cleanUp(title);
    place = cleanUp(place);
  }

  private static String cleanUp(String text) {
    return FoldedText.kept(text);
  }
}
