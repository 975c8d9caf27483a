package vn.gocua.kiosk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.Binarizer;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.PdfOptions;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import vn.gocua.testkit.Browser;

/**
 * What a page of a browser looks like on paper: its sheets, their text and where it stands.
 *
 * @param sheets in order
 */
record Printed(String name, List<Sheet> sheets) {
  private static final float MM = 72 / 25.4F;
  private static final int DPI = 300;
  private static final int DARK = 0x80;

  /**
   * A word or more of a line.
   *
   * @param left mm from the left edge of the paper, as the others
   * @param bottom mm from the upper edge to the line on which the letters stand
   */
  record Line(String text, double left, double right, double bottom) {}

  /**
   * A piece of paper.
   *
   * @param width mm
   * @param height mm
   * @param picture in 300 dpi, without colours
   */
  record Sheet(double width, double height, List<Line> lines, BufferedImage picture) {
    String text() {
      return flat(String.join(" ", lines.stream().map(Line::text).toList()));
    }

    /** The line with this text alone. */
    Line line(String text) {
      return lines.stream().filter(l -> l.text().strip().equals(text)).findFirst().orElseThrow();
    }

    /** Whether nothing is printed in this part, in mm from the upper left corner. */
    boolean isBlank(double left, double top, double right, double bottom) {
      for (int y = pixels(top); y < Math.min(pixels(bottom), picture.getHeight()); y++) {
        for (int x = pixels(left); x < Math.min(pixels(right), picture.getWidth()); x++) {
          if ((picture.getRGB(x, y) >> 8 & 0xFF) < DARK) {
            return false;
          }
        }
      }
      return true;
    }

    /** Content of the QR code in this part of the picture, read as a camera would. */
    String code(double left, double top, double right, double bottom) {
      int x = Math.max(0, pixels(left));
      int y = Math.max(0, pixels(top));
      int width = Math.min(picture.getWidth(), pixels(right)) - x;
      int height = Math.min(picture.getHeight(), pixels(bottom)) - y;
      BufferedImage part = picture.getSubimage(x, y, width, height);
      return Stream.of(1.0, 1.4, 2.0, 0.8)
          .map(distance -> seen(part, distance))
          .flatMap(seen -> Stream.of(new GlobalHistogramBinarizer(seen), new HybridBinarizer(seen)))
          .flatMap(look -> read(look).stream())
          .findFirst()
          .orElseThrow(
              () -> new AssertionError("no QR code at %.0f, %.0f mm".formatted(left, top)));
    }

    /** The part as it looks from nearer or farther off: a hand that holds a camera moves. */
    private static RGBLuminanceSource seen(BufferedImage part, double scale) {
      int width = (int) (part.getWidth() * scale);
      int height = (int) (part.getHeight() * scale);
      BufferedImage seen = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
      Graphics2D pen = seen.createGraphics();
      pen.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
      pen.drawImage(part, 0, 0, width, height, null);
      pen.dispose();
      return new RGBLuminanceSource(
          width, height, seen.getRGB(0, 0, width, height, null, 0, width));
    }

    private static Optional<String> read(Binarizer look) {
      try {
        Map<DecodeHintType, Boolean> hints = Map.of(DecodeHintType.TRY_HARDER, true);
        return Optional.of(new QRCodeReader().decode(new BinaryBitmap(look), hints).getText());
      } catch (ReaderException _) {
        return Optional.empty();
      }
    }
  }

  /** Prints it as the browser's own dialog does: without backgrounds, on the page's own paper. */
  static Printed of(Page page, String name) {
    byte[] pdf = page.pdf(new PdfOptions().setPreferCSSPageSize(true));
    boolean look = System.getenv("GOCUA_TEST_PICTURES") != null;
    if (look) {
      Browser.keep(pdf, name + ".pdf");
    }
    Printed printed = read(pdf, name);
    for (int at = 0; look && at < printed.sheets.size(); at++) {
      Browser.keep(png(printed.sheets.get(at).picture), name + "-" + (at + 1) + ".png");
    }
    return printed;
  }

  static Printed read(byte[] pdf, String name) {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      PDFRenderer renderer = new PDFRenderer(document);
      List<Sheet> sheets = new ArrayList<>();
      for (int at = 0; at < document.getNumberOfPages(); at++) {
        LineStripper stripper = new LineStripper();
        stripper.setSortByPosition(true);
        stripper.setStartPage(at + 1);
        stripper.setEndPage(at + 1);
        var _ = stripper.getText(document);
        var box = document.getPage(at).getMediaBox();
        sheets.add(
            new Sheet(
                box.getWidth() / MM,
                box.getHeight() / MM,
                List.copyOf(stripper.lines),
                renderer.renderImageWithDPI(at, DPI, ImageType.GRAY)));
      }
      return new Printed(name, List.copyOf(sheets));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * On A4, with an empty margin of 8 mm all around, but for the page's number, and no sheet empty.
   */
  Printed onA4() {
    for (Sheet sheet : sheets) {
      assertThat(sheet.width()).as(name).isBetween(209.5, 210.5);
      assertThat(sheet.height()).as(name).isBetween(296.5, 297.5);
      assertThat(sheet.isBlank(0, 0, 8, 297)).as("left margin of " + name).isTrue();
      assertThat(sheet.isBlank(202, 0, 210, 297)).as("right margin of " + name).isTrue();
      assertThat(sheet.isBlank(0, 0, 210, 8)).as("upper margin of " + name).isTrue();
      assertThat(sheet.isBlank(9, 9, 201, 286)).as("an empty sheet of " + name).isFalse();
      assertThat(sheet.lines()).as("cut off: " + name).allMatch(l -> l.right() < 202);
    }
    return this;
  }

  /** All sheets have these texts, together. */
  Printed says(List<String> texts) {
    assertThat(text()).as(name).contains(texts.stream().map(Printed::flat).toList());
    return this;
  }

  String text() {
    return flat(String.join(" ", sheets.stream().map(Sheet::text).toList()));
  }

  private static String flat(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC).replaceAll("\\s+", " ").strip();
  }

  private static int pixels(double mm) {
    return (int) Math.round(mm / 25.4 * DPI);
  }

  private static byte[] png(BufferedImage picture) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(picture, "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static final class LineStripper extends PDFTextStripper {
    private final List<Line> lines = new ArrayList<>();

    @Override
    protected void writeString(String text, List<TextPosition> letters) {
      TextPosition first = letters.getFirst();
      TextPosition last = letters.getLast();
      lines.add(
          new Line(
              text,
              first.getXDirAdj() / MM,
              (last.getXDirAdj() + last.getWidthDirAdj()) / MM,
              first.getYDirAdj() / MM));
    }
  }
}
