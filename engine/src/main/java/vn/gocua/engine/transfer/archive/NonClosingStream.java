package vn.gocua.engine.transfer.archive;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Keeps the archive open when a writer closes its stream. */
public final class NonClosingStream extends FilterOutputStream {
  public NonClosingStream(OutputStream out) {
    super(out);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    out.write(bytes, from, length);
  }

  /** Flushes and leaves the stream below open. */
  @Override
  public void close() throws IOException {
    flush();
  }
}
