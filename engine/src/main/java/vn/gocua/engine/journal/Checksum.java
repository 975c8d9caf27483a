package vn.gocua.engine.journal;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/**
 * A checksum over a whole event, kept beside it, so that silent damage on disk is found on reading.
 */
public final class Checksum {
  private Checksum() {}

  public static long of(Event event) {
    CRC32C crc = new CRC32C();
    add(crc, event.id());
    add(crc, event.stream());
    add(crc, event.type());
    add(crc, event.content());
    add(crc, event.details());
    return crc.getValue();
  }

  private static void add(CRC32C crc, String text) {
    crc.update(text.getBytes(StandardCharsets.UTF_8));
    crc.update(0);
  }
}
