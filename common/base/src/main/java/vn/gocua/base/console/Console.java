package vn.gocua.base.console;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import vn.gocua.base.text.Texts;

/** The operator's terminal. Its texts are those of the surface «console». */
public final class Console {
  /** A letter that an encoding without Vietnamese does not have. */
  private static final char HARD = 'ỗ';

  private Console() {}

  /**
   * Sets both streams to an encoding with Vietnamese letters: the terminal's own if it has them,
   * else UTF-8. A system that reports none is mostly wrong.
   */
  public static void speakVietnamese() {
    System.setOut(speaking(System.out, FileDescriptor.out));
    System.setErr(speaking(System.err, FileDescriptor.err));
  }

  private static PrintStream speaking(PrintStream stream, FileDescriptor descriptor) {
    return stream.charset().newEncoder().canEncode(HARD)
        ? stream
        : new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }

  /** The text of a key: Vietnamese, then English. */
  public static String text(String key, @Nullable Object... arguments) {
    return Texts.of("console").get(key, arguments);
  }

  /** Writes the text of a key. */
  public static void say(String key, @Nullable Object... arguments) {
    System.out.println(text(key, arguments));
    System.out.flush();
  }

  /** Writes an error. */
  public static void complain(@Nullable String text) {
    System.err.println(text);
    System.err.flush();
  }
}
