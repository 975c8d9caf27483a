package vn.gocua.kiosk;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Vietnamese on any terminal: in its own encoding if that has the letters, else in UTF-8 rather
 * than as «?».
 */
final class Terminal {
  private Terminal() {}

  static void say(@Nullable String text) {
    print(System.out, FileDescriptor.out, text);
  }

  static void error(@Nullable String text) {
    print(System.err, FileDescriptor.err, text);
  }

  @SuppressWarnings("resource") // The process's own streams are never closed.
  private static void print(PrintStream stream, FileDescriptor descriptor, @Nullable String text) {
    String line = String.valueOf(text);
    boolean able = stream.charset().newEncoder().canEncode(line);
    PrintStream out =
        able
            ? stream
            : new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    out.println(line);
    out.flush();
  }
}
