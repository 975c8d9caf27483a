package vn.gocua.engine.http;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import vn.gocua.base.text.Language;
import vn.gocua.base.text.Texts;
import vn.gocua.engine.http.json.ApiJson;

/**
 * The phone's texts as browsers read them: a file for each language, and which languages there are.
 */
final class TextsFiles {
  private static final String FOLDER = "/i18n/";

  private TextsFiles() {}

  /** All languages, the first one first. */
  private record Index(List<Entry> languages) {}

  /**
   * A language.
   *
   * @param name in the language itself
   * @param intl locale for numbers and dates
   */
  private record Entry(String tag, String name, String intl) {}

  /** Served files by path. */
  static SortedMap<String, byte[]> all() {
    SortedMap<String, byte[]> files = new TreeMap<>();
    List<Entry> entries =
        Language.all().stream().map(l -> new Entry(l.tag(), l.name(), l.intl())).toList();
    files.put(FOLDER + "index.json", ApiJson.buffer(new Index(entries)).getBytes());
    for (Language language : Language.all()) {
      files.put(path(language), ApiJson.buffer(Texts.of("phone", language).own()).getBytes());
    }
    return files;
  }

  /** Files that few phones want; each is kept from the first time on that it is wanted. */
  static List<String> onDemand() {
    return Language.first().others().stream().map(TextsFiles::path).toList();
  }

  private static String path(Language language) {
    return FOLDER + language.tag() + ".json";
  }
}
