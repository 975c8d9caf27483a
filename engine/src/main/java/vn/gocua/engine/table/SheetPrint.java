package vn.gocua.engine.table;

import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.Worksheet;

/** How a written sheet comes out of a printer. */
public final class SheetPrint {
  private static final short ONE_PAGE = 1;

  /** As many pages as the rows need. */
  private static final short ANY = 0;

  private static final String PAGE_OF_PAGES = "&P/&N";

  private SheetPrint() {}

  /**
   * Has a sheet printed on A4 across, all columns on one page's width, its pages numbered.
   *
   * @param headed whether the first row is printed again on each page
   */
  public static void onA4(Worksheet sheet, boolean headed) {
    sheet.paperSize(PaperSize.A4_PAPER);
    sheet.pageOrientation("landscape");
    sheet.setFitToPage(true);
    sheet.fitToWidth(ONE_PAGE);
    sheet.fitToHeight(ANY);
    sheet.footer(PAGE_OF_PAGES, Position.CENTER);
    if (headed) {
      sheet.repeatRows(0);
    }
  }
}
