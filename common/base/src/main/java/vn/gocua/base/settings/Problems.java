package vn.gocua.base.settings;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Collects every mistake found in the configuration, so that all of them can be shown at once. */
public final class Problems {
  private static final ResourceBundle WORDS = ResourceBundle.getBundle("messages.configuration");
  private static final Pattern IN_A_FILE = Pattern.compile("([^:, ]+\\.[a-z]+)(?::([0-9]+))?.*");

  private record Mistake(String file, int line, String text) {}

  private final List<Mistake> found = new ArrayList<>();

  /**
   * Notes a mistake, once.
   *
   * @param where a file with its line, or a variable
   * @param key what is wrong and what to write instead: a key of the message bundle, or the text
   */
  public void add(String where, String key, @Nullable Object... arguments) {
    String[] texts = new String[arguments.length];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = String.valueOf(arguments[i]);
    }
    String what =
        WORDS.containsKey(key) ? new MessageFormat(WORDS.getString(key)).format(texts) : key;
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

  /** Whether the message bundle has a key. */
  static boolean knows(String key) {
    return WORDS.containsKey(key);
  }

  /**
   * Stops here if anything was found.
   *
   * @throws BadConfiguration naming every mistake: the environment's, then by file and line
   */
  public void throwIfAny() {
    if (!found.isEmpty()) {
      throw new BadConfiguration(
          found.stream()
              .sorted(Comparator.comparing(Mistake::file).thenComparingInt(Mistake::line))
              .map(Mistake::text)
              .toList());
    }
  }

  /** Notes all of them elsewhere too. */
  public void addTo(Problems others) {
    others.found.addAll(found);
  }

  public boolean isEmpty() {
    return found.isEmpty();
  }
}
