package vn.gocua.kiosk.text;

import com.vaadin.flow.i18n.I18NProvider;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * Every word a person reads, in one language. Vietnamese is complete; another language falls back
 * to it.
 */
public final class Texts {
  public static final Locale VIETNAMESE = Locale.of("vi");
  public static final List<Locale> LOCALES = List.of(VIETNAMESE, Locale.ENGLISH);

  private static final ResourceBundle.Control NO_SYSTEM_LOCALE =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private final Locale locale;
  private final ResourceBundle bundle;

  private Texts(Locale locale) {
    this.locale = locale;
    this.bundle =
        ResourceBundle.getBundle("vn.gocua.kiosk.text.messages", locale, NO_SYSTEM_LOCALE);
  }

  public static Texts in(Locale locale) {
    return new Texts(locale);
  }

  /** The language a request asks for; Vietnamese unless it names another that is known. */
  public static Locale locale(List<String> asked) {
    return LOCALES.stream()
        .filter(l -> asked.contains(l.getLanguage()))
        .findFirst()
        .orElse(VIETNAMESE);
  }

  public Locale locale() {
    return locale;
  }

  /** The text with its {0}, {1} … filled in. An unknown key is a mistake in the program. */
  public String get(String key, Object... args) {
    String text = bundle.getString(key);
    return args.length == 0 ? text : new MessageFormat(text, locale).format(args);
  }

  /** The same words for Vaadin's own needs. */
  public static final class Provider implements I18NProvider {
    private static final long serialVersionUID = 1L;

    @Override
    public List<Locale> getProvidedLocales() {
      return LOCALES;
    }

    @Override
    public String getTranslation(String key, Locale wanted, Object... params) {
      return in(wanted).get(key, params);
    }
  }
}
