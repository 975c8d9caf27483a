package vn.gocua.kiosk.web;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.List;
import java.util.Locale;
import vn.gocua.base.text.Language;
import vn.gocua.base.text.Texts;

/** Gives Vaadin the languages. Its own components use none of our texts. */
final class TextsProvider implements I18NProvider {
  private static final long serialVersionUID = 1L;

  @Override
  public List<Locale> getProvidedLocales() {
    return Language.all().stream().map(Language::locale).toList();
  }

  @Override
  public String getTranslation(String key, Locale wanted, Object... arguments) {
    return Texts.of("kiosk", Language.of(wanted)).get(key, arguments);
  }
}
