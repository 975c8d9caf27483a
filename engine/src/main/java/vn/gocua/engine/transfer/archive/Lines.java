package vn.gocua.engine.transfer.archive;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.packing.Unpacking;

/** Lines in UTF-8, none of them without end, nor all of them together. */
final class Lines implements AutoCloseable {
  private static final int BUFFER = 1 << 16;

  private final InputStream in;
  private final int longest;
  private long left;

  /**
   * @param longest of one line, in bytes
   * @param most of all, in bytes
   */
  Lines(InputStream in, int longest, long most) {
    this.in = new BufferedInputStream(in, BUFFER);
    this.longest = longest;
    this.left = most;
  }

  /**
   * The next line without its end; null if there is none.
   *
   * @throws Unpacking.TooMuch if it is longer than allowed
   */
  @Nullable String next() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b >= 0; b = in.read()) {
      if (left-- == 0) {
        throw new Unpacking.TooMuch();
      }
      if (b == '\n') {
        return line.toString(StandardCharsets.UTF_8);
      }
      if (line.size() == longest) {
        throw new Unpacking.TooMuch();
      }
      line.write(b);
    }
    return line.size() == 0 ? null : line.toString(StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
