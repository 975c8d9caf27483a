package vn.gocua.kiosk.resident.keyboard;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import vn.gocua.base.text.Texts;
import vn.gocua.kiosk.resident.shell.Widgets;

/**
 * A Vietnamese keyboard for fingers: the alphabet in its order, a row of five tones that find their
 * vowel by themselves, and the line that is being written. Every key is heard by the server, so
 * that nothing is left in the browser.
 */
@SuppressWarnings("serial")
public final class Keyboard extends Div {
  private static final List<String> LETTERS = List.of("aăâbcdđeêg", "hiklmnoôơp", "qrstuưvxy");
  private static final List<String> FOREIGN = List.of("fjwz");

  /** Rows that not everything needs that is written. */
  public enum Extra {
    DIGITS,
    TONES
  }

  private final TextInput typing;
  private final Texts texts;
  private final Runnable typed;
  private final Span line = Widgets.span("line-text", "");
  private final List<NativeButton> letters = new ArrayList<>();
  private boolean large;

  /**
   * @param label of the line, for screen readers
   * @param extras rows beside letters
   * @param typed runs after every key
   */
  public Keyboard(TextInput typing, Texts texts, String label, Set<Extra> extras, Runnable typed) {
    this.typing = typing;
    this.texts = texts;
    this.typed = typed;
    this.large = typing.isLarge();
    addClassName("keyboard");
    Div written = Widgets.div("line", line);
    written.getElement().setAttribute("role", "group");
    written.getElement().setAttribute("aria-label", label);
    line.getElement().setAttribute("aria-live", "polite");
    add(written);
    if (extras.contains(Extra.DIGITS)) {
      add(row("digits", keys("1234567890")));
    }
    for (String row : LETTERS) {
      Div keys = row("letters", keys(row));
      if (row.length() < 10) {
        keys.add(backspace());
      }
      add(keys);
    }
    if (extras.contains(Extra.TONES)) {
      add(row("tones", tones()));
    }
    add(row("last", last()));
    show();
  }

  private static Div row(String name, List<NativeButton> keys) {
    Div row = Widgets.div("key-row", keys.toArray(Component[]::new));
    row.addClassName("key-row-" + name);
    return row;
  }

  private List<NativeButton> keys(String characters) {
    return characters.chars().mapToObj(c -> letter((char) c)).toList();
  }

  private NativeButton letter(char c) {
    NativeButton key = key(String.valueOf(c), () -> typing.type(c));
    if (Character.isLetter(c)) {
      key.setText(shown(c));
      letters.add(key);
    }
    return key;
  }

  private String shown(char c) {
    return large ? String.valueOf(c).toUpperCase(Locale.ROOT) : String.valueOf(c);
  }

  private NativeButton key(String label, Runnable press) {
    NativeButton key =
        Widgets.button(
            "key",
            label,
            () -> {
              press.run();
              show();
              typed.run();
            });
    key.getElement().setAttribute("data-key", label);
    return key;
  }

  private List<NativeButton> tones() {
    List<NativeButton> keys = new ArrayList<>();
    for (Tone tone : Tone.values()) {
      String name = texts.get("tone." + tone.name().toLowerCase(Locale.ROOT));
      NativeButton key = key("", () -> typing.tone(tone));
      key.addClassName("key-tone");
      key.getElement().setAttribute("data-key", tone.name().toLowerCase(Locale.ROOT));
      key.add(Widgets.span("tone-sign", tone.example()), Widgets.span("tone-name", name));
      keys.add(key);
    }
    return keys;
  }

  private NativeButton backspace() {
    NativeButton key = key("", typing::backspace);
    key.addClassName("key-back");
    key.getElement().setAttribute("data-key", "backspace");
    key.getElement().setAttribute("aria-label", texts.get("key.back"));
    key.add(Widgets.pictogram("backspace"));
    return key;
  }

  private List<NativeButton> last() {
    List<NativeButton> keys = new ArrayList<>();
    NativeButton shift = key(texts.get("key.shift"), typing::shift);
    shift.addClassName("key-wide");
    shift.addClassName("key-shift");
    shift.getElement().setAttribute("data-key", "shift");
    keys.add(shift);
    FOREIGN.forEach(row -> keys.addAll(keys(row)));
    NativeButton space = key(texts.get("key.space"), () -> typing.type(' '));
    space.addClassName("key-space");
    space.getElement().setAttribute("data-key", "space");
    keys.add(space);
    keys.add(key(",", () -> typing.type(',')));
    keys.add(key("/", () -> typing.type('/')));
    return keys;
  }

  private void show() {
    line.setText(typing.text());
    if (large != typing.isLarge()) {
      large = typing.isLarge();
      for (NativeButton key : letters) {
        key.setText(shown(String.valueOf(key.getElement().getAttribute("data-key")).charAt(0)));
      }
    }
  }

  /** Shows the text after a change by other than a key. */
  public void refresh() {
    show();
  }
}
