package vn.gocua.kiosk.screen;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.awt.image.WritableRaster;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pictures that a camera may see: a code is found, and none takes long to look at. */
class QrReadingTest {
  private static final int SIDE = 480;
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
          assertThat(QrReading.read(grey, SIDE)).isEmpty();
          return System.nanoTime() - start;
        })
        .min()
        .orElseThrow();
  }

  private static final String TEXT = "http://192.168.1.20:8080/t#HV-4821.aB3_-xYz0123456789AbCd";

  /**
   * A code as a camera sees it.
   *
   * @param dark shade of its dark modules, 0 … 255
   * @param bright shade of its bright modules, and of its margin
   * @param ground shade of what is around
   * @param quiet modules of margin
   * @param turned by so many degrees
   * @param blur pixels that run into one another
   */
  private record Seen(int dark, int bright, int ground, int quiet, int turned, int blur) {
    byte[] grey() throws Exception {
      ByteMatrix code = Encoder.encode(TEXT, ErrorCorrectionLevel.M).getMatrix();
      BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_GRAY);
      WritableRaster pixels = image.getRaster();
      int modules = code.getWidth() + 2 * quiet;
      double module = (turned == 0 && ground == bright ? 1.0 : 0.68) * SIDE / modules;
      double angle = Math.toRadians(turned);
      for (int y = 0; y < SIDE; y++) {
        for (int x = 0; x < SIDE; x++) {
          double dx = x - SIDE / 2.0;
          double dy = y - SIDE / 2.0;
          double u = (dx * Math.cos(angle) + dy * Math.sin(angle)) / module + modules / 2.0 - quiet;
          double v = (dy * Math.cos(angle) - dx * Math.sin(angle)) / module + modules / 2.0 - quiet;
          pixels.setSample(x, y, 0, shade(code, (int) Math.floor(u), (int) Math.floor(v)));
        }
      }
      float[] even = new float[blur * blur];
      Arrays.fill(even, 1f / even.length);
      BufferedImage blurred =
          new ConvolveOp(new Kernel(blur, blur, even), ConvolveOp.EDGE_NO_OP, null)
              .filter(image, null);
      int[] shades = blurred.getRaster().getSamples(0, 0, SIDE, SIDE, 0, (int[]) null);
      Random noise = new Random(3);
      byte[] grey = new byte[SIDE * SIDE];
      for (int i = 0; i < grey.length; i++) {
        grey[i] = (byte) Math.clamp(shades[i] + noise.nextInt(-3, 4), 0, 255);
      }
      return grey;
    }

    private int shade(ByteMatrix code, int u, int v) {
      int size = code.getWidth();
      if (u >= 0 && v >= 0 && u < size && v < size) {
        return code.get(u, v) == 1 ? dark : bright;
      }
      boolean margin = u >= -quiet && v >= -quiet && u < size + quiet && v < size + quiet;
      return margin ? bright : ground;
    }
  }

  /** Dark, bright and what is around; the margin's modules; degrees; blur. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "usual,              20, 235, 150, 4,  0, 1",
    "turned,             20, 235, 150, 4, 33, 1",
    "upside down,        20, 235, 150, 4, 180, 1",
    "blurred,            20, 235, 150, 4,  7, 4",
    "inverted,          235,  20, 150, 4,  0, 1",
    "inverted on white, 235,  20, 250, 4,  0, 1",
    "inverted turned,   235,  20, 120, 4, 21, 2",
    "contrast 20 %,     100, 151, 130, 4,  0, 1",
    "contrast 20 % dark, 10,  61,  40, 4, 12, 2",
    "contrast 10 %,     110, 136, 122, 4,  0, 1",
    "pale inverted,     151, 100, 130, 4,  0, 2",
    "to the edge,        20, 235, 235, 0,  0, 1",
    "to the edge and pale, 100, 151, 151, 0,  0, 1",
    "no margin on grey,  20, 235, 110, 0,  0, 1",
    "no margin turned,   20, 235, 110, 0, 15, 1",
    "no margin on dark,  20, 235,  60, 0,  5, 1",
    "no margin on black,  5, 235,   5, 0,  0, 1",
    "no margin on black on its side,   5, 235,   5, 0, 90, 1",
    "inverted without margin on white, 245, 20, 245, 0, 0, 1",
    "inverted without margin on grey,  235, 20, 150, 0, 9, 1"
  })
  void shouldFindACode(
      String name, int dark, int bright, int ground, int quiet, int turned, int blur)
      throws Exception {
    byte[] grey = new Seen(dark, bright, ground, quiet, turned, blur).grey();
    assertThat(QrReading.read(grey, SIDE)).as(name).contains(TEXT);
  }

  @Test
  void shouldFindNothingOnAWall() {
    byte[] wall = new byte[SIDE * SIDE];
    assertThat(QrReading.read(wall, SIDE)).isEmpty();
    Arrays.fill(wall, (byte) 0xff);
    assertThat(QrReading.read(wall, SIDE)).isEmpty();
  }

  @Test
  void shouldLookAtNothingButCornersNotMuchLongerThanAtNoise() {
    assertThat(nanos(corners())).isLessThan(4 * nanos(noise()) + 5_000_000);
  }
}
