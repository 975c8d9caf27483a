package vn.gocua.engine.transfer.archive;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Writers may close what they write to; the archive goes on. */
public final class NonClosingStream extends FilterOutputStream {
  public NonClosingStream(OutputStream out) {
    super(out);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    out.write(bytes, from, length);
  }

  /** Hands on what is written, and leaves what lies below open. */
  @Override
  public void close() throws IOException {
    flush();
  }
}
