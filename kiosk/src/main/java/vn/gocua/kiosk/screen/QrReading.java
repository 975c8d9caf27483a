package vn.gocua.kiosk.screen;

import com.google.zxing.Binarizer;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.ResultPointCallback;
import com.google.zxing.common.BitArray;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds a QR code in a square picture: also a pale one, a white one on black, and one without a
 * margin. It looks again in other ways until a code is found; each look takes a bounded time.
 */
public final class QrReading {
  /** A picture of noise has some six places that look like a code's corner. */
  private static final int MOST_CORNERS = 200;

  private static final int WHITE = 255;

  /** Less than that between dark and bright is no code but a wall. */
  private static final int LEAST_CONTRAST = 12;

  /** One in so many pixels may be darker or brighter than what counts as dark and bright. */
  private static final int OUTLIERS = 100;

  /** Where between dark and bright a code ends: one on a dark ground differs little from that. */
  private static final int[] THRESHOLDS = {128, 64, 40, 190};

  /** Readers need this many modules of white around a code. */
  private static final int QUIET = 4;

  private QrReading() {}

  /**
   * The text of a code in the picture.
   *
   * @param grey a byte for each pixel, row by row, from black (0) to white (255)
   * @param side pixels of a side
   */
  public static Optional<String> read(byte[] grey, int side) {
    byte[] even = even(grey);
    if (even.length == 0) {
      return Optional.empty();
    }
    return looks(grey, even, side).flatMap(look -> decode(look).stream()).findFirst();
  }

  /** The looks at a picture; each is made when those before it have found nothing. */
  private static Stream<Binarizer> looks(byte[] grey, byte[] even, int side) {
    LuminanceSource plain = picture(grey, side);
    LuminanceSource clear = picture(even, side);
    Stream<Binarizer> usual =
        Stream.of(plain, plain.invert(), clear, clear.invert()).map(HybridBinarizer::new);
    Stream<Binarizer> cut =
        IntStream.of(THRESHOLDS)
            .boxed()
            .flatMap(
                at -> Stream.of(clear, clear.invert()).map(source -> new Threshold(source, at)));
    Stream<Binarizer> framed =
        Stream.of(even, inverted(even)).flatMap(pixels -> framed(pixels, side).stream());
    return Stream.of(usual, cut, framed).flatMap(each -> each);
  }

  private static LuminanceSource picture(byte[] grey, int side) {
    return new PlanarYUVLuminanceSource(grey, side, side, 0, 0, side, side, false);
  }

  /** The same picture from black to white; empty if it is all of one shade. */
  private static byte[] even(byte[] grey) {
    int[] count = new int[WHITE + 1];
    for (byte pixel : grey) {
      count[pixel & WHITE]++;
    }
    int few = grey.length / OUTLIERS;
    int dark = 0;
    for (int seen = count[0]; seen <= few; seen += count[dark]) {
      dark++;
    }
    int bright = WHITE;
    for (int seen = count[WHITE]; seen <= few; seen += count[bright]) {
      bright--;
    }
    if (bright - dark < LEAST_CONTRAST) {
      return new byte[0];
    }
    byte[] even = new byte[grey.length];
    for (int i = 0; i < grey.length; i++) {
      int shade = ((grey[i] & WHITE) - dark) * WHITE / (bright - dark);
      even[i] = (byte) Math.clamp(shade, 0, WHITE);
    }
    return even;
  }

  private static byte[] inverted(byte[] grey) {
    byte[] other = new byte[grey.length];
    for (int i = 0; i < grey.length; i++) {
      other[i] = (byte) (WHITE - (grey[i] & WHITE));
    }
    return other;
  }

  /**
   * A code that fills the picture, or stands straight on black without a margin: its edge is one
   * with what is around. White lies up to a module within its edge, and along the edge the first
   * white is five modules of a corner. With that known, it gets the margin it lacks.
   */
  private static Optional<Binarizer> framed(byte[] even, int side) {
    int[] white = whiteBox(even, side);
    int left = white[0];
    int top = white[1];
    int right = white[2];
    int bottom = white[3];
    if (right - left < side / 4 || bottom - top < side / 4) {
      return Optional.empty();
    }
    int row = top + Math.max(1, (bottom - top) / 200);
    int run = 0;
    while (left + run < right && (even[row * side + left + run] & WHITE) >= 128) {
      run++;
    }
    int module = Math.max(1, Math.round(run / 5f));
    int margin = module * (QUIET + 1);
    int width = right - left + 1 + 2 * margin;
    int size = Math.max(width, bottom - top + 1 + 2 * margin);
    byte[] wide = new byte[size * size];
    Arrays.fill(wide, (byte) WHITE);
    for (int y = top - module; y <= bottom + module; y++) {
      for (int x = left - module; x <= right + module; x++) {
        boolean inside = x >= 0 && y >= 0 && x < side && y < side;
        int at = (y - top + margin) * size + x - left + margin;
        wide[at] = inside ? even[y * side + x] : 0;
      }
    }
    return Optional.of(new Threshold(picture(wide, size), 128));
  }

  /** The least rectangle with all that is white: left, top, right, bottom. */
  private static int[] whiteBox(byte[] even, int side) {
    int[] box = {side, side, -1, -1};
    for (int i = 0; i < even.length; i++) {
      if ((even[i] & WHITE) >= 128) {
        box[0] = Math.min(box[0], i % side);
        box[1] = Math.min(box[1], i / side);
        box[2] = Math.max(box[2], i % side);
        box[3] = i / side;
      }
    }
    return box;
  }

  private static Optional<String> decode(Binarizer look) {
    try {
      return Optional.of(new QRCodeReader().decode(new BinaryBitmap(look), hints()).getText());
    } catch (ReaderException | TooManyCorners _) {
      return Optional.empty();
    }
  }

  /** Finding a code's three corners takes time that grows with the cube of the candidates. */
  private static final class TooManyCorners extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooManyCorners() {
      super(null, null, false, false);
    }
  }

  private static Map<DecodeHintType, ?> hints() {
    AtomicInteger corners = new AtomicInteger();
    ResultPointCallback count =
        _ -> {
          if (corners.incrementAndGet() > MOST_CORNERS) {
            throw new TooManyCorners();
          }
        };
    return Map.of(
        DecodeHintType.TRY_HARDER, true, DecodeHintType.NEED_RESULT_POINT_CALLBACK, count);
  }

  /** Black is what is darker than one shade, everywhere in the picture. */
  private static final class Threshold extends Binarizer {
    private final int shade;

    Threshold(LuminanceSource source, int shade) {
      super(source);
      this.shade = shade;
    }

    @Override
    public BitArray getBlackRow(int y, @Nullable BitArray row) {
      BitArray black = new BitArray(getWidth());
      byte[] pixels = getLuminanceSource().getRow(y, null);
      IntStream.range(0, getWidth()).filter(x -> (pixels[x] & WHITE) < shade).forEach(black::set);
      return black;
    }

    @Override
    public BitMatrix getBlackMatrix() {
      BitMatrix black = new BitMatrix(getWidth(), getHeight());
      byte[] pixels = getLuminanceSource().getMatrix();
      for (int i = 0; i < pixels.length; i++) {
        if ((pixels[i] & WHITE) < shade) {
          black.set(i % getWidth(), i / getWidth());
        }
      }
      return black;
    }

    @Override
    public Binarizer createBinarizer(LuminanceSource source) {
      return new Threshold(source, shade);
    }
  }
}
