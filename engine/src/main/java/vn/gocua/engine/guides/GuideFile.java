package vn.gocua.engine.guides;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.gocua.base.settings.ConfigErrors;
import vn.gocua.base.settings.YamlFile;
import vn.gocua.base.settings.YamlMap;
import vn.gocua.base.text.NormalText;
import vn.gocua.protocol.content.GuideInfo.Step;

/**
 * Reads a guide's file: front matter between two lines of three hyphens, then a step for each
 * {@code ## heading}.
 */
final class GuideFile {
  private static final String FENCE = "---";
  private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  private GuideFile() {}

  /** The guide in a text; empty if it has mistakes, each of which is noted. */
  static Optional<Guide> parse(String name, String text, Path file, ConfigErrors errors) {
    ConfigErrors own = new ConfigErrors();
    Guide guide = guide(name, NormalText.composed(text), file, own);
    if (own.isEmpty()) {
      return Optional.ofNullable(guide);
    }
    own.addTo(errors);
    return Optional.empty();
  }

  private static @Nullable Guide guide(String name, String text, Path file, ConfigErrors errors) {
    List<String> lines = text.lines().toList();
    String slug = String.valueOf(file.getFileName()).replaceFirst("\\.md$", "");
    if (!SLUG.matcher(slug).matches()) {
      errors.add(name, "a guide's file is named with letters a–z, digits and hyphens only");
    }
    int end = lines.isEmpty() || !lines.getFirst().strip().equals(FENCE) ? -1 : end(lines);
    if (end < 0) {
      errors.add(name + ":1", "must begin with front matter between two lines of «---»");
      return null;
    }
    // A blank line where the fence was keeps the numbers of the lines.
    String front = "\n" + String.join("\n", lines.subList(1, end));
    YamlMap head = YamlFile.parse(name, front, errors);
    String body = "\n".repeat(end + 1) + String.join("\n", lines.subList(end + 1, lines.size()));
    List<Step> steps = GuideSteps.of(name, body, errors);
    Guide guide =
        new Guide(
            slug,
            head.integer("order", 0, 1000, 1000),
            head.text("title"),
            head.text("summary"),
            head.has("lastChecked") ? checked(head) : null,
            List.copyOf(head.texts("sources")),
            steps,
            head.has("picture") ? picture(head, file) : null);
    head.end();
    return guide;
  }

  private static LocalDate checked(YamlMap head) {
    return head.parsed(
        "lastChecked", "a date such as 2026-11-24", LocalDate.EPOCH, LocalDate::parse);
  }

  private static int end(List<String> lines) {
    for (int i = 1; i < lines.size(); i++) {
      if (lines.get(i).strip().equals(FENCE)) {
        return i;
      }
    }
    return -1;
  }

  private static @Nullable String picture(YamlMap head, Path file) {
    String named = head.text("picture");
    if (!named.matches("[A-Za-z0-9-]+\\.svg")) {
      head.error("picture", "«" + named + "» must be the name of an SVG file beside the guide");
      return null;
    }
    try {
      return SafeSvg.read(file.resolveSibling(named));
    } catch (SafeSvg.Unsafe e) {
      head.error("picture", named + ": " + e.getMessage());
      return null;
    }
  }
}
