package vn.gocua.engine.packing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/**
 * Decompresses strangers' data. The output is counted as it comes, so that a small body cannot
 * become a huge one.
 */
public final class Unpacking {
  private Unpacking() {}

  /** The output is larger than allowed. */
  public static final class TooMuch extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /**
   * Decompresses gzip.
   *
   * @param limit largest output in bytes
   * @throws TooMuch if the output is larger
   * @throws IOException if it is damaged
   */
  public static byte[] gunzipped(byte[] packed, int limit) throws IOException {
    try (InputStream in = new Members(packed)) {
      return limited(in, limit);
    }
  }

  /**
   * Decompresses deflate with zlib's header, as the standard has it, or without, as some clients
   * send it.
   *
   * @param limit largest output in bytes
   * @throws TooMuch if the output is larger
   * @throws IOException if it is damaged
   */
  public static byte[] inflated(byte[] packed, int limit) throws IOException {
    boolean head =
        packed.length > 1
            && (packed[0] & 0x0f) == 8
            && ((packed[0] & 0xff) << 8 | (packed[1] & 0xff)) % 31 == 0;
    try (Inflater inflater = new Inflater(!head);
        InputStream in = new InflaterInputStream(new ByteArrayInputStream(packed), inflater)) {
      return limited(in, limit);
    }
  }

  private static byte[] limited(InputStream in, int limit) throws IOException {
    byte[] bytes = in.readNBytes(limit + 1);
    if (bytes.length > limit) {
      throw new TooMuch();
    }
    return bytes;
  }

  /**
   * The members of a gzipped file. After a member that nothing came out of, the JDK reads on by
   * calling itself: without a bound, some thousands of empty members exhaust the stack.
   */
  private static final class Members extends GZIPInputStream {
    private static final int MOST_EMPTY_IN_A_ROW = 16;
    private static final int BUFFER = 8 * 1024;
    private int within;

    Members(byte[] packed) throws IOException {
      super(new ByteArrayInputStream(packed), BUFFER);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      if (within > MOST_EMPTY_IN_A_ROW) {
        throw new ZipException("empty members without end");
      }
      within++;
      try {
        return super.read(bytes, offset, length);
      } finally {
        within--;
      }
    }
  }
}
