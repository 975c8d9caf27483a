package vn.gocua.kiosk.desk.classes;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import vn.gocua.base.text.Texts;
import vn.gocua.kiosk.desk.kit.RowList;
import vn.gocua.kiosk.desk.kit.TitleAndDetail;
import vn.gocua.protocol.learning.ClassList;
import vn.gocua.protocol.learning.LearnerList;

/** Attendees of a class, which are dropped when it is closed. */
@SuppressWarnings("serial") // Sessions live and end in this process.
final class AttendeesDialog extends Dialog {

  /**
   * The attendees of a class.
   *
   * @param cancelSeat cancels a seat; false if that failed
   * @param print prints these attendees
   */
  AttendeesDialog(
      Texts texts,
      ClassList.Row row,
      LearnerList attendees,
      BiPredicate<ClassList.Row, LearnerList.Row> cancelSeat,
      Consumer<List<LearnerList.Row>> print) {
    addClassName("comers-dialog");
    setHeaderTitle(texts.get("classes.comers.of", row.title()));
    List<LearnerList.Row> coming = new ArrayList<>(attendees.enrolments());
    OrderedList list = new OrderedList();
    list.addClassNames("row-list", "scroll-list");
    for (LearnerList.Row attendee : attendees.enrolments()) {
      String name = attendee.name() == null ? texts.get("classes.erased") : attendee.name();
      String seat = texts.get("classes.seat", attendee.seat(), attendee.code());
      ListItem item = RowList.row(new TitleAndDetail(name, seat));
      if (attendee.phone() != null) {
        item.add(new Anchor("tel:" + attendee.phone(), attendee.phone()));
      }
      Button back = new Button(texts.get("classes.giveBack"));
      back.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.TERTIARY, ButtonVariant.ERROR);
      back.setAriaLabel(texts.get("actOn", texts.get("classes.giveBack"), name));
      back.setDisableOnClick(true);
      back.addClickListener(_ -> {
        if (cancelSeat.test(row, attendee)) {
          list.remove(item);
          coming.remove(attendee);
        } else {
          back.setEnabled(true);
        }
      });
      item.add(back);
      list.add(item);
    }
    add(new Paragraph(texts.get("classes.comers.text")), list);
    getFooter()
        .add(
            new Button(texts.get("classes.print"), _ -> print.accept(coming)),
            new Button(texts.get("enrol.done"), _ -> close()));
  }
}
