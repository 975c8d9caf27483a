package vn.gocua.engine.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import vn.gocua.engine.journal.Event;

/**
 * Events as they were once written, under {@code src/test/resources/events}. Journals out there
 * hold such events for ever: a file is never changed, a new version of an event gets a new file.
 */
public final class Golden {
  private Golden() {}

  /** The event in a file of five lines: id, stream, type, content, details. */
  public static Event event(String name) {
    String[] lines = text(name).split("\n", -1);
    assertThat(lines).as(name).hasSize(6);
    return new Event(lines[0], lines[1], lines[2], lines[3], lines[4]);
  }

  /** What the code writes today is, byte for byte, what is in the file. */
  public static void assertSame(Event written, String name) {
    String text =
        String.join(
            "\n",
            written.id(),
            written.stream(),
            written.type(),
            written.content(),
            written.details(),
            "");
    assertThat(text).isEqualTo(text(name));
  }

  /** The same event as a newer engine may write it: with fields nobody knows yet. */
  public static Event withUnknownFields(Event event) {
    return new Event(
        event.id(),
        event.stream(),
        event.type(),
        withUnknownFields(event.content()),
        withUnknownFields(event.details()));
  }

  private static String withUnknownFields(String json) {
    String inside = json.substring(1, json.length() - 1);
    return "{\"aNewField\":{\"deep\":[1,null]},"
        + inside
        + (inside.isEmpty() ? "" : ",")
        + "\"zNewField\":true}";
  }

  private static String text(String name) {
    try (InputStream in = Golden.class.getResourceAsStream("/events/" + name + ".txt")) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
