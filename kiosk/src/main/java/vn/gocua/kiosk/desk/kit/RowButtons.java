package vn.gocua.kiosk.desk.kit;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import vn.gocua.base.text.Texts;

/** Buttons of one row. Each button's label names the row. */
@SuppressWarnings("serial") // Sessions live and end in this process.
public final class RowButtons extends Div {
  private final Texts texts;
  private final String about;

  /**
   * @param about the row's name, for screen readers
   */
  public RowButtons(Texts texts, String about) {
    this.texts = texts;
    this.about = about;
    addClassName("row-buttons");
  }

  /**
   * Adds a button.
   *
   * @param key of the button's text
   */
  public RowButtons add(String key, Runnable work) {
    add(button(key, work));
    return this;
  }

  /** A button that can do nothing for this row at the moment, if it is not enabled. */
  public RowButtons add(String key, boolean enabled, Runnable work) {
    Button button = button(key, work);
    button.setEnabled(enabled);
    add(button);
    return this;
  }

  /** A button for a removal. */
  public RowButtons danger(String key, Runnable work) {
    Button button = button(key, work);
    button.addThemeVariants(ButtonVariant.ERROR);
    add(button);
    return this;
  }

  private Button button(String key, Runnable work) {
    String text = texts.get(key);
    Button button = new Button(text, _ -> work.run());
    button.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.TERTIARY);
    button.getElement().setAttribute("data-act", key);
    button.setAriaLabel(texts.get("actOn", text, about));
    return button;
  }
}
