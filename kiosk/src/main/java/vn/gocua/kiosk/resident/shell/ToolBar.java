package vn.gocua.kiosk.resident.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import vn.gocua.base.text.Language;

/**
 * Reading aids: language, size, contrast, aloud, lower down. On every page, in the same place, and
 * the same buttons: a second tap that comes before the answer to the first is heard too.
 */
@SuppressWarnings("serial")
final class ToolBar extends Div {
  private final Supplier<Visit> visit;
  private final Runnable changed;
  private final List<NativeButton> languages = new ArrayList<>();
  private final NativeButton size = tool("size");
  private final NativeButton contrast = tool("contrast");
  private final NativeButton aloud = tool("aloud");
  private final NativeButton low = tool("low");

  /**
   * @param visit the one that is going on
   * @param changed runs after every change
   */
  ToolBar(Supplier<Visit> visit, Runnable changed) {
    this.visit = visit;
    this.changed = changed;
    addClassName("tools");
    getElement().setAttribute("role", "group");
    size.addClickListener(_ -> change(Visit::nextSize));
    contrast.addClickListener(_ -> change(Visit::turnContrast));
    // Reading aloud is kiosk.js's work, which shows the button only where there is a voice.
    low.addClickListener(_ -> change(Visit::turnLow));
    add(size, contrast, aloud, low);
  }

  private void change(Consumer<Visit> how) {
    how.accept(visit.get());
    changed.run();
  }

  /** Shows the aids as the visit has them now. */
  void show() {
    Visit now = visit.get();
    getElement().setAttribute("aria-label", now.texts().get("tools"));
    languages.forEach(this::remove);
    languages.clear();
    for (Language other : now.texts().language().others()) {
      NativeButton language = tool("language");
      language.getElement().setAttribute("lang", other.tag());
      language.addClickListener(_ -> change(reading -> reading.speak(other)));
      fill(language, "language", other.name());
      addComponentAtIndex(languages.size(), language);
      languages.add(language);
    }
    size.getElement()
        .setAttribute("aria-label", now.texts().get("tools.size.now", now.size(), Visit.SIZES));
    fill(size, "size", word("size"));
    size.add(steps());
    fill(contrast, "contrast", word("contrast"));
    turned(contrast, now.contrast());
    fill(aloud, "aloud", word("aloud"));
    fill(low, "low", word("low"));
    turned(low, now.low());
  }

  private String word(String key) {
    return visit.get().texts().get("tools." + key);
  }

  private static NativeButton tool(String name) {
    NativeButton tool = new NativeButton();
    tool.addClassNames("tool", "tool-" + name);
    tool.getElement().setAttribute("type", "button");
    return tool;
  }

  private static void fill(NativeButton tool, String pictogram, String label) {
    tool.removeAll();
    tool.add(Widgets.pictogram("tool-" + pictogram), Widgets.span("tool-label", label));
  }

  private static void turned(NativeButton tool, boolean on) {
    tool.setClassName("on", on);
    tool.getElement().setAttribute("aria-pressed", String.valueOf(on));
  }

  private Span steps() {
    Span steps = Widgets.span("steps", "");
    for (int step = 1; step <= Visit.SIZES; step++) {
      steps.add(step(step <= visit.get().size()));
    }
    steps.getElement().setAttribute("aria-hidden", "true");
    return steps;
  }

  private static Span step(boolean reached) {
    Span step = Widgets.span("step", "");
    step.setClassName("on", reached);
    return step;
  }
}
