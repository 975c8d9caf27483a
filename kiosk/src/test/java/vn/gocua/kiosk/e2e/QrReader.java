package vn.gocua.kiosk.e2e;

import com.google.zxing.ChecksumException;
import com.google.zxing.FormatException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the kiosk's QR codes as a phone would, from the squares that are drawn. */
final class QrReader {
  private static final int QUIET = 4;
  private static final Pattern SIZE = Pattern.compile("viewBox=\"0 0 ([0-9]+)");
  private static final Pattern SQUARE = Pattern.compile("M([0-9]+) ([0-9]+)h1v1h-1z");

  private QrReader() {}

  static String read(String picture) {
    String svg =
        new String(
            Base64.getDecoder().decode(picture.substring(picture.indexOf(',') + 1)),
            StandardCharsets.UTF_8);
    return readSvg(svg);
  }

  /** The same of a drawing that stands in the page itself. */
  static String readSvg(String svg) {
    Matcher size = SIZE.matcher(svg);
    if (!size.find()) {
      throw new IllegalArgumentException(svg);
    }
    BitMatrix squares = new BitMatrix(Integer.parseInt(size.group(1)) - 2 * QUIET);
    SQUARE
        .matcher(svg)
        .results()
        .forEach(square ->
            squares.set(
                Integer.parseInt(square.group(1)) - QUIET,
                Integer.parseInt(square.group(2)) - QUIET));
    try {
      return new Decoder().decode(squares).getText();
    } catch (ChecksumException | FormatException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
