package vn.gocua.kiosk.desk.requests;

import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.function.Predicate;
import vn.gocua.kiosk.desk.kit.DeskWords;
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
      DeskWords words, String name, String request, List<Choice> choices, Predicate<String> act) {
    super(
        words, words.text("requests." + name + ".title", request), words.text("requests." + name));
    String texts = "requests." + name;
    Select<Choice> choice = new Select<>();
    choice.setLabel(words.text(texts + ".choice"));
    choice.setItems(choices);
    choice.setItemLabelGenerator(Choice::name);
    choice.addValueChangeListener(e -> done().setEnabled(e.getValue() != null));
    done().setEnabled(false);
    fields(Panel.text(words.text(texts + ".text")), choice);
    onSave(() -> choice.getValue() != null && act.test(choice.getValue().code()));
  }
}
