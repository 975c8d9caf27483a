package vn.gocua.kiosk.desk.phones.list;

import com.vaadin.flow.component.textfield.TextField;
import java.util.Objects;
import java.util.function.Predicate;
import vn.gocua.base.text.Texts;
import vn.gocua.kiosk.desk.data.PhoneNames;
import vn.gocua.kiosk.desk.kit.FormDialog;
import vn.gocua.kiosk.desk.kit.Panel;
import vn.gocua.protocol.access.DeviceList;
import vn.gocua.protocol.access.DeviceName;

/** Gives a phone a name at the desk. */
@SuppressWarnings("serial") // Sessions live and end in this process.
final class NameDialog extends FormDialog {
  private static final int LONGEST = 40;

  /**
   * @param save false if it was refused, and then the dialog stays
   */
  NameDialog(Texts texts, DeviceList.Row phone, Predicate<DeviceName> save) {
    super(
        texts,
        texts.get("phones.rename.title", PhoneNames.of(texts, phone)),
        texts.get("phones.rename.act"));
    TextField name = new TextField();
    name.setLabel(texts.get("phones.rename.name"));
    name.setMaxLength(LONGEST);
    name.setValue(Objects.requireNonNullElse(phone.name(), ""));
    fields(Panel.text(texts.get("phones.rename.text")), name);
    onSave(() -> save.test(new DeviceName(name.getValue())));
  }
}
