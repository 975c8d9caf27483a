package vn.gocua.kiosk.desk.requests;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.function.Predicate;
import vn.gocua.kiosk.desk.kit.DeskWords;
import vn.gocua.kiosk.screen.Dom;

/** One choice, then an act: another team for a request, or a reason to strike it off. */
@SuppressWarnings("serial") // Sessions live and end in this process.
final class SuperviseDialog extends Dialog {

  /** Something to choose. */
  record Choice(String code, String name) {}

  /**
   * @param name of its texts: {@code desk.requests.<name>}
   * @param act does it with the choice's code; false if that did not work
   */
  SuperviseDialog(
      DeskWords words, String name, String request, List<Choice> choices, Predicate<String> act) {
    String texts = "requests." + name;
    setHeaderTitle(words.text(texts + ".title", request));
    Select<Choice> choice = new Select<>();
    choice.setLabel(words.text(texts + ".choice"));
    choice.setItems(choices);
    choice.setItemLabelGenerator(Choice::name);
    add(Dom.div("form-fields", new Paragraph(words.text(texts + ".text")), choice));
    Button done = new Button(words.text(texts));
    done.addThemeVariants(ButtonVariant.PRIMARY);
    done.setEnabled(false);
    choice.addValueChangeListener(e -> done.setEnabled(e.getValue() != null));
    done.setDisableOnClick(true);
    done.addClickListener(
        _ -> {
          Choice chosen = choice.getValue();
          if (chosen != null && act.test(chosen.code())) {
            close();
          } else {
            done.setEnabled(true);
          }
        });
    getFooter().add(new Button(words.text("cancel"), _ -> close()), done);
  }
}
