package vn.gocua.kiosk.desk.team;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.util.function.Predicate;
import vn.gocua.kiosk.desk.kit.DeskWords;

/**
 * Asks why a check-in is taken back. What was entered stays on record, with the reason, for ever.
 */
@SuppressWarnings("serial") // Sessions live and end in this process.
final class TakeBackDialog extends Dialog {
  /**
   * @param what names the check-in
   * @param takeBack does it with a reason's code; false if that did not work
   */
  TakeBackDialog(DeskWords words, String what, Predicate<String> takeBack) {
    addClassName("take-back-dialog");
    setHeaderTitle(words.text("takeBack.title"));
    RadioButtonGroup<String> reason = new RadioButtonGroup<>();
    reason.setLabel(words.text("takeBack.reason"));
    reason.setItems("mistake", "double", "test", "other");
    reason.setItemLabelGenerator(code -> words.text("reason." + code));
    add(new Paragraph(what), reason, new Paragraph(words.text("takeBack.note")));
    Button act = new Button(words.text("takeBack.act"));
    act.addThemeVariants(ButtonVariant.PRIMARY, ButtonVariant.ERROR);
    act.setEnabled(false);
    reason.addValueChangeListener(e -> act.setEnabled(e.getValue() != null));
    act.setDisableOnClick(true);
    act.addClickListener(_ -> {
      String code = reason.getValue();
      if (code != null && takeBack.test(code)) {
        close();
      } else {
        act.setEnabled(true);
      }
    });
    getFooter().add(new Button(words.text("cancel"), _ -> close()), act);
  }
}
