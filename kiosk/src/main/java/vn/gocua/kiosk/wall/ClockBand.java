package vn.gocua.kiosk.wall;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;
import vn.gocua.kiosk.feed.Board.Doubt;
import vn.gocua.kiosk.screen.Shown;

/** Says across the whole wall that the engine's clock is wrong, so that somebody sets it. */
@SuppressWarnings("serial") // Sessions live and end in this process.
final class ClockBand extends Div {
  private final Words words;
  private final Span word = Shown.span("clock-wrong-word");

  ClockBand(Words words) {
    this.words = words;
    addClassName("clock-wrong");
    getElement().setAttribute("role", "alert");
    Span note = Shown.span("clock-wrong-note");
    note.setText(words.text("clockWrong.note"));
    add(word, note);
    setVisible(false);
  }

  /** Shows what is wrong; null: nothing is. */
  void show(@Nullable Doubt doubt) {
    Shown.visible(this, doubt != null);
    if (doubt != null) {
      Shown.text(word, words.clockWrong(doubt.lackingSeconds()));
    }
  }
}
