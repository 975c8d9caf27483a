package vn.gocua.engine.report;

import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Phrase;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.ColumnText;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPCellEvent;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfPageEventHelper;
import org.openpdf.text.pdf.PdfWriter;
import vn.gocua.engine.report.Report.Section;

/**
 * Writes a report on A4 in the form of Decree 30/2020/NĐ-CP for administrative papers: national
 * title and motto, office, number, place and date, subject, text, recipients, signature. Sizes are
 * 13 and 14 point, margins 20, 20, 30 and 20 mm.
 */
final class ReportPdf {
  private static final float MM = 72 / 25.4f;
  private static final float LEFT = 30 * MM;
  private static final float OTHER = 20 * MM;
  private static final float LEADING = 1.25f;

  private final Letterhead letterhead;
  private final PdfFonts fonts;

  ReportPdf(Letterhead letterhead, PdfFonts fonts) {
    this.letterhead = letterhead;
    this.fonts = fonts;
  }

  /** Writes the report; closes {@code out}. */
  void write(Report report, OutputStream out) {
    Document document = new Document(PageSize.A4, LEFT, OTHER, OTHER, OTHER);
    PdfWriter writer = PdfWriter.getInstance(document, out);
    writer.setPageEvent(new PageNumbers(fonts.regular(13)));
    document.addTitle(report.title());
    document.addAuthor(letterhead.office());
    document.setDocumentLanguage(ReportTexts.TEXTS.language().intl());
    document.open();
    document.add(head(report));
    document.add(subject(report));
    report.statements().forEach(statement -> document.add(paragraph(statement)));
    int number = 1;
    for (Section section : report.sections()) {
      document.add(heading(number++ + ". " + section.title()));
      document.add(table(section));
    }
    Paragraph source = new Paragraph(report.source(), fonts.italic(11));
    source.setMultipliedLeading(LEADING);
    source.setSpacingBefore(8);
    document.add(source);
    document.add(foot());
    document.close();
  }

  private PdfPTable head(Report report) {
    PdfPTable head = new PdfPTable(new float[] {43, 57});
    head.setWidthPercentage(100);
    head.addCell(
        plain(
            line(letterhead.superior(), fonts.regular(12)),
            line(letterhead.office(), fonts.bold(12))));
    head.addCell(
        plain(
            line(ReportTexts.text("form.nation"), fonts.bold(12)),
            line(ReportTexts.text("form.motto"), fonts.bold(13))));
    head.addCell(ruled(1 / 3f));
    head.addCell(ruled(0.62f));
    head.addCell(
        plain(line(ReportTexts.text("form.number", letterhead.symbol()), fonts.regular(13))));
    LocalDate drawn = report.drawnAt().toLocalDate();
    head.addCell(
        plain(line(ReportTexts.placeAndDate(letterhead.place(), drawn), fonts.italic(13))));
    return head;
  }

  private static Paragraph line(String text, Font font) {
    Paragraph line = new Paragraph(text, font);
    line.setAlignment(Element.ALIGN_CENTER);
    line.setMultipliedLeading(1.15f);
    return line;
  }

  private static PdfPCell plain(Paragraph... lines) {
    PdfPCell cell = new PdfPCell();
    cell.setBorder(Rectangle.NO_BORDER);
    cell.setPadding(0);
    cell.setHorizontalAlignment(Element.ALIGN_CENTER);
    for (Paragraph line : lines) {
      cell.addElement(line);
    }
    return cell;
  }

  /** A line under the cell above, as wide as a share of it. */
  private static PdfPCell ruled(float share) {
    PdfPCell cell = new PdfPCell();
    cell.setBorder(Rectangle.NO_BORDER);
    cell.setFixedHeight(13);
    cell.setCellEvent(new Rule(share));
    return cell;
  }

  private record Rule(float share) implements PdfPCellEvent {
    @Override
    public void cellLayout(PdfPCell cell, Rectangle place, PdfContentByte[] canvases) {
      PdfContentByte canvas = canvases[PdfPTable.LINECANVAS];
      float half = place.getWidth() * share / 2;
      float middle = (place.getLeft() + place.getRight()) / 2;
      canvas.setLineWidth(0.75f);
      canvas.moveTo(middle - half, place.getTop() - 6);
      canvas.lineTo(middle + half, place.getTop() - 6);
      canvas.stroke();
    }
  }

