package vn.gocua.engine;

import java.text.MessageFormat;
import java.util.ResourceBundle;
import java.util.stream.Stream;

/** What the person at the terminal reads: Vietnamese, then English. A text is in the bundle. */
final class Terminal {
  private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("messages.terminal");

  private Terminal() {}

  static String text(String key, Object... arguments) {
    String[] texts = Stream.of(arguments).map(String::valueOf).toArray(String[]::new);
    return new MessageFormat(BUNDLE.getString(key)).format(texts);
  }

  static void say(String key, Object... arguments) {
    System.out.println(text(key, arguments));
  }

  static void complain(String message) {
    System.err.println(message);
  }
}
