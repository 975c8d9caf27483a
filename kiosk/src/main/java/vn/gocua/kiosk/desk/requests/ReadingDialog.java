package vn.gocua.kiosk.desk.requests;

import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.function.Predicate;
import vn.gocua.base.text.Texts;
import vn.gocua.kiosk.desk.kit.FormDialog;
import vn.gocua.kiosk.desk.kit.Panel;
import vn.gocua.protocol.reading.ReadingOrder;

/** Asks a leader why personal data is to be read, before it is shown. */
@SuppressWarnings("serial") // Sessions live and end in this process.
public final class ReadingDialog extends FormDialog {
  private static final String OTHER = "other";
  private static final int LONGEST = 120;

  private final Select<String> reason = new Select<>();
  private final TextField note = new TextField();

  /**
   * @param reasons codes, the likeliest first
   * @param read shows the data; false if it was refused, and then the dialog stays
   */
  public ReadingDialog(
      Texts texts, String title, List<String> reasons, Predicate<ReadingOrder> read) {
    super(texts, title, texts.get("requests.contact.act"));
    addClassName("reading-dialog");
    reason.setLabel(texts.get("reading.why"));
    reason.setItems(reasons);
    reason.setItemLabelGenerator(code -> texts.get("reading.why." + code));
    reason.addValueChangeListener(_ -> check());
    note.setLabel(texts.get("reading.note"));
    note.setHelperText(texts.get("reading.note.help"));
    note.setMaxLength(LONGEST);
    note.setValueChangeMode(ValueChangeMode.EAGER);
    note.addValueChangeListener(_ -> check());
    fields(Panel.text(texts.get("requests.contact.text")), reason, note);
    check();
    onSave(() -> reason.getValue() != null && read.test(order()));
  }

  private ReadingOrder order() {
    String said = note.getValue().strip();
    return new ReadingOrder(reason.getValue(), said.isEmpty() ? null : said);
  }

  /** «Other» needs a note, and the button a reason. */
  private void check() {
    boolean other = OTHER.equals(reason.getValue());
    note.setRequiredIndicatorVisible(other);
    done().setEnabled(reason.getValue() != null && (!other || !note.getValue().isBlank()));
  }
}
