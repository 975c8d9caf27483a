package vn.gocua.kiosk.desk.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import java.util.function.BooleanSupplier;
import vn.gocua.base.text.Texts;
import vn.gocua.kiosk.screen.Dom;

/** A dialog with fields, which closes once they are accepted. */
@SuppressWarnings("serial") // Sessions live and end in this process.
public class FormDialog extends Dialog {
  private final Button done;
  private BooleanSupplier save = () -> true;

  /**
   * @param act text of the button
   */
  @SuppressWarnings("this-escape") // Vaadin's own methods, of which no dialog changes any.
  public FormDialog(Texts texts, String title, String act) {
    setHeaderTitle(title);
    done = ButtonRow.primary(act, this::finish);
    done.setDisableOnClick(true); // A second click would send the same again.
    getFooter().add(new Button(texts.get("cancel"), _ -> close()), done);
  }

  private void finish() {
    if (save.getAsBoolean()) {
      close();
    } else {
      done.setEnabled(true);
    }
  }

  /** Does it; false if that did not work, and then the dialog stays. */
  public final void onSave(BooleanSupplier work) {
    save = work;
  }

  /** The fields, one below the other. */
  public final void fields(Component... fields) {
    add(form(fields));
  }

  /** The button that saves. */
  protected final Button done() {
    return done;
  }

  /** Fields one below the other, outside a dialog too. */
  public static Div form(Component... fields) {
    return Dom.div("form-fields", fields);
  }
}
