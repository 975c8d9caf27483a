package vn.gocua.base.settings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.gocua.base.text.Texts;

/** Collects every mistake found in the configuration, so that all of them can be shown at once. */
public final class ConfigErrors {
  private static final Texts TEXTS = Texts.of("console");
  private static final Pattern IN_A_FILE = Pattern.compile("([^:, ]+\\.[a-z]+)(?::([0-9]+))?.*");

  private record Mistake(String file, int line, String text) {}

  private final List<Mistake> found = new ArrayList<>();

  /**
   * Adds a mistake, once.
   *
   * @param where a file with its line, or a variable
   * @param key fault and remedy: a key of the console's texts, or the text
   */
  public void add(String where, String key, @Nullable Object... arguments) {
    String known = TEXTS.find("config." + key, Stream.of(arguments).map(String::valueOf).toArray());
    String what = known == null ? key : known;
    Matcher place = IN_A_FILE.matcher(where);
    boolean inFile = place.matches();
    String line = inFile ? place.group(2) : null;
    Mistake mistake =
        new Mistake(
            inFile ? place.group(1) : "",
            line == null ? 0 : Integer.parseInt(line),
            where + ": " + what);
    if (!found.contains(mistake)) {
      found.add(mistake);
    }
  }

  /** Whether there is a text for a key. */
  static boolean knows(String key) {
    return TEXTS.find("config." + key) != null;
  }

  /**
   * Stops here if anything was found.
   *
   * @throws InvalidConfig naming every mistake: the environment's, then by file and line
   */
  public void throwIfAny() {
    if (!found.isEmpty()) {
      throw new InvalidConfig(
          found.stream()
              .sorted(Comparator.comparing(Mistake::file).thenComparingInt(Mistake::line))
              .map(Mistake::text)
              .toList());
    }
  }

  /** Notes all of them elsewhere too. */
  public void addTo(ConfigErrors others) {
    others.found.addAll(found);
  }

  public boolean isEmpty() {
    return found.isEmpty();
  }
}
