package vn.gocua.engine.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every type of event that the code names has a golden file, every golden file is read by a test,
 * and no type that was once written is forgotten. A type stands in the code as one literal.
 */
class EveryEventIsStoredTest {
  private static final Pattern TYPE = Pattern.compile("\"([a-z]+(?:-[a-z]+)*/\\d+)\"");
  private static final Path EVENTS = Path.of("src/test/resources/events");

  @Test
  void shouldHaveAGoldenFileOfEveryTypeOfEvent() {
    Set<String> stored = new TreeSet<>();
    files(EVENTS, ".txt").forEach(file -> stored.add(text(file).split("\n", -1)[2]));
    assertThat(stored).hasSizeGreaterThan(60).isEqualTo(named());
  }

  private static Set<String> named() {
    Set<String> named = new TreeSet<>();
    files(Path.of("src/main/java/vn/gocua/engine"), ".java")
        .forEach(file ->
            TYPE.matcher(text(file)).results().map(match -> match.group(1)).forEach(named::add));
    return named;
  }

  @Test
  void shouldReadEveryGoldenFileInATest() {
    String tests =
        String.join(
            "\n",
            files(Path.of("src/test/java"), ".java").map(EveryEventIsStoredTest::text).toList());
    assertThat(files(EVENTS, ".txt"))
        .allMatch(file ->
            tests.contains("\"" + file.getFileName().toString().replace(".txt", "") + "\""));
  }

  private static Stream<Path> files(Path folder, String ending) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
