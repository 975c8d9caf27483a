package vn.gocua.engine.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import vn.gocua.engine.http.HostileBody.Named;

/** Tables of at most 1 MiB, CSV and Excel, that are meant to cost their reader much. */
final class HostileTables {
  private static final int MOST = HostileBody.MOST;
  private static final String HEAD = "Mã tổ,Tên tổ,Số thành viên,Thôn phụ trách\n";

  /** Rows whose cells all show the first of the shared texts. */
  private static final String SHARING =
      "<row>"
          + Stream.of(HEAD.strip().split(","))
              .map(h -> "<c t=\"str\"><v>" + h + "</v></c>")
              .collect(Collectors.joining())
          + "</row>"
          + ("<row>" + "<c t=\"s\"><v>0</v></c>".repeat(4) + "</row>").repeat(2_400);

  private static final String RELATIONSHIPS =
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";

  private HostileTables() {}

  static Stream<Named> all() {
    String hamlets =
        IntStream.range(0, 2_000)
            .mapToObj(row ->
                "X"
                    + row
                    + ",Tổ "
                    + row
                    + ",6,\""
                    + IntStream.range(0, 80)
                        .mapToObj(i -> "h" + Integer.toString(row * 80 + i, 36))
                        .collect(Collectors.joining(";"))
                    + "\"")
            .collect(Collectors.joining("\n"));
    String heap = "o" + "\u0300".repeat(999) + "\u0327".repeat(999);
    String marks = ("X,\"" + heap + "\",6,a\n").repeat(300);
    return Stream.of(
        new Named("a million columns", false, ",".repeat(MOST)),
        new Named("a million rows", false, "\n".repeat(MOST)),
        new Named("a million quotation marks", false, "\"".repeat(MOST - 1)),
        new Named("a new hamlet in every word", false, HostileBody.cut(utf8(HEAD + hamlets), MOST)),
        new Named("letters under heaps of marks", false, HostileBody.cut(utf8(HEAD + marks), MOST)),
        new Named("a sheet of spaces", false, book(" ".repeat(60 << 20), 0)),
        new Named(
            "a sheet of cells",
            false,
            book("<row r=\"1\">" + "<c r=\"A1\"><v>1</v></c>".repeat(700_000) + "</row>", 0)),
        new Named(
            "an element of attributes",
            false,
            book(
                "<row "
                    + IntStream.range(0, 400_000)
                        .mapToObj(i -> "a" + i + "=\"\"")
                        .collect(Collectors.joining(" "))
                    + "/>",
                0)),
        new Named(
            "elements under many namespaces",
            false,
            book(
                "<g "
                    + IntStream.range(0, 9_000)
                        .mapToObj(i -> "xmlns:a" + i + "=\"u\"")
                        .collect(Collectors.joining(" "))
                    + ">"
                    + "<a0:b/>".repeat(1_000_000),
                0)),
        new Named("elements in one another", false, book("<g>".repeat(5_000_000), 0)),
        new Named(
            "numbers with exponents",
            false,
            book("<row r=\"1\">" + "<c><v>1E999999999</v></c>".repeat(50) + "</row>", 0)),
        new Named("a file of many parts", false, book("", 9_000)),
        new Named("many shared texts", false, book("", "<si><t>a</t></si>".repeat(900_000))),
        new Named(
            "heaps of marks in every cell", false, book(SHARING, "<si><t>" + heap + "</t></si>")),
        new Named(
            "a thousand hamlets in every cell",
            false,
            book(SHARING, "<si><t>" + "h;".repeat(1_000) + "</t></si>")));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(UTF_8);
  }

  private static byte[] book(String sheet, int parts) {
    return book(sheet, "", parts);
  }

  private static byte[] book(String sheet, String shared) {
    return book(sheet, shared, 0);
  }

  /**
   * A workbook.
   *
   * @param sheet its rows
   * @param shared texts that cells share
   * @param parts that nobody asked for
   */
  private static byte[] book(String sheet, String shared, int parts) {
    String main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    String other = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.setLevel(Deflater.BEST_COMPRESSION);
      String sheetml = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
      part(
          zip,
          "[Content_Types].xml",
          "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
              + "<Default Extension=\"rels\""
              + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
              + "<Default Extension=\"xml\" ContentType=\""
              + sheetml
              + "worksheet+xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\""
              + sheetml
              + "sheet.main+xml\"/><Override PartName=\"/xl/sharedStrings.xml\" ContentType=\""
              + sheetml
              + "sharedStrings+xml\"/></Types>");
      part(
          zip,
          "_rels/.rels",
          RELATIONSHIPS
              + "<Relationship Id=\"r0\" Target=\"xl/workbook.xml\" Type=\""
              + other
              + "/officeDocument\"/></Relationships>");
      part(
          zip,
          "xl/workbook.xml",
          "<workbook "
              + main
              + " xmlns:r=\""
              + other
              + "\"><sheets>"
              + "<sheet name=\"A\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
      part(
          zip,
          "xl/_rels/workbook.xml.rels",
          RELATIONSHIPS
              + "<Relationship Id=\"r1\" Target=\"worksheets/a.xml\" Type=\""
              + other
              + "/worksheet\"/><Relationship Id=\"r2\" Target=\"sharedStrings.xml\" Type=\""
              + other
              + "/sharedStrings\"/></Relationships>");
      part(
          zip,
          "xl/worksheets/a.xml",
          "<worksheet " + main + "><sheetData>" + sheet + "</sheetData></worksheet>");
      part(zip, "xl/sharedStrings.xml", "<sst " + main + ">" + shared + "</sst>");
      for (int i = 0; i < parts; i++) {
        zip.putNextEntry(new ZipEntry("p" + i));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void part(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(utf8(text));
    zip.closeEntry();
  }
}
