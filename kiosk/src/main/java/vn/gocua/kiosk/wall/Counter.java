package vn.gocua.kiosk.wall;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import vn.gocua.kiosk.screen.Shown;

/** One big number, what it counts, what today added, and how far it is to what was promised. */
@SuppressWarnings("serial")
final class Counter extends Div {
  private final Span value = Shown.span("counter-value");
  private final Span gain = Shown.span("counter-gain-number");
  private final Span gainWord = Shown.span("counter-gain-word");
  private final Div track = Shown.div("counter-track");
  private final Span note = Shown.span("counter-note");

  Counter(String label) {
    addClassNames("counter", "panel");
    Span name = Shown.span("counter-label");
    name.setText(label);
    add(
        name,
        Shown.div("counter-line", value, Shown.div("counter-gain", gain, gainWord)),
        track,
        note);
  }

  void show(String number, String beside, String besideWord, double reached, String remark) {
    Shown.text(value, number);
    Shown.text(gain, beside);
    Shown.text(gainWord, besideWord);
    Shown.style(track, "--reached", Shown.ratio(reached));
    Shown.text(note, remark);
  }
}
