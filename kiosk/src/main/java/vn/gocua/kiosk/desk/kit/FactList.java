package vn.gocua.kiosk.desk.kit;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import vn.gocua.kiosk.screen.Dom;

/** Figures side by side, each below its name. */
@SuppressWarnings("serial") // Sessions live and end in this process.
public final class FactList extends Div {
  private List<Fact> shown = List.of();

  /** A figure as it is written. */
  public record Fact(String name, String value) {}

  public FactList() {
    addClassName("fact-list");
  }

  /** Shows exactly these; the same again sends nothing to the browser. */
  public void show(List<Fact> facts) {
    if (facts.equals(shown)) {
      return;
    }
    shown = List.copyOf(facts);
    removeAll();
    for (Fact fact : facts) {
      Span name = Dom.span("fact-label");
      name.setText(fact.name());
      Span value = Dom.span("fact-number");
      value.setText(fact.value());
      add(Dom.div("fact-item", name, value));
    }
  }
}
