package vn.gocua.engine.table;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import vn.gocua.engine.table.UnreadableTable.Why;

/** Tables from people are read as values, and none of them can hurt. */
class TableReaderTest {
  private static final String RELATIONS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String MAIN =
      "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
  private static final String SHEETML =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.";
  private static final String TYPES =
      "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
          + "<Default Extension=\"rels\""
          + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
          + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
          + "<Override PartName=\"/xl/workbook.xml\" ContentType=\""
          + SHEETML
          + "sheet.main+xml\"/><Override PartName=\"/xl/worksheets/first.xml\" ContentType=\""
          + SHEETML
          + "worksheet+xml\"/><Override PartName=\"/xl/sharedStrings.xml\" ContentType=\""
          + SHEETML
          + "sharedStrings+xml\"/></Types>";
  private static final String ROOT =
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
          + "<Relationship Id=\"r1\" Target=\"xl/workbook.xml\" Type=\""
          + RELATIONS
          + "/officeDocument\"/></Relationships>";
  private static final String BOOK =
      "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
          + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
          + "<sheets><sheet name=\"A\" sheetId=\"1\" r:id=\"rId7\"/></sheets></workbook>";
  private static final String LINKS =
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
          + "<Relationship Id=\"rId7\" Target=\"worksheets/first.xml\" Type=\""
          + RELATIONS
          + "/worksheet\"/><Relationship Id=\"rId8\" Target=\"sharedStrings.xml\" Type=\""
          + RELATIONS
          + "/sharedStrings\"/></Relationships>";

  private static byte[] book(String sheet) throws IOException {
    return book(sheet, "");
  }

  /**
   * @param shared the one text that cells share
   */
  private static byte[] book(String sheet, String shared) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.setLevel(Deflater.BEST_COMPRESSION);
      for (String[] part :
          new String[][] {
            {"[Content_Types].xml", TYPES},
            {"_rels/.rels", ROOT},
            {"xl/workbook.xml", BOOK},
            {"xl/_rels/workbook.xml.rels", LINKS},
            {"xl/worksheets/first.xml", sheet},
            {"xl/sharedStrings.xml", "<sst " + MAIN + "><si><t>" + shared + "</t></si></sst>"}
          }) {
        zip.putNextEntry(new ZipEntry(part[0]));
        zip.write(part[1].getBytes(UTF_8));
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  private static String sheet(String rows) {
    return "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
        + "<sheetData>"
        + rows
        + "</sheetData></worksheet>";
  }

  /** The texts of the first sheet's rows. */
  private static List<List<String>> rows(byte[] file) throws UnreadableTable {
    return TableReader.sheets(file).getFirst().rows().stream()
        .map(row -> row.cells().stream().map(TableSheet.Cell::text).toList())
        .toList();
  }

  @Test
  void shouldReadWhatWeWrite() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    XlsxWriter writer = new XlsxWriter(bytes, "Tổ", List.of("Mã", "Tên"));
    writer.row(List.of("T01", "Tổ «một» & hai"));
    writer.row(java.util.Arrays.asList(7, null, 2.5));
    writer.close();
    assertThat(rows(bytes.toByteArray()))
        .containsExactly(
            List.of("Mã", "Tên"), List.of("T01", "Tổ «một» & hai"), List.of("7", "", "2,5"));

    ByteArrayOutputStream text = new ByteArrayOutputStream();
    CsvWriter csv = new CsvWriter(text);
    csv.row(List.of("a,b", "c \"d\"\ne", "+84 1", 5));
    csv.close();
    assertThat(rows(text.toByteArray()))
        .containsExactly(List.of("a,b", "c \"d\"\ne", "+84 1", "5"));
  }

  @Test
  void shouldReadSemicolonsAndTabsAsExcelWritesThem() throws Exception {
    assertThat(rows("a;b\r\n1;2,5\r\n".getBytes(UTF_8)))
        .containsExactly(List.of("a", "b"), List.of("1", "2,5"));
    assertThat(rows("a\tb\n\n1\t".getBytes(UTF_8)))
        .containsExactly(List.of("a", "b"), List.of("1"));
  }

  @Test
  void shouldReadAFormulaAsTheValueItHadAndNeverWorkItOut() throws Exception {
    byte[] file =
        book(
            sheet(
                "<row r=\"2\"><c r=\"B2\"><f>WEBSERVICE(\"http://127.0.0.1/\")</f><v>6</v></c>"
                    + "<c r=\"C2\" t=\"str\"><f>1+1</f><v>=x</v></c></row>"));
    assertThat(rows(file)).containsExactly(List.of("", "6", "=x"));
  }

  /** Some programs write an empty value where a formula was never worked out. */
  @Test
  void shouldTellAFormulaWithoutAResultFromOneWhoseResultIsEmpty() throws Exception {
    byte[] file =
        book(
            sheet(
                "<row r=\"1\"><c r=\"A1\"><f>1+1</f><v></v></c><c r=\"B1\"><f>1+1</f></c>"
                    + "<c r=\"C1\" t=\"str\"><f>\"\"</f><v></v></c></row>"));
    assertThat(TableReader.sheets(file).getFirst().rows().getFirst().cells())
        .extracting(TableSheet.Cell::kind)
        .containsExactly(TableSheet.Kind.UNCALCULATED, TableSheet.Kind.UNCALCULATED);
  }

  @Test
  void shouldRefuseMoreMergedAreasThanATableHas() throws Exception {
    String area = "<mergeCell ref=\"A1:A2\"/>";
    String rows = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>";
    assertTooLarge(
        book(
            sheet(rows)
                .replace(
                    "</sheetData>",
                    "</sheetData><mergeCells>" + area.repeat(5_001) + "</mergeCells>")));
  }

