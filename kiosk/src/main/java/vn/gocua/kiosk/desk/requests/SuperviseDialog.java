package vn.gocua.kiosk.desk.requests;

import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.function.Predicate;
import vn.gocua.base.text.Texts;
import vn.gocua.kiosk.desk.kit.FormDialog;
import vn.gocua.kiosk.desk.kit.Panel;

/** One choice and its action: another team for a request, or a reason to cancel it. */
@SuppressWarnings("serial") // Sessions live and end in this process.
final class SuperviseDialog extends FormDialog {

  /** Something to choose. */
  record Choice(String code, String name) {}

  /**
   * @param name of its texts: {@code desk.requests.<name>}
   * @param act does it with the choice's code; false if that did not work
   */
  SuperviseDialog(
      Texts texts, String name, String request, List<Choice> choices, Predicate<String> act) {
    super(texts, texts.get("requests." + name + ".title", request), texts.get("requests." + name));
    String prefix = "requests." + name;
    Select<Choice> choice = new Select<>();
    choice.setLabel(texts.get(prefix + ".choice"));
    choice.setItems(choices);
    choice.setItemLabelGenerator(Choice::name);
    choice.addValueChangeListener(e -> done().setEnabled(e.getValue() != null));
    done().setEnabled(false);
    fields(Panel.text(texts.get(prefix + ".text")), choice);
    onSave(() -> choice.getValue() != null && act.test(choice.getValue().code()));
  }
}
