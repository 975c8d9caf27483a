package vn.gocua.kiosk.desk.chart;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import java.util.List;
import vn.gocua.base.text.Texts;

/** Figures as a plain table, which every browser and reader understands. */
@SuppressWarnings("serial") // Sessions live and end in this process.
public final class TableView extends Div {
  public TableView(Texts texts, Table table) {
    addClassName("chart-table");
    NativeTable shown = new NativeTable();
    NativeTableRow head = shown.getHead().addRow();
    table.columns().forEach(c -> head.add(headCell(c)));
    for (List<Object> row : table.rows()) {
      NativeTableRow line = shown.getBody().addRow();
      for (Object cell : row) {
        boolean number = cell instanceof Number;
        NativeTableCell shownCell =
            new NativeTableCell(
                cell instanceof Number n ? texts.figures().count(n.longValue()) : cell.toString());
        if (number) {
          shownCell.addClassName("chart-number");
        }
        line.add(shownCell);
      }
    }
    add(shown);
  }

  private static NativeTableHeaderCell headCell(String text) {
    NativeTableHeaderCell cell = new NativeTableHeaderCell(text);
    cell.getElement().setAttribute("scope", "col");
    return cell;
  }
}
