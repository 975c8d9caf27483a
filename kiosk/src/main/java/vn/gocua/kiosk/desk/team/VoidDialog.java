package vn.gocua.kiosk.desk.team;

import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.util.function.Predicate;
import vn.gocua.base.text.Texts;
import vn.gocua.kiosk.desk.kit.FormDialog;
import vn.gocua.kiosk.desk.kit.Panel;

/** Asks for the reason of voiding a check-in. The entry stays recorded with the reason. */
@SuppressWarnings("serial") // Sessions live and end in this process.
final class VoidDialog extends FormDialog {
  /**
   * @param what names the check-in
   * @param voidCheckIn voids it with a reason's code; false if that failed
   */
  VoidDialog(Texts texts, String what, Predicate<String> voidCheckIn) {
    super(texts, texts.get("takeBack.title"), texts.get("takeBack.act"));
    RadioButtonGroup<String> reason = new RadioButtonGroup<>();
    reason.setLabel(texts.get("takeBack.reason"));
    reason.setItems("mistake", "double", "test", "other");
    reason.setItemLabelGenerator(code -> texts.get("reason." + code));
    reason.addValueChangeListener(e -> done().setEnabled(e.getValue() != null));
    done().addThemeVariants(ButtonVariant.ERROR);
    done().setEnabled(false);
    add(Panel.text(what), reason, Panel.text(texts.get("takeBack.note")));
    onSave(() -> reason.getValue() != null && voidCheckIn.test(reason.getValue()));
  }
}
