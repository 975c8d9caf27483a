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

  /** No guide is older; a year with a digit too few is a slip of the pen. */
  private static final LocalDate FIRST_CHECK = LocalDate.of(2020, 1, 1);

  /** Longest office of who has compared a guide, in characters. */
  private static final int LONGEST_OFFICE = 80;

  private GuideFile() {}

  /**
   * The guide in a text; empty if it has mistakes, each of which is noted.
   *
   * @param latest nobody has compared a guide after that day
   */
  static Optional<Guide> parse(
      String name, String text, Path file, LocalDate latest, ConfigErrors errors) {
    ConfigErrors own = new ConfigErrors();
    Guide guide = guide(name, NormalText.composed(text), file, latest, own);
    if (own.isEmpty()) {
      return Optional.ofNullable(guide);
    }
    own.addTo(errors);
    return Optional.empty();
  }

  private static @Nullable Guide guide(
      String name, String text, Path file, LocalDate latest, ConfigErrors errors) {
    List<String> lines = text.lines().toList();
    String slug = String.valueOf(file.getFileName()).replaceFirst("\\.md$", "");
    if (!SLUG.matcher(slug).matches()) {
      errors.add(name, "guide-name");
    }
    int end = lines.isEmpty() || !lines.getFirst().strip().equals(FENCE) ? -1 : end(lines);
    if (end < 0) {
      errors.add(name + ":1", "guide-front");
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
            head.has("lastChecked") ? checked(head, latest) : null,
            head.has("checkedBy") ? checkedBy(head) : null,
            List.copyOf(head.texts("sources")),
            steps,
            head.has("picture") ? picture(head, file) : null);
    head.end();
    return guide;
  }

  private static LocalDate checked(YamlMap head, LocalDate latest) {
    LocalDate on = head.parsed("lastChecked", "guide-date", latest, LocalDate::parse);
    if (on.isBefore(FIRST_CHECK)) {
      head.error("lastChecked", "guide-checked-early", on, FIRST_CHECK);
    } else if (on.isAfter(latest)) {
      head.error("lastChecked", "guide-checked-late", on, latest);
    }
    return on;
  }

  private static String checkedBy(YamlMap head) {
    if (!head.has("lastChecked")) {
      head.error("checkedBy", "guide-checked-when");
    }
    return head.text("checkedBy", LONGEST_OFFICE);
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
      head.error("picture", "guide-picture", named);
      return null;
    }
    try {
      return SafeSvg.read(file.resolveSibling(named));
    } catch (SafeSvg.Unsafe e) {
      head.error("picture", e.key(), named, e.detail());
      return null;
    }
  }
}
