package vn.gocua.engine.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbookType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.gocua.engine.table.UnreadableTable;
import vn.gocua.engine.table.UnreadableTable.Why;
import vn.gocua.protocol.campaign.RosterInfo;

/** What spreadsheets can do to a table of teams: merged, hidden, calculated and formatted cells. */
class ClerksWorkbooksTest {
  private static final List<String> HEAD =
      List.of("Mã tổ", "Tên tổ", "Số thành viên", "Thôn", "Nơi gặp", "Giờ gặp", "Điện thoại");

  private static void row(Sheet sheet, int number, List<?> values) {
    Row row = sheet.createRow(number - 1);
    for (int i = 0; i < values.size(); i++) {
      switch (values.get(i)) {
        case Integer count -> row.createCell(i).setCellValue(count);
        case String text when text.isEmpty() -> {}
        case Object text -> row.createCell(i).setCellValue(text.toString());
      }
    }
  }

  private static void merge(Sheet sheet, String area) {
    sheet.addMergedRegion(CellRangeAddress.valueOf(area));
  }

  private static Cell cell(Sheet sheet, int row, int column) {
    Row there = Objects.requireNonNull(sheet.getRow(row - 1));
    Cell cell = there.getCell(column);
    return cell == null ? there.createCell(column) : cell;
  }

  private static void format(Cell cell, String format) {
    Workbook book = cell.getSheet().getWorkbook();
    CellStyle style = book.createCellStyle();
    style.setDataFormat(book.createDataFormat().getFormat(format));
    cell.setCellStyle(style);
  }

  private static byte[] bytes(Workbook book) throws IOException {
    try (book) {
      ByteArrayOutputStream file = new ByteArrayOutputStream();
      book.write(file);
      return file.toByteArray();
    }
  }

  private static RosterInfo.Preview read(Workbook book) throws IOException, UnreadableTable {
    return ClerksFilesTest.read(bytes(book));
  }

  /** A workbook of one sheet, «Tổ», with headings in its first row and two teams below. */
  private static Workbook fill(Workbook book, Consumer<Sheet> with) {
    Sheet sheet = book.createSheet("Tổ");
    row(sheet, 1, HEAD);
    row(sheet, 2, List.of("T08", "Tổ 08", 5, "Cơ Giáo", "", "", ""));
    row(sheet, 3, List.of("T09", "Tổ 09", 6, "Vân La", "", "", ""));
    with.accept(sheet);
    return book;
  }

  private static RosterInfo.Preview teams(Consumer<Sheet> with)
      throws IOException, UnreadableTable {
    return read(fill(new XSSFWorkbook(), with));
  }

  private static RosterInfo.Preview sheet(Consumer<Sheet> with)
      throws IOException, UnreadableTable {
    XSSFWorkbook book = new XSSFWorkbook();
    with.accept(book.createSheet("Tổ"));
    return read(book);
  }

  private static List<RosterInfo.Team> added(RosterInfo.Preview preview) {
    return preview.rows().stream()
        .filter(row -> row.kind().equals("added"))
        .map(row -> Objects.requireNonNull(row.after()))
        .toList();
  }

  private static List<String> notes(RosterInfo.Preview preview) {
    return preview.notes().stream().map(note -> note.code()).toList();
  }

  @Test
  void shouldGiveAMergedHamletToEachOfItsRows() throws Exception {
    RosterInfo.Preview preview =
        sheet(sheet -> {
          row(sheet, 1, List.of("UBND XÃ MẪU"));
          row(sheet, 2, List.of("DANH SÁCH TỔ CÔNG NGHỆ SỐ CỘNG ĐỒNG"));
          merge(sheet, "A1:G1");
          merge(sheet, "A2:G2");
          row(sheet, 4, HEAD);
          row(sheet, 5, List.of("T08", "Tổ 08", 5, "Cơ Giáo", "Nhà văn hóa", "8-11 giờ"));
          row(sheet, 6, List.of("T09", "Tổ 09", 6));
          row(sheet, 7, List.of("T10", "Tổ 10", 7, "Vân La"));
          merge(sheet, "D5:D6");
          merge(sheet, "E5:F6");
        });
    assertThat(preview.problems()).isEmpty();
    assertThat(added(preview))
        .extracting(t -> t.code(), t -> t.hamlets(), t -> t.hall())
        .containsExactly(
            tuple("T08", List.of("co-giao"), "Nhà văn hóa"),
            tuple("T09", List.of("co-giao"), "Nhà văn hóa"),
            tuple("T10", List.of("van-la"), null));
    assertThat(notes(preview)).isEmpty();
  }

