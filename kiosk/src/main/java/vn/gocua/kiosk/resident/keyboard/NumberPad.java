package vn.gocua.kiosk.resident.keyboard;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.util.function.UnaryOperator;
import vn.gocua.base.text.Texts;
import vn.gocua.kiosk.resident.shell.Widgets;

/** Twelve large keys for telephone numbers and codes, and the line that is being written. */
@SuppressWarnings("serial")
public final class NumberPad extends Div {
  private final DigitInput digits;
  private final UnaryOperator<String> grouped;
  private final Runnable typed;
  private final Span line = Widgets.span("line-text", "");

  /**
   * @param label of the line
   * @param prefix before the digits and not part of them; empty for none
   * @param grouped form of the shown digits
   * @param typed runs after every key
   */
  public NumberPad(
      DigitInput digits,
      Texts texts,
      String label,
      String prefix,
      UnaryOperator<String> grouped,
      Runnable typed) {
    this.digits = digits;
    this.grouped = grouped;
    this.typed = typed;
    addClassName("number-pad");
    Div written = Widgets.div("line");
    if (!prefix.isEmpty()) {
      written.add(Widgets.span("line-prefix", prefix));
    }
    written.add(line);
    written.getElement().setAttribute("role", "group");
    written.getElement().setAttribute("aria-label", label);
    line.getElement().setAttribute("aria-live", "polite");
    Div keys = Widgets.div("pad");
    for (char c : "123456789".toCharArray()) {
      keys.add(digit(c));
    }
    NativeButton all = key("all", texts.get("key.clear"), digits::clear);
    all.addClassName("key-word");
    NativeButton back = key("backspace", "", digits::backspace);
    back.addClassName("key-back");
    back.getElement().setAttribute("aria-label", texts.get("key.back"));
    back.add(Widgets.pictogram("backspace"));
    keys.add(all, digit('0'), back);
    add(written, keys);
    refresh();
  }

  private NativeButton digit(char c) {
    return key(String.valueOf(c), String.valueOf(c), () -> digits.type(c));
  }

  private NativeButton key(String name, String label, Runnable press) {
    NativeButton key =
        Widgets.button(
            "key",
            label,
            () -> {
              press.run();
              refresh();
              typed.run();
            });
    key.getElement().setAttribute("data-key", name);
    return key;
  }

  /** Shows the present digits. */
  public void refresh() {
    line.setText(grouped.apply(digits.text()));
  }
}
