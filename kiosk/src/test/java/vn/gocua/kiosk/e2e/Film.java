package vn.gocua.kiosk.e2e;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** What a camera sees: a grey wall, and before it somebody's QR code. */
final class Film {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 480;
  private static final int CODE = 330;
  private static final int FRAMES = 5;
  private static final byte WALL = (byte) 150;
  private static final byte NO_COLOUR = (byte) 128;

  private Film() {}

  /**
   * Writes a film (YUV4MPEG2) that shows one picture for as long as one looks.
   *
   * @param text what the code says; empty for no code
   */
  static Path of(String text, Path file) throws IOException {
    byte[] light = new byte[WIDTH * HEIGHT];
    Arrays.fill(light, WALL);
    if (!text.isEmpty()) {
      draw(text, light);
    }
    return written(light, file);
  }

  /** The same in white on black, as a phone at night may show it. */
  static Path inverted(String text, Path file) throws IOException {
    byte[] light = new byte[WIDTH * HEIGHT];
    Arrays.fill(light, (byte) (255 - WALL));
    draw(text, light);
    for (int i = 0; i < light.length; i++) {
      light[i] = (byte) (255 - light[i]);
    }
    return written(light, file);
  }

  /** A black picture. */
  static Path black(Path file) throws IOException {
    byte[] light = new byte[WIDTH * HEIGHT];
    Arrays.fill(light, (byte) 16);
    return written(light, file);
  }

  private static Path written(byte[] light, Path file) throws IOException {
    byte[] colour = new byte[WIDTH * HEIGHT / 2];
    Arrays.fill(colour, NO_COLOUR);
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write(ascii("YUV4MPEG2 W" + WIDTH + " H" + HEIGHT + " F10:1 Ip A1:1 C420jpeg\n"));
      for (int i = 0; i < FRAMES; i++) {
        out.write(ascii("FRAME\n"));
        out.write(light);
        out.write(colour);
      }
    }
    return file;
  }

  private static void draw(String text, byte[] light) {
    BitMatrix code;
    try {
      code = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, CODE, CODE);
    } catch (WriterException e) {
      throw new IllegalArgumentException(e);
    }
    int left = (WIDTH - CODE) / 2 + 17;
    int top = (HEIGHT - CODE) / 2 - 9;
    for (int y = 0; y < CODE; y++) {
      for (int x = 0; x < CODE; x++) {
        light[(top + y) * WIDTH + left + x] = (byte) (code.get(x, y) ? 30 : 225);
      }
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