  @Test
  void shouldLeaveOutAMergedTitleBetweenTheTeams() throws Exception {
    RosterInfo.Preview preview =
        teams(sheet -> {
          row(sheet, 4, List.of("II. KHU VỰC THỨ HAI"));
          merge(sheet, "A4:G4");
          row(sheet, 5, List.of("T10", "Tổ 10", 7, "Vân La"));
          row(sheet, 6, List.of("Tổng cộng: 3 tổ", "", 18));
          merge(sheet, "A6:B6");
          row(sheet, 7, List.of("", "", "", "Hồng Vân, ngày … tháng 11 năm 2026"));
          merge(sheet, "D7:G7");
          row(sheet, 8, List.of("", "", "", "Người lập biểu"));
          row(sheet, 11, List.of("", "", "", "Nguyễn Thị Mẫu"));
        });
    assertThat(preview.problems()).isEmpty();
    assertThat(added(preview)).hasSize(3);
    assertThat(notes(preview))
        .containsExactly(
            "roster-note-row",
            "roster-note-total",
            "roster-note-row",
            "roster-note-row",
            "roster-note-row");
    assertThat(preview.newHamlets()).isEmpty();
    // A hamlet below a team, where nobody has signed, is a fault: nothing that is meant gets lost.
    assertThat(teams(sheet -> row(sheet, 4, List.of("", "", "", "Vân La"))).problems())
        .isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void shouldReadHeadingsInTwoRows(boolean merged) throws Exception {
    RosterInfo.Preview preview =
        sheet(sheet -> {
          row(
              sheet,
              2,
              List.of(
                  "STT", "Mã tổ", "Tên tổ", "Số thành viên", "Thôn", "Tổ trưởng", "", "Ghi chú"));
          row(sheet, 3, List.of("", "", "", "", "", "Họ tên", "Số điện thoại"));
          if (merged) {
            List.of("A2:A3", "B2:B3", "C2:C3", "D2:D3", "E2:E3", "F2:G2", "H2:H3")
                .forEach(area -> merge(sheet, area));
          }
          row(sheet, 4, List.of(1, "T08", "Tổ 08", 5, "Cơ Giáo", "Nguyễn Thị Mẫu", "0912000000"));
        });
    assertThat(preview.problems()).isEmpty();
    assertThat(added(preview))
        .extracting(t -> t.code(), t -> t.phone())
        .containsExactly(tuple("T08", "0912000000"));
    assertThat(notes(preview)).containsExactly("roster-note-columns", "roster-note-phone-column");
    assertThat(preview.notes().getFirst().message())
        .contains("STT", "Họ tên", "Ghi chú")
        .doesNotContain("Số điện thoại");
    assertThat(preview.notes().get(1)).extracting(note -> note.cell()).isEqualTo("G3");
  }

  @Test
  void shouldLeaveOutHiddenRowsAndColumnsAndSayWhich() throws Exception {
    RosterInfo.Preview preview =
        teams(sheet -> {
          sheet.getRow(2).setZeroHeight(true);
          cell(sheet, 2, 4).setCellValue("Nơi cũ");
          cell(sheet, 2, 6).setCellValue("0912000000");
          sheet.setColumnHidden(4, true);
        });
    assertThat(added(preview))
        .extracting(t -> t.code(), t -> t.hall(), t -> t.phone())
        .containsExactly(tuple("T08", null, "0912000000"));
    assertThat(preview.notes())
        .extracting(note -> note.message())
        .containsExactly(
            "Trang «Tổ», dòng 1: Cột đang ẩn nên không lấy: Nơi gặp.",
            "Trang «Tổ», dòng 3: Dòng đang ẩn nên không lấy: 3.");
  }

  @Test
  void shouldSkipHiddenRowsHoweverManyThereAre() throws Exception {
    RosterInfo.Preview preview =
        teams(sheet -> {
          for (int number = 4; number < 4_000; number++) {
            sheet.createRow(number - 1).setZeroHeight(true);
          }
          row(sheet, 4_000, List.of("T10", "Tổ 10", 7, "Vân La"));
          sheet.getRow(3_999).setZeroHeight(true);
        });
    assertThat(added(preview)).extracting(t -> t.code()).containsExactly("T08", "T09");
    assertThat(notes(preview)).containsExactly("roster-note-hidden-rows");
  }

  @Test
  void shouldNameAFormulaThatNobodyHasWorkedOut() throws Exception {
    RosterInfo.Preview preview =
        teams(sheet -> sheet.getRow(2).createCell(2).setCellFormula("2+4"));
    assertThat(preview.problems())
        .extracting(p -> p.code(), p -> p.cell())
        .containsExactly(tuple("roster-cell-formula", "C3"));
    RosterInfo.Preview worked =
        teams(sheet -> {
          Cell six = cell(sheet, 3, 2);
          six.setCellFormula("2+4");
          Cell hamlet = cell(sheet, 3, 3);
          hamlet.setCellFormula("\"Vân\"&\" La\"");
          sheet.getWorkbook().getCreationHelper().createFormulaEvaluator().evaluateAll();
        });
    assertThat(worked.problems()).isEmpty();
    assertThat(added(worked))
        .extracting(t -> t.members(), t -> t.hamlets())
        .contains(tuple(6, List.of("van-la")));
  }

  @Test
  void shouldCountDaysFrom1904WhereTheWorkbookDoes() throws Exception {
    XSSFWorkbook book = new XSSFWorkbook();
    book.getCTWorkbook().addNewWorkbookPr().setDate1904(true);
    fill(
        book,
        sheet -> {
          Cell hours = cell(sheet, 2, 5);
          // 8 November 2026
          hours.setCellValue(44_872);
          format(hours, "d-m");
          Cell half = cell(sheet, 3, 5);
          half.setCellValue(0.3125);
          format(half, "h:mm");
        });
    RosterInfo.Preview preview = read(book);
    assertThat(added(preview)).extracting(t -> t.hours()).containsExactly("8-11", "7:30");
    assertThat(preview.notes())
        .extracting(note -> note.code(), note -> note.cell())
        .containsExactly(tuple("roster-note-day", "F2"));
  }

  @Test
  void shouldReadFormattedTextAndNumbers() throws Exception {
    RosterInfo.Preview preview =
        teams(sheet -> {
          XSSFRichTextString rich = new XSSFRichTextString("Cơ Giáo");
          XSSFFont bold = ((XSSFWorkbook) sheet.getWorkbook()).createFont();
          bold.setBold(true);
          rich.applyFont(0, 2, bold);
          cell(sheet, 2, 3).setCellValue(rich);
          format(cell(sheet, 2, 2), "#,##0\\ \"₫\"");
          format(cell(sheet, 3, 2), "0\" người\"");
          cell(sheet, 2, 6).setCellValue(912000000);
          format(cell(sheet, 2, 6), "0000\\.000\\.000");
          cell(sheet, 3, 6).setCellValue(912345678);
          format(cell(sheet, 3, 6), "#,##0");
        });
    assertThat(preview.problems()).isEmpty();
    assertThat(added(preview))
        .extracting(t -> t.members(), t -> t.hamlets(), t -> t.phone())
        .containsExactly(
            tuple(5, List.of("co-giao"), "0912000000"),
            tuple(6, List.of("van-la"), "0912.345.678"));
    assertThat(teams(sheet -> format(cell(sheet, 2, 2), "0%")).problems())
        .extracting(p -> p.code(), p -> p.cell())
        .containsExactly(tuple("roster-members", "C2"));
  }

  @Test
  void shouldReadTablesOneBelowTheOtherWithColumnsOfTheirOwn() throws Exception {
    RosterInfo.Preview preview =
        teams(sheet -> {
          row(sheet, 5, List.of("Bảng 2"));
          row(sheet, 6, List.of("STT", "Tên tổ", "Mã tổ", "Thôn", "Số thành viên"));
          row(sheet, 7, List.of(1, "Tổ 10", "T10", "Vân La", 7));
        });
    assertThat(preview.problems()).isEmpty();
    assertThat(added(preview))
        .extracting(t -> t.code(), t -> t.name(), t -> t.members(), t -> t.hamlets())
        .contains(tuple("T10", "Tổ 10", 7, List.of("van-la")))
        .hasSize(3);
    assertThat(preview.notes())
        .extracting(note -> note.message())
        .containsExactly(
            "Trang «Tổ», dòng 5: «Bảng 2» không phải dòng tổ nên không lấy.",
            "Trang «Tổ», dòng 6: Cột không lấy: STT.");
  }

  @Test
  void shouldSayThatATableBesideTheFirstIsNotTaken() throws Exception {
    RosterInfo.Preview preview =
        teams(sheet -> {
          for (int i = 0; i < 4; i++) {
            cell(sheet, 1, 8 + i).setCellValue(HEAD.get(i));
            cell(sheet, 2, 8 + i).setCellValue(List.of("T10", "Tổ 10", "7", "Vân La").get(i));
          }
        });
    assertThat(added(preview)).extracting(t -> t.code()).containsExactly("T08", "T09");
    assertThat(notes(preview)).containsExactly("roster-note-columns");
    assertThat(preview.notes().getFirst().message()).contains("Mã tổ", "Tên tổ", "Thôn");
  }

  @Test
  void shouldFindHeadingsFarDownAndOnEachSheet() throws Exception {
    XSSFWorkbook book = new XSSFWorkbook();
    for (int i = 1; i <= 2; i++) {
      Sheet sheet = book.createSheet("Cụm " + i);
      for (int line = 1; line < 28; line++) {
        row(sheet, line, List.of("Căn cứ thứ " + line));
      }
      row(sheet, 28, HEAD);
      row(sheet, 29, List.of("T1" + i, "Tổ 1" + i, 5, "Cơ Giáo"));
    }
    RosterInfo.Preview preview = read(book);
    assertThat(preview.problems()).isEmpty();
    assertThat(added(preview)).extracting(t -> t.code()).containsExactly("T11", "T12");
  }

  @Test
  void shouldReadAWorkbookWithMacrosWithoutThem() throws Exception {
    RosterInfo.Preview preview = read(fill(new XSSFWorkbook(XSSFWorkbookType.XLSM), _ -> {}));
    assertThat(preview.problems()).isEmpty();
    assertThat(added(preview)).hasSize(2);
  }

  private static void assertRefused(Why why, byte[] file) {
    assertThatThrownBy(() -> ClerksFilesTest.read(file))
        .isInstanceOfSatisfying(
            UnreadableTable.class, refused -> assertThat(refused.why()).isEqualTo(why));
  }

  @Test
  void shouldSayThatAWorkbookIsOldOrLocked() throws Exception {
    assertRefused(Why.OLD_EXCEL, bytes(fill(new HSSFWorkbook(), _ -> {})));
    Biff8EncryptionKey.setCurrentUserPassword("mat-khau");
    try {
      assertRefused(Why.OLD_EXCEL, bytes(fill(new HSSFWorkbook(), _ -> {})));
    } finally {
      Biff8EncryptionKey.setCurrentUserPassword(null);
    }
    // Before Excel 5 a workbook was no compound file.
    assertRefused(Why.OLD_EXCEL, new byte[] {9, 4, 6, 0, 0, 0, 16, 0, 0, 0});
    for (EncryptionMode mode : List.of(EncryptionMode.standard, EncryptionMode.agile)) {
      assertRefused(Why.ENCRYPTED, encrypted(bytes(fill(new XSSFWorkbook(), _ -> {})), mode));
    }
  }

  private static byte[] encrypted(byte[] book, EncryptionMode mode) throws Exception {
    try (POIFSFileSystem files = new POIFSFileSystem()) {
      Encryptor encryptor = new EncryptionInfo(mode).getEncryptor();
      encryptor.confirmPassword("mat-khau");
      try (var out = encryptor.getDataStream(files)) {
        out.write(book);
      }
      ByteArrayOutputStream file = new ByteArrayOutputStream();
      files.writeFilesystem(file);
      return file.toByteArray();
    }
  }
}
