package vn.gocua.engine.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

/** Reports in the forms they can be had in. */
public final class ReportFiles {
  private final Letterhead letterhead;

  public ReportFiles(Letterhead letterhead) {
    this.letterhead = letterhead;
  }

  /** A form. */
  public enum Form {
    PDF("application/pdf"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    CSV("text/csv; charset=utf-8");

    private final String mediaType;

    Form(String mediaType) {
      this.mediaType = mediaType;
    }

    public String mediaType() {
      return mediaType;
    }

    public String ending() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Writes a report in a form, and closes {@code out}. */
  public void write(Report report, Form form, OutputStream out) throws IOException {
    switch (form) {
      // Fonts are read for each report: reports are rare, and a font keeps used glyphs.
      case PDF -> new ReportPdf(letterhead, new PdfFonts()).write(report, out);
      case XLSX -> ReportTable.xlsx(report, out);
      case CSV -> ReportTable.csv(report, out);
    }
  }
}
