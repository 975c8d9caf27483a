package vn.gocua.base.text;

import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A language that there are texts in: a folder below {@code text} on the class path. Nothing else
 * names it, so a new language is a new folder.
 */
public final class Language {
  /** Longest accepted header. */
  private static final int LONGEST_HEADER = 1_000;

  private final String tag;
  private final String name;
  private final String intl;
  private final boolean hasOne;
  private final Figures figures;

  Language(String tag, Properties file) {
    this.tag = tag;
    this.name = value(tag, file, "name");
    this.intl = value(tag, file, "intl");
    requireWellFormed(tag);
    requireWellFormed(intl);
    this.hasOne =
        switch (value(tag, file, "plural")) {
          case "none" -> false;
          case "one-other" -> true;
          default -> throw new IllegalStateException(tag + ": plural is none or one-other");
        };
    this.figures =
        new Figures(
            Locale.of(tag),
            value(tag, file, "number.group"),
            value(tag, file, "number.decimal"),
            value(tag, file, "date"),
            value(tag, file, "time"));
  }

  /** A browser fails where it is given another. */
  private static void requireWellFormed(String tag) {
    if (!Locale.forLanguageTag(tag).toLanguageTag().equals(tag)) {
      throw new IllegalStateException(tag + " is no BCP 47 tag");
    }
  }

  private static String value(String tag, Properties file, String key) {
    String value = file.getProperty(key);
    if (value == null || value.isBlank()) {
      throw new IllegalStateException("text/" + tag + "/language.properties lacks " + key);
    }
    return value;
  }

  /** Vietnamese: complete, and the fallback for missing texts. */
  public static Language first() {
    return Library.OF_THE_PROGRAM.languages().getFirst();
  }

  /** All languages: the first one, then the others by their tags. */
  public static List<Language> all() {
    return Library.OF_THE_PROGRAM.languages();
  }

  /** The language with a tag such as {@code en}; null if there is none. */
  public static @Nullable Language find(@Nullable String tag) {
    return all().stream().filter(each -> each.tag.equals(tag)).findFirst().orElse(null);
  }

  /** The language with a tag; the first one if that is not known. */
  public static Language named(@Nullable String tag) {
    return Objects.requireNonNullElseGet(find(tag), Language::first);
  }

  /** The language of a locale; the first one if that is not known. */
  public static Language of(Locale locale) {
    return named(locale.getLanguage());
  }

  /**
   * The reader's preferred language among the available ones; else the first one.
   *
   * @param header an Accept-Language header
   */
  public static Language accepted(@Nullable String header) {
    if (header == null || header.length() > LONGEST_HEADER || find(header) != null) {
      return named(header);
    }
    try {
      return LanguageRange.parse(header.strip()).stream()
          .filter(range -> range.getWeight() > 0)
          .flatMap(range -> Stream.ofNullable(find(range.getRange().split("-", 2)[0])))
          .findFirst()
          .orElseGet(Language::first);
    } catch (IllegalArgumentException _) {
      return first();
    }
  }

  /** All languages but this one. */
  public List<Language> others() {
    return all().stream().filter(each -> each != this).toList();
  }

  public boolean isFirst() {
    return this == first();
  }

  /** The folder's name, a BCP 47 tag such as {@code vi}. */
  public String tag() {
    return tag;
  }

  /** Name of the language in itself: Tiếng Việt. */
  public String name() {
    return name;
  }

  /** The locale that a browser is to write numbers and dates by, such as {@code vi-VN}. */
  public String intl() {
    return intl;
  }

  /** Locale for names of days and months, upper case and sorting. */
  public Locale locale() {
    return Locale.of(tag);
  }

  public Figures figures() {
    return figures;
  }

  /** Whether the language has a singular form. */
  boolean hasOne() {
    return hasOne;
  }

  @Override
  public String toString() {
    return tag;
  }
}
