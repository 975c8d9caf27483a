package vn.gocua.engine.transfer.archive;

import java.text.MessageFormat;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;

/** What the person at the terminal reads: Vietnamese, then English. A text is in the bundle. */
public final class Words {
  private static final Locale LOCALE = Locale.of("vi");
  private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("messages.transfer");

  private Words() {}

  public static String text(String key, Object... arguments) {
    String[] texts = Stream.of(arguments).map(Words::shown).toArray(String[]::new);
    return new MessageFormat(BUNDLE.getString(key), LOCALE).format(texts);
  }

  private static String shown(Object argument) {
    return argument instanceof Number number
        ? NumberFormat.getInstance(LOCALE).format(number)
        : String.valueOf(argument);
  }
}
