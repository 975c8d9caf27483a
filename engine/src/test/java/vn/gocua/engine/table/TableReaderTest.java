package vn.gocua.engine.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** Tables from people are read as values, and none of them can hurt. */
class TableReaderTest {
  private static final String BOOK =
      "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
          + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
          + "<sheets><sheet name=\"A\" sheetId=\"1\" r:id=\"rId7\"/></sheets></workbook>";
  private static final String LINKS =
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
          + "<Relationship Id=\"rId7\" Target=\"worksheets/first.xml\"/></Relationships>";

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
            {"xl/workbook.xml", BOOK},
            {"xl/_rels/workbook.xml.rels", LINKS},
            {"xl/worksheets/first.xml", sheet},
            {"xl/sharedStrings.xml", "<sst><si><t>" + shared + "</t></si></sst>"}
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

  @Test
  void shouldReadWhatWeWrite() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    XlsxWriter writer = new XlsxWriter(bytes, "Tổ", List.of("Mã", "Tên"));
    writer.row(List.of("T01", "Tổ «một» & hai"));
    writer.row(java.util.Arrays.asList(7, null, 2.5));
    writer.close();
    assertThat(TableReader.rows(bytes.toByteArray()))
        .containsExactly(
            List.of("Mã", "Tên"), List.of("T01", "Tổ «một» & hai"), List.of("7", "", "2.5"));

    ByteArrayOutputStream text = new ByteArrayOutputStream();
    CsvWriter csv = new CsvWriter(text);
    csv.row(List.of("a,b", "c \"d\"\ne", "+84 1", 5));
    csv.close();
    assertThat(TableReader.rows(text.toByteArray()))
        .containsExactly(List.of("a,b", "c \"d\"\ne", "+84 1", "5"));
  }

  @Test
  void shouldReadSemicolonsAndTabsAsExcelWritesThem() throws Exception {
    assertThat(TableReader.rows("a;b\r\n1;2,5\r\n".getBytes(UTF_8)))
        .containsExactly(List.of("a", "b"), List.of("1", "2,5"));
    assertThat(TableReader.rows("a\tb\n\n1\t".getBytes(UTF_8)))
        .containsExactly(List.of("a", "b"), List.of(""), List.of("1", ""));
  }

  @Test
  void shouldReadAFormulaAsTheValueItHadAndNeverWorkItOut() throws Exception {
    byte[] file =
        book(
            sheet(
                "<row r=\"2\"><c r=\"B2\"><f>WEBSERVICE(\"http://127.0.0.1/\")</f><v>6</v></c>"
                    + "<c r=\"C2\" t=\"str\"><f>1+1</f><v>=x</v></c></row>"));
    assertThat(TableReader.rows(file)).containsExactly(List.of(), List.of("", "6", "=x"));
  }

  @Test
  void shouldRefuseASmallFileThatWouldBecomeAHugeOne() throws Exception {
    byte[] bomb = book(sheet(" ".repeat(60_000_000)));
    assertThat(bomb).hasSizeLessThan(1024 * 1024);
    assertTooLarge(bomb);
    assertTooLarge(book(sheet("<row r=\"1048576\"><c r=\"A1\"><v>1</v></c></row>")));
    assertTooLarge(book(sheet("<row r=\"1\"><c r=\"XFD1\"><v>1</v></c></row>")));
    assertTooLarge("a\n".repeat(TableReader.MOST_ROWS + 1).getBytes(UTF_8));
    assertTooLarge(("a" + ",".repeat(TableReader.MOST_COLUMNS)).getBytes(UTF_8));
    assertTooLarge("a".repeat(TableReader.LONGEST_CELL + 1).getBytes(UTF_8));
  }

  @Test
  void shouldRefuseCellsThatShowOneTextAgainAndAgainBeyondWhatAFileHolds() throws Exception {
    String row = "<row>" + "<c t=\"s\"><v>0</v></c>".repeat(TableReader.MOST_COLUMNS) + "</row>";
    String text = "x".repeat(TableReader.LONGEST_CELL);
    assertTooLarge(book(sheet(row.repeat(10)), text));
    assertThat(TableReader.rows(book(sheet(row.repeat(8)), text))).hasSize(8);
  }

  private static void assertTooLarge(byte[] file) {
    assertThatThrownBy(() -> TableReader.rows(file))
        .isInstanceOfSatisfying(
            UnreadableTable.class, refused -> assertThat(refused.isTooLarge()).isTrue());
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
    assertBroken(new byte[] {(byte) 0xff, (byte) 0xfe, 'a', 0});
    assertBroken("a\0b".getBytes(UTF_8));
    assertBroken("\"not closed".getBytes(UTF_8));
    assertBroken(book("<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>99</v></c>"));
  }

  private static void assertBroken(byte[] file) {
    assertThatThrownBy(() -> TableReader.rows(file))
        .isInstanceOfSatisfying(
            UnreadableTable.class, refused -> assertThat(refused.isTooLarge()).isFalse());
  }
}
