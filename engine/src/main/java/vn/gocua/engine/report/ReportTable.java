package vn.gocua.engine.report;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.report.Report.Section;
import vn.gocua.engine.table.CsvWriter;
import vn.gocua.engine.table.SheetPrint;

/** A report for spreadsheets: a sheet a table, or all of them below one another in CSV. */
final class ReportTable {
  private static final String HEAD_FILL = "E3EFE9";
  private static final int TEXT_WIDTH = 34;
  private static final int NUMBER_WIDTH = 16;

  private ReportTable() {}

  static void csv(Report report, OutputStream out) throws IOException {
    try (CsvWriter csv = new CsvWriter(out)) {
      for (String line : lines(report)) {
        csv.row(List.of(line));
      }
      for (Section section : report.sections()) {
        csv.row(List.of());
        csv.row(List.of(section.title()));
        csv.row(section.columns().stream().map(Report.Column::heading).toList());
        for (List<? extends @Nullable Object> row : rows(section)) {
          csv.row(row.stream().map(ReportTable::plain).toList());
        }
      }
    }
  }

  private static @Nullable Object plain(@Nullable Object cell) {
    return cell instanceof Double share
        ? BigDecimal.valueOf(share).setScale(4, RoundingMode.HALF_UP)
        : cell;
  }

  static void xlsx(Report report, OutputStream out) throws IOException {
    Workbook book = new Workbook(out, "Go Cua", "01.0000");
    Worksheet summary = book.newWorksheet(ReportTexts.text("sheet.summary"));
    summary.width(0, 110);
    SheetPrint.onA4(summary, false);
    List<String> lines = lines(report);
    for (int row = 0; row < lines.size(); row++) {
      summary.inlineString(row, 0, lines.get(row));
      summary.style(row, 0).wrapText(true).set();
    }
    summary.style(0, 0).bold().fontSize(14).wrapText(true).set();
    for (Section section : report.sections()) {
      write(book.newWorksheet(section.sheet()), section);
    }
    book.finish();
    out.close();
  }

  private static void write(Worksheet sheet, Section section) {
    for (int column = 0; column < section.columns().size(); column++) {
      Report.Column head = section.columns().get(column);
      sheet.width(column, column == 0 ? 10 : head.number() ? NUMBER_WIDTH : TEXT_WIDTH);
      sheet.inlineString(0, column, head.heading());
      sheet.style(0, column).bold().fillColor(HEAD_FILL).wrapText(true).set();
    }
    sheet.freezePane(0, 1);
    SheetPrint.onA4(sheet, true);
    int number = 1;
    for (List<? extends @Nullable Object> row : rows(section)) {
      for (int column = 0; column < row.size(); column++) {
        cell(sheet, number, column, row.get(column));
      }
      number++;
    }
    if (section.total() != null) {
      sheet.range(number - 1, 0, number - 1, section.columns().size() - 1).style().bold().set();
    }
  }

  private static void cell(Worksheet sheet, int row, int column, @Nullable Object cell) {
    switch (cell) {
      case null -> {}
      case Long number -> {
        sheet.value(row, column, number);
        sheet.style(row, column).format("#,##0").set();
      }
      case Double share -> {
        sheet.value(row, column, share);
        sheet.style(row, column).format("0.0%").set();
      }
      case LocalDate date -> {
        sheet.value(row, column, date);
        sheet.style(row, column).format("dd/mm/yyyy").set();
      }
      default -> sheet.inlineString(row, column, cell.toString());
    }
  }

  private static List<List<? extends @Nullable Object>> rows(Section section) {
    List<List<? extends @Nullable Object>> rows = new ArrayList<>(section.rows());
    List<? extends @Nullable Object> total = section.total();
    if (total != null) {
      rows.add(total);
    }
    return rows;
  }

  private static List<String> lines(Report report) {
    List<String> lines = new ArrayList<>();
    lines.add(ReportTexts.text("form.kind") + ". " + report.title());
    lines.addAll(report.marks());
    lines.addAll(report.statements());
    lines.add(report.source());
    return lines;
  }
}
