package vn.gocua.kiosk.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Pictures that a camera may see: a code is found, and none takes long to look at. */
class ScanServletTest {
  private static final int SIDE = ScanServlet.SIDE;
  private static final byte WHITE = (byte) 0xff;

  private static byte[] noise() {
    byte[] grey = new byte[SIDE * SIDE];
    new Random(7).nextBytes(grey);
    return grey;
  }

  /** As many corners of codes as there is room for; a module is a pixel. */
  private static byte[] corners() {
    byte[] grey = new byte[SIDE * SIDE];
    Arrays.fill(grey, WHITE);
    for (int y = 0; y + 7 <= SIDE; y += 8) {
      for (int x = 0; x + 7 <= SIDE; x += 8) {
        for (int i = 0; i < 49; i++) {
          int ring = Math.max(Math.abs(i / 7 - 3), Math.abs(i % 7 - 3));
          grey[(y + i / 7) * SIDE + x + i % 7] = ring == 2 ? WHITE : 0;
        }
      }
    }
    return grey;
  }

  /** The quickest of some tries: nothing else of the machine's work is in it. */
  private static long nanos(byte[] grey) {
    return IntStream.range(0, 7)
        .mapToLong(_ -> {
          long start = System.nanoTime();
          assertThat(ScanServlet.read(grey)).isEmpty();
          return System.nanoTime() - start;
        })
        .min()
        .orElseThrow();
  }

  @Test
  void shouldFindACode() throws Exception {
    BitMatrix code = new QRCodeWriter().encode("gocua:1", BarcodeFormat.QR_CODE, SIDE, SIDE);
    byte[] grey = new byte[SIDE * SIDE];
    for (int i = 0; i < grey.length; i++) {
      grey[i] = code.get(i % SIDE, i / SIDE) ? 0 : WHITE;
    }
    assertThat(ScanServlet.read(grey)).contains("gocua:1");
  }

  @Test
  void shouldLookAtNothingButCornersNotMuchLongerThanAtNoise() {
    assertThat(nanos(corners())).isLessThan(4 * nanos(noise()) + 5_000_000);
  }
}
