package vn.gocua.kiosk.desk.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;

/** Fields and buttons in one row, at their feet. */
@SuppressWarnings("serial") // Sessions live and end in this process.
public final class ButtonRow extends Div {
  public ButtonRow(Component... content) {
    super(content);
    addClassName("button-row");
  }

  /** The main button of its place. */
  public static Button primary(String text, Runnable work) {
    Button button = new Button(text, _ -> work.run());
    button.addThemeVariants(ButtonVariant.PRIMARY);
    return button;
  }
}
