package vn.gocua.base.text;

import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Objects;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Texts of one surface in one language, by key. They are in {@code
 * text/<language>/<surface>.properties}. Vietnamese is complete and the fallback for missing texts.
 */
public final class Texts {
  /** Resource bundle of what commands say of themselves, for their annotations. */
  public static final String CONSOLE_BUNDLE = "text." + Library.FIRST + ".console";

  private static final Pattern PLACE = Pattern.compile("\\{([0-9])}");

  private final String surface;
  private final Language language;
  private final Properties file;
  private final @Nullable Texts fallback;

  Texts(String surface, Language language, Properties file, @Nullable Texts fallback) {
    this.surface = surface;
    this.language = language;
    this.file = file;
    this.fallback = fallback;
  }

  /**
   * A surface in the first language.
   *
   * @param surface a file's name: wall, desk, api …
   * @throws IllegalArgumentException if there is no such file
   */
  public static Texts of(String surface) {
    return of(surface, Language.first());
  }

  /** Texts of a surface in a language, with the first language as fallback. */
  public static Texts of(String surface, Language language) {
    return Library.OF_THE_PROGRAM.texts(surface, language);
  }

  /** Another surface in the same language. */
  public Texts on(String other) {
    return of(other, language);
  }

  public Language language() {
    return language;
  }

  /** The language's locale. */
  public Locale locale() {
    return language.locale();
  }

  /** Numbers and times in the language. */
  public Figures figures() {
    return language.figures();
  }

  /**
   * The text of a key, with {0}, {1} … filled in.
   *
   * @param arguments numbers are written in the language's way; if the first is 1, {@code key.one}
   *     goes before {@code key} in languages with a singular
   * @throws MissingResourceException if there is no such text: a mistake in the program
   */
  public String get(String key, @Nullable Object... arguments) {
    String text = find(key, arguments);
    if (text == null) {
      throw new MissingResourceException("no text for " + key, surface, key);
    }
    return text;
  }

  /** As {@link #get}; null if there is no such text. */
  public @Nullable String find(String key, @Nullable Object... arguments) {
    String text = form(key, arguments);
    if (text == null) {
      return fallback == null ? null : fallback.find(key, arguments);
    }
    return arguments.length == 0
        ? text
        : PLACE.matcher(text).replaceAll(place -> shown(place, arguments));
  }

  /** The text for a code that may be unknown here: of {@code key.code}, else the code itself. */
  public String ofCode(String key, String code) {
    return Objects.requireNonNullElse(find(key + "." + code), code);
  }

  private @Nullable String form(String key, @Nullable Object... arguments) {
    boolean one =
        language.hasOne() && arguments.length > 0 && "1".equals(String.valueOf(arguments[0]));
    String ofOne = one ? file.getProperty(key + ".one") : null;
    return ofOne == null ? file.getProperty(key) : ofOne;
  }

  private String shown(MatchResult place, @Nullable Object... arguments) {
    int number = Integer.parseInt(place.group(1));
    if (number >= arguments.length) {
      return Matcher.quoteReplacement(place.group());
    }
    Object argument = arguments[number];
    return Matcher.quoteReplacement(
        argument instanceof Number figure ? figures().number(figure) : String.valueOf(argument));
  }

  /** The language's own texts by key, not filled in. */
  public SortedMap<String, String> own() {
    SortedMap<String, String> own = new TreeMap<>();
    file.stringPropertyNames().forEach(key -> own.put(key, file.getProperty(key)));
    return own;
  }
}
