package vn.gocua.engine.checkin.backup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import vn.gocua.engine.packing.Unpacking;
import vn.gocua.protocol.checkin.CheckInReason;
import vn.gocua.protocol.refusal.Refusal;

/**
 * Joins a backup that came as a series of QR codes. Each has {@code …#b=1.<crc>.<k>.<n>.<data>}:
 * part k of n, in base64url, of a backup file with that CRC-32. The file is gzipped, or plain where
 * the phone's browser can't. Parts may come in any order, twice, and with text around them.
 */
final class QrSeries {
  private static final Pattern PART =
      Pattern.compile("[#&]b=1\\.([0-9a-f]{8})\\.(\\d{1,3})\\.(\\d{1,3})\\.([A-Za-z0-9_-]+)");
  private static final int GZIP = 0x1f;
  private static final int LARGEST = 1 << 20;

  private QrSeries() {}

  /**
   * Bytes of the backup file.
   *
   * @param scanned texts with one code or several in each
   * @throws Refusal if there is no backup, or if the series is incomplete, with the missing parts
   */
  static byte[] join(List<String> scanned) {
    Map<Integer, String> parts = new TreeMap<>();
    String series = null;
    int count = 0;
    for (String text : scanned) {
      for (Matcher part = PART.matcher(text); part.find(); ) {
        String named = part.group(1) + "/" + part.group(3);
        if (series != null && !series.equals(named)) {
          throw Refusal.of(CheckInReason.BACKUP_OF_SEVERAL);
        }
        series = named;
        count = Integer.parseInt(part.group(3));
        parts.put(Integer.parseInt(part.group(2)), part.group(4));
      }
    }
    if (series == null || count == 0) {
      throw Refusal.of(CheckInReason.NOT_A_BACKUP);
    }
    List<Integer> missing =
        IntStream.rangeClosed(1, count).filter(k -> !parts.containsKey(k)).boxed().toList();
    if (!missing.isEmpty()) {
      throw Refusal.of(CheckInReason.BACKUP_INCOMPLETE, missing, count);
    }
    return unpacked(decoded(String.join("", parts.values())), series.substring(0, 8));
  }

  private static byte[] decoded(String text) {
    try {
      return Base64.getUrlDecoder().decode(text.getBytes(StandardCharsets.US_ASCII));
    } catch (IllegalArgumentException _) {
      throw Refusal.of(CheckInReason.NOT_A_BACKUP);
    }
  }

  private static byte[] unpacked(byte[] bytes, String crc) {
    CRC32 sum = new CRC32();
    sum.update(bytes);
    if (!HexFormat.of().toHexDigits((int) sum.getValue()).equals(crc)) {
      throw Refusal.of(CheckInReason.NOT_A_BACKUP);
    }
    if (bytes[0] != GZIP) {
      return bytes;
    }
    try {
      return Unpacking.gunzipped(bytes, LARGEST);
    } catch (IOException _) {
      throw Refusal.of(CheckInReason.NOT_A_BACKUP);
    }
  }
}