  private PdfPTable subject(Report report) {
    PdfPTable subject = new PdfPTable(1);
    subject.setWidthPercentage(100);
    subject.setSpacingBefore(14);
    subject.setSpacingAfter(8);
    subject.addCell(
        plain(
            line(ReportTexts.text("form.kind"), fonts.bold(14)),
            line(report.title().replace("» ", "»\n"), fonts.bold(14))));
    subject.addCell(ruled(0.3f));
    for (String mark : report.marks()) {
      subject.addCell(plain(line(mark, fonts.boldItalic(12))));
    }
    return subject;
  }

  private Paragraph paragraph(String text) {
    Paragraph paragraph = new Paragraph(text, fonts.regular(13));
    paragraph.setAlignment(Element.ALIGN_JUSTIFIED);
    paragraph.setFirstLineIndent(10 * MM);
    paragraph.setMultipliedLeading(LEADING);
    paragraph.setSpacingAfter(4);
    return paragraph;
  }

  private Paragraph heading(String text) {
    Paragraph heading = new Paragraph(text, fonts.bold(13));
    heading.setMultipliedLeading(LEADING);
    heading.setSpacingBefore(6);
    heading.setSpacingAfter(6);
    return heading;
  }

  private PdfPTable table(Section section) {
    List<Report.Column> columns = section.columns();
    float[] widths = new float[columns.size()];
    for (int i = 0; i < widths.length; i++) {
      widths[i] = columns.get(i).weight();
    }
    PdfPTable table = new PdfPTable(widths);
    table.setWidthPercentage(100);
    table.setHeaderRows(1);
    table.setSpacingAfter(6);
    columns.forEach(
        column -> table.addCell(cell(column.heading(), fonts.bold(11), Element.ALIGN_CENTER)));
    section.rows().forEach(row -> add(table, columns, row, fonts.regular(12)));
    List<? extends @Nullable Object> total = section.total();
    if (total != null) {
      add(table, columns, total, fonts.bold(12));
    }
    return table;
  }

  private static void add(
      PdfPTable table,
      List<Report.Column> columns,
      List<? extends @Nullable Object> row,
      Font font) {
    for (int i = 0; i < row.size(); i++) {
      int align =
          i == 0
              ? Element.ALIGN_CENTER
              : columns.get(i).number() ? Element.ALIGN_RIGHT : Element.ALIGN_LEFT;
      table.addCell(cell(text(row.get(i)), font, align));
    }
  }

  private static String text(@Nullable Object cell) {
    return switch (cell) {
      case null -> "";
      case Long number -> ReportTexts.count(number);
      case Double share -> ReportTexts.percent(share);
      case LocalDate date -> ReportTexts.date(date);
      default -> cell.toString();
    };
  }

  private static PdfPCell cell(String text, Font font, int align) {
    PdfPCell cell = new PdfPCell(new Phrase(text, font));
    cell.setHorizontalAlignment(align);
    cell.setVerticalAlignment(Element.ALIGN_MIDDLE);
    cell.setUseAscender(true);
    cell.setUseDescender(true);
    cell.setPadding(3.5f);
    cell.setPaddingTop(4);
    cell.setBorderWidth(0.5f);
    return cell;
  }

  private PdfPTable foot() {
    PdfPTable foot = new PdfPTable(new float[] {50, 50});
    foot.setWidthPercentage(100);
    foot.setSpacingBefore(14);
    foot.setKeepTogether(true);
    PdfPCell recipients = new PdfPCell();
    recipients.setBorder(Rectangle.NO_BORDER);
    recipients.setPadding(0);
    recipients.addElement(new Paragraph(ReportTexts.text("form.recipients"), fonts.boldItalic(12)));
    recipients.addElement(
        new Paragraph(13, ReportTexts.text("form.recipients.1"), fonts.regular(11)));
    recipients.addElement(
        new Paragraph(13, ReportTexts.text("form.recipients.2"), fonts.regular(11)));
    foot.addCell(recipients);
    PdfPCell signature =
        plain(
            line(letterhead.signer(), fonts.bold(13)),
            line(ReportTexts.text("form.sign"), fonts.italic(12)));
    // Room for a hand and a stamp.
    signature.setPaddingBottom(30 * MM);
    foot.addCell(signature);
    return foot;
  }

  /** The number of every page but the first, in the middle of its upper margin. */
  private static final class PageNumbers extends PdfPageEventHelper {
    private final Font font;

    PageNumbers(Font font) {
      this.font = font;
    }

    @Override
    public void onEndPage(PdfWriter writer, Document document) {
      int page = writer.getPageNumber();
      if (page > 1) {
        float middle = (document.left() + document.right()) / 2;
        ColumnText.showTextAligned(
            writer.getDirectContent(),
            Element.ALIGN_CENTER,
            new Phrase(String.valueOf(page), font),
            middle,
            document.top() + 8 * MM,
            0);
      }
    }
  }
}
