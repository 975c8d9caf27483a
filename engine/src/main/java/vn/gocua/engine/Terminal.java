package vn.gocua.engine;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;

/** What the person at the terminal reads: Vietnamese, then English. A text is in the bundle. */
final class Terminal {
  private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("messages.terminal");

  private static final Locale VIETNAMESE = Locale.of("vi");

  private static final char HARD = 'ỗ';

  private Terminal() {}

  /**
   * Where the system says that its terminal has no Vietnamese, it is mostly mistaken: UTF-8 then.
   */
  static void speakVietnamese() {
    System.setOut(speaking(System.out, FileDescriptor.out));
    System.setErr(speaking(System.err, FileDescriptor.err));
  }

  private static PrintStream speaking(PrintStream stream, FileDescriptor descriptor) {
    return stream.charset().newEncoder().canEncode(HARD)
        ? stream
        : new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }

  static String text(String key, Object... arguments) {
    String[] texts = Stream.of(arguments).map(String::valueOf).toArray(String[]::new);
    return new MessageFormat(BUNDLE.getString(key)).format(texts);
  }

  /** A whole number as Vietnamese write it: 48.981. */
  static String number(long number) {
    return NumberFormat.getIntegerInstance(VIETNAMESE).format(number);
  }

  static void say(String key, Object... arguments) {
    System.out.println(text(key, arguments));
  }

  static void complain(String message) {
    System.err.println(message);
  }
}
