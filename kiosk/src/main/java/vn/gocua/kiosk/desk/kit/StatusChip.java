package vn.gocua.kiosk.desk.kit;

import com.vaadin.flow.component.html.Span;
import java.util.Locale;

/** A state in a word or two. */
@SuppressWarnings("serial") // Sessions live and end in this process.
public final class StatusChip extends Span {
  /** Meaning of the word. */
  public enum Tone {
    GOOD,
    WARNING,
    BAD
  }

  public StatusChip(Tone tone, String text) {
    super(text);
    addClassName("status-chip");
    getElement().setAttribute("data-tone", tone.name().toLowerCase(Locale.ROOT));
  }
}
