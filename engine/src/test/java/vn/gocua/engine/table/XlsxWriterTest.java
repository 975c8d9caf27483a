package vn.gocua.engine.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** A workbook whose times are times, and that comes out of a printer as a table. */
class XlsxWriterTest {
  private static XSSFSheet written(String name) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (XlsxWriter writer = new XlsxWriter(bytes, name, List.of("Ngày", "Giờ", "Nhận", "Tổ"))) {
      writer.row(
          List.of(
              LocalDate.of(2026, 11, 30),
              LocalTime.of(9, 30, 15),
              LocalDateTime.of(2026, 11, 30, 9, 31),
              "=1+1"));
    }
    return new XSSFWorkbook(new ByteArrayInputStream(bytes.toByteArray())).getSheetAt(0);
  }

  @Test
  void shouldWriteTimesAsTimesThatASpreadsheetCanSortAndAdd() throws IOException {
    XSSFRow row = written("Lượt").getRow(1);
    for (int column = 0; column < 3; column++) {
      assertThat(row.getCell(column).getCellType()).isEqualTo(CellType.NUMERIC);
      assertThat(DateUtil.isCellDateFormatted(row.getCell(column))).isTrue();
    }
    DataFormatter shown = new DataFormatter();
    assertThat(shown.formatCellValue(row.getCell(0))).isEqualTo("30/11/2026");
    assertThat(shown.formatCellValue(row.getCell(1))).isEqualTo("09:30:15");
    assertThat(shown.formatCellValue(row.getCell(2))).isEqualTo("30/11/2026 09:31:00");
    assertThat(row.getCell(3).getCellType()).isEqualTo(CellType.STRING);
    assertThat(row.getCell(1).getLocalDateTimeCellValue().toLocalTime())
        .isEqualTo(LocalTime.of(9, 30, 15));
  }

  @Test
  void shouldPrintAllColumnsAcrossAPageWithTheirHeadingsOnEach() throws IOException {
    for (String name : List.of("Lượt", "hong-van 2026", "Tổ")) {
      assertPrints(written(name));
    }
  }

  private static void assertPrints(XSSFSheet sheet) {
    PrintSetup setup = sheet.getPrintSetup();
    assertThat(setup.getLandscape()).isTrue();
    assertThat(setup.getPaperSize()).isEqualTo(PrintSetup.A4_PAPERSIZE);
    assertThat(sheet.getFitToPage()).isTrue();
    assertThat(setup.getFitWidth()).isEqualTo((short) 1);
    assertThat(setup.getFitHeight()).isZero();
    assertThat(sheet.getRepeatingRows().formatAsString()).isEqualTo("1:1");
    assertThat(sheet.getFooter().getCenter()).endsWith("&P/&N");
  }
}
