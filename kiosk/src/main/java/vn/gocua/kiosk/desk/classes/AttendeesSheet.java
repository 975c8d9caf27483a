package vn.gocua.kiosk.desk.classes;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.stream.Stream;
import vn.gocua.base.text.Texts;
import vn.gocua.protocol.learning.LearnerList;

/** A class's attendees on paper, with room to sign; seen by printers only. */
@SuppressWarnings("serial") // Sessions live and end in this process.
final class AttendeesSheet extends Div {

  /**
   * @param details when and where the class is
   */
  AttendeesSheet(Texts texts, String title, String details, List<LearnerList.Row> attendees) {
    addClassName("print-sheet");
    NativeTable table = new NativeTable();
    table.addClassName("print-table");
    NativeTableRow head = table.getHead().addRow();
    Stream.of("seat", "name", "phone", "code", "sign")
        .map(column -> new NativeTableHeaderCell(texts.get("classes.sheet." + column)))
        .forEach(head::add);
    for (LearnerList.Row attendee : attendees) {
      NativeTableRow row = table.getBody().addRow();
      row.add(
          new NativeTableCell(String.valueOf(attendee.seat())),
          new NativeTableCell(
              attendee.name() == null ? texts.get("classes.erased") : attendee.name()),
          new NativeTableCell(attendee.phone() == null ? "" : attendee.phone()),
          new NativeTableCell(attendee.code()),
          new NativeTableCell(""));
    }
    add(new H2(texts.get("classes.comers.of", title)), new Paragraph(details), table);
  }

  /** Opens the browser's printing once the sheet is on the page. */
  void print() {
    getElement().executeJs("requestAnimationFrame(() => window.print())");
  }
}
