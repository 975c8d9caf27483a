package vn.gocua.kiosk.wall;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import vn.gocua.kiosk.screen.Dom;

/** One big number with name, today's gain, and progress to its target. */
@SuppressWarnings("serial")
final class Counter extends Div {
  private final Span value = Dom.span("counter-value");
  private final Span gain = Dom.span("counter-gain-number");
  private final Span gainWord = Dom.span("counter-gain-word");
  private final Div track = Dom.div("counter-track");
  private final Span note = Dom.span("counter-note");

  Counter(String label) {
    addClassNames("counter", "panel");
    Span name = Dom.span("counter-label");
    name.setText(label);
    add(name, Dom.div("counter-line", value, Dom.div("counter-gain", gain, gainWord)), track, note);
  }

  void show(String number, String beside, String besideWord, double reached, String remark) {
    Dom.text(value, number);
    Dom.text(gain, beside);
    Dom.text(gainWord, besideWord);
    Dom.style(track, "--reached", Dom.ratio(reached));
    Dom.text(note, remark);
  }
}
