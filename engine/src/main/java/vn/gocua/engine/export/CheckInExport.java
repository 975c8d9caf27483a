package vn.gocua.engine.export;

import java.io.IOException;
import java.io.OutputStream;
import vn.gocua.base.text.Texts;
import vn.gocua.engine.campaign.Campaign;
import vn.gocua.engine.table.CsvWriter;

/** All check-ins of a campaign as CSV in Vietnamese. */
public final class CheckInExport {
  private final Campaign campaign;
  private final CheckInRows rows;

  public CheckInExport(Campaign campaign, CheckInRows rows) {
    this.campaign = campaign;
    this.rows = rows;
  }

  /** Writes it, row by row, and closes {@code out}. Blocks. */
  public void csv(OutputStream out) throws IOException {
    CheckInTable table = new CheckInTable(campaign, Texts.of("tables"));
    CsvWriter writer = new CsvWriter(out);
    writer.row(table.headings());
    rows.each(
        new ExportFilter(campaign.startDate(), campaign.lastDate(), null),
        row -> writer.row(table.cells(row)));
    writer.close();
  }
}
