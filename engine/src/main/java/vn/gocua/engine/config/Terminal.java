package vn.gocua.engine.config;

import java.text.MessageFormat;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import vn.gocua.base.console.ConsoleOutput;

/** What the person at the terminal reads: Vietnamese, then English. A text is in the bundle. */
public final class Terminal {
  private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("messages.terminal");

  private static final Locale VIETNAMESE = Locale.of("vi");

  private Terminal() {}

  public static String text(String key, Object... arguments) {
    String[] texts = Stream.of(arguments).map(String::valueOf).toArray(String[]::new);
    return new MessageFormat(BUNDLE.getString(key)).format(texts);
  }

  /** A whole number as Vietnamese write it: 48.981. */
  public static String number(long number) {
    return NumberFormat.getIntegerInstance(VIETNAMESE).format(number);
  }

  public static void say(String key, Object... arguments) {
    ConsoleOutput.say(text(key, arguments));
  }
}
