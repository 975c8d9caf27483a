package vn.gocua.kiosk.settings;

import java.util.List;
import java.util.Locale;
import vn.gocua.kiosk.text.Texts;

/** One thing that keeps the kiosk from starting, said in every language the kiosk knows. */
public record Problem(String key, List<String> args) {
  public Problem {
    args = List.copyOf(args);
  }

  static Problem of(String key, String... args) {
    return new Problem("start." + key, List.of(args));
  }

  String in(Locale locale) {
    return Texts.in(locale).get(key, args.toArray());
  }
}
