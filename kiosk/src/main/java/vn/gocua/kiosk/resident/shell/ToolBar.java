package vn.gocua.kiosk.resident.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import vn.gocua.base.text.Language;

/** Reading aids: language, size, contrast, aloud, lower down. On every page, in the same place. */
@SuppressWarnings("serial")
final class ToolBar extends Div {
  private final Visit visit;

  /**
   * @param changed runs after every change
   */
  ToolBar(Visit visit, Runnable changed) {
    this.visit = visit;
    addClassName("tools");
    getElement().setAttribute("role", "group");
    getElement().setAttribute("aria-label", visit.texts().get("tools"));
    for (Language other : visit.texts().language().others()) {
      NativeButton language = tool("language", other.name(), "language", false);
      language.getElement().setAttribute("lang", other.tag());
      language.addClickListener(_ -> {
        visit.speak(other);
        changed.run();
      });
      add(language);
    }
    NativeButton size = tool("size", word("size"), "size", false);
    size.getElement()
        .setAttribute("aria-label", visit.texts().get("tools.size.now", visit.size(), Visit.SIZES));
    size.add(steps());
    size.addClickListener(_ -> {
      visit.nextSize();
      changed.run();
    });
    NativeButton contrast = tool("contrast", word("contrast"), "contrast", visit.contrast());
    contrast.addClickListener(_ -> {
      visit.turnContrast();
      changed.run();
    });
    // Reading aloud is kiosk.js's work, which shows the button only where there is a voice.
    NativeButton aloud = tool("aloud", word("aloud"), "aloud", false);
    NativeButton low = tool("low", word("low"), "low", visit.low());
    low.addClickListener(_ -> {
      visit.turnLow();
      changed.run();
    });
    contrast.getElement().setAttribute("aria-pressed", String.valueOf(visit.contrast()));
    low.getElement().setAttribute("aria-pressed", String.valueOf(visit.low()));
    add(size, contrast, aloud, low);
  }

  private String word(String key) {
    return visit.texts().get("tools." + key);
  }

  private static NativeButton tool(String name, String label, String pictogram, boolean on) {
    NativeButton tool = new NativeButton();
    tool.addClassNames("tool", "tool-" + name);
    tool.setClassName("on", on);
    tool.getElement().setAttribute("type", "button");
    tool.add(Widgets.pictogram("tool-" + pictogram), Widgets.span("tool-label", label));
    return tool;
  }

  private Span steps() {
    Span steps = Widgets.span("steps", "");
    for (int step = 1; step <= Visit.SIZES; step++) {
      steps.add(step(step <= visit.size()));
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
