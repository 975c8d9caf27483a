package vn.gocua.engine.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.openpdf.text.DocumentException;
import org.openpdf.text.Font;
import org.openpdf.text.pdf.BaseFont;

/**
 * Liberation Serif, which has the widths of the face that the rules for administrative papers ask
 * for, and all Vietnamese letters. It is embedded, so a report looks the same everywhere.
 */
final class PdfFonts {
  private final BaseFont regular = load("Regular");
  private final BaseFont bold = load("Bold");
  private final BaseFont italic = load("Italic");
  private final BaseFont boldItalic = load("BoldItalic");

  private static BaseFont load(String style) {
    String name = "LiberationSerif-" + style + ".ttf";
    try (InputStream in = PdfFonts.class.getResourceAsStream("/liberation/" + name)) {
      byte[] bytes = Objects.requireNonNull(in, name).readAllBytes();
      return BaseFont.createFont(
          name, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, BaseFont.CACHED, bytes, null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (DocumentException e) {
      throw new IllegalStateException(name, e);
    }
  }

  Font regular(float points) {
    return new Font(regular, points);
  }

  Font bold(float points) {
    return new Font(bold, points);
  }

  Font italic(float points) {
    return new Font(italic, points);
  }

  Font boldItalic(float points) {
    return new Font(boldItalic, points);
  }
}
