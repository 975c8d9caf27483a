package vn.gocua.system.bench;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;

/** UUIDv7s as phones mint them: the time, then random bits. Written in place, without garbage. */
final class Ids {
  static final int LENGTH = 36;

  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  private final SplittableRandom random = new SplittableRandom();

  /** Writes a fresh id over 36 bytes of a text. */
  void write(byte[] text, int at) {
    long high = System.currentTimeMillis() << 16 | 0x7000 | random.nextInt(0x1000);
    long low = random.nextLong() >>> 2 | 0x8000_0000_0000_0000L;
    int next = at;
    for (int digit = 0; digit < 32; digit++) {
      if (digit == 8 || digit == 12 || digit == 16 || digit == 20) {
        text[next++] = '-';
      }
      long half = digit < 16 ? high : low;
      text[next++] = HEX[(int) (half >>> (60 - 4 * (digit & 15))) & 15];
    }
  }

  String next() {
    byte[] text = new byte[LENGTH];
    write(text, 0);
    return new String(text, StandardCharsets.US_ASCII);
  }
}
