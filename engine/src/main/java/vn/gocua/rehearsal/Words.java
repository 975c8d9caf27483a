package vn.gocua.rehearsal;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * The rehearsal's texts in one language; numbers and dates in them are written as that language
 * does.
 */
final class Words {
  private static final String BUNDLE = "messages.rehearsal";
  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private final Locale locale;
  private final ResourceBundle bundle;

  /** In English for {@code en}, else in Vietnamese. */
  static Words in(String language) {
    return new Words(language.equals("en") ? Locale.ENGLISH : Locale.of("vi"));
  }

  private Words(Locale locale) {
    this.locale = locale;
    this.bundle = ResourceBundle.getBundle(BUNDLE, locale, NO_FALLBACK);
  }

  public String text(String code, Object... arguments) {
    return new MessageFormat(bundle.getString(code), locale).format(arguments);
  }
}
