package vn.gocua.engine.table;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words of tables and reports, by key, in one language. A language is a file. */
public final class TableWords {
  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private final Locale locale;
  private final ResourceBundle bundle;

  /**
   * @param locale Vietnamese or English
   */
  public TableWords(Locale locale) {
    this.locale = locale;
    this.bundle = ResourceBundle.getBundle("messages.tables", locale, NO_FALLBACK);
  }

  public static TableWords vietnamese() {
    return new TableWords(Locale.of("vi"));
  }

  public Locale locale() {
    return locale;
  }

  /**
   * The words of a key, arguments filled in.
   *
   * @throws java.util.MissingResourceException if there are none
   */
  public String text(String key, Object... arguments) {
    String text = bundle.getString(key);
    return arguments.length == 0 ? text : new MessageFormat(text, locale).format(arguments);
  }

  /** The word for a code that may be unknown here; then the code itself. */
  public String ofCode(String prefix, String code) {
    String key = prefix + "." + code;
    return bundle.containsKey(key) ? bundle.getString(key) : code;
  }
}