  @Test
  void shouldRefuseASmallFileThatWouldBecomeAHugeOne() throws Exception {
    byte[] bomb = book(sheet(" ".repeat(60_000_000)));
    assertThat(bomb).hasSizeLessThan(1024 * 1024);
    assertTooLarge(bomb);
    assertTooLarge(book(sheet("<row><c><v>1</v></c></row>".repeat(TableReader.MOST_ROWS + 1))));
    assertTooLarge(book(sheet("<row r=\"1\"><c r=\"XFD1\"><v>1</v></c></row>")));
    // A stray cell far below costs nothing.
    assertThat(rows(book(sheet("<row r=\"1048576\"><c r=\"A1048576\"><v>1</v></c></row>"))))
        .containsExactly(List.of("1"));
    assertTooLarge("a\n".repeat(TableReader.MOST_ROWS + 1).getBytes(UTF_8));
    assertTooLarge(("a" + ",".repeat(TableReader.MOST_COLUMNS) + "b").getBytes(UTF_8));
    assertTooLarge("a".repeat(TableReader.LONGEST_CELL + 1).getBytes(UTF_8));
  }

  @Test
  void shouldRefuseCellsThatShowOneTextAgainAndAgainBeyondWhatAFileHolds() throws Exception {
    String row = "<row>" + "<c t=\"s\"><v>0</v></c>".repeat(TableReader.MOST_COLUMNS) + "</row>";
    String text = "x".repeat(TableReader.LONGEST_CELL);
    assertTooLarge(book(sheet(row.repeat(10)), text));
    assertThat(rows(book(sheet(row.repeat(8)), text))).hasSize(8);
  }

  /** The file is refused, or its sheet is cut and says so. */
  private static void assertTooLarge(byte[] file) {
    assertThat(isTooLarge(file)).isTrue();
  }

  private static boolean isTooLarge(byte[] file) {
    try {
      return TableReader.sheets(file).getFirst().tooLarge();
    } catch (UnreadableTable e) {
      assertThat(e.why()).as(e.getMessage()).isEqualTo(Why.TOO_LARGE);
      return true;
    }
  }

  @Test
  void shouldObeyNoDocumentTypeAndOpenNoOtherFile() throws Exception {
    String laughs =
        "<!DOCTYPE w [<!ENTITY a \"ha\"><!ENTITY f SYSTEM \"file:///etc/passwd\">]>"
            + sheet("<row r=\"1\"><c r=\"A1\" t=\"str\"><v>&f;&a;</v></c></row>");
    assertBroken(book(laughs));
  }

  @Test
  void shouldRefuseWhatIsNoTable() throws Exception {
    assertBroken(new byte[] {'P', 'K', 3, 4, 9, 9});
    assertBroken(new byte[] {(byte) 0xff, (byte) 0xfe, 'a', 0, 'b'});
    assertBroken("a\0b".getBytes(UTF_8));
    assertBroken("\"not closed".getBytes(UTF_8));
    assertBroken(book("<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>99</v></c>"));
  }

  private static void assertBroken(byte[] file) {
    assertRefused(Why.BROKEN, file);
  }

  private static void assertRefused(Why why, byte[] file) {
    assertThatThrownBy(() -> TableReader.sheets(file))
        .isInstanceOfSatisfying(
            UnreadableTable.class, refused -> assertThat(refused.why()).isEqualTo(why));
  }

  @Test
  void shouldSayWhichOtherKindOfFileItIs() throws Exception {
    assertRefused(Why.NOT_UNICODE, "Mã tổ;Tên tổ\n".getBytes(Charset.forName("windows-1258")));
    assertRefused(Why.OPEN_DOCUMENT, zip("mimetype", "content.xml"));
    assertRefused(Why.OTHER_EXCEL, zip("xl/workbook.bin"));
    assertRefused(Why.OLD_EXCEL, compound("Workbook"));
    assertRefused(Why.ENCRYPTED, compound("EncryptedPackage"));
    assertBroken(compound("WordDocument"));
    assertBroken("<html><table>".getBytes(UTF_8));
  }

  private static byte[] zip(String... parts) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (String part : parts) {
        zip.putNextEntry(new ZipEntry(part));
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] compound(String stream) throws IOException {
    try (POIFSFileSystem file = new POIFSFileSystem()) {
      file.createDocument(new ByteArrayInputStream(new byte[5_000]), stream);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      file.writeFilesystem(bytes);
      return bytes.toByteArray();
    }
  }

  @Test
  void shouldReadTextInEachEncodingOfUnicodeWithAndWithoutItsMark() throws Exception {
    String table = "Mã tổ;Tên tổ\r\nT01;Tổ 01\r\n";
    for (Charset encoding : List.of(UTF_8, UTF_16LE, UTF_16BE)) {
      for (String marks : List.of("", "\uFEFF", "\uFEFF\uFEFF")) {
        assertThat(rows((marks + table).getBytes(encoding)))
            .as("%s %d", encoding, marks.length())
            .containsExactly(List.of("Mã tổ", "Tên tổ"), List.of("T01", "Tổ 01"));
      }
    }
  }

  @Test
  void shouldTellTheSeparatorByMostLines() throws Exception {
    assertThat(rows("sep=|\na|b\n1|2,3;4".getBytes(UTF_8)))
        .containsExactly(List.of("a", "b"), List.of("1", "2,3;4"));
    assertThat(rows("Danh sách, tổ, thôn, xã\na;b;c\n1;x, y;2\n".getBytes(UTF_8)))
        .contains(List.of("a", "b", "c"), List.of("1", "x, y", "2"));
    assertThat(rows("a;b\r1;2\r".getBytes(UTF_8)))
        .containsExactly(List.of("a", "b"), List.of("1", "2"));
  }
}
