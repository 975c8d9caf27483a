package vn.gocua.kiosk.wall;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.gocua.base.text.Texts;
import vn.gocua.kiosk.feed.ClockDoubt;
import vn.gocua.kiosk.screen.Dom;
import vn.gocua.protocol.board.BoardMessage.Doubt;
import vn.gocua.protocol.board.BoardMessage.Kind;
import vn.gocua.protocol.campaign.CampaignInfo;

/** Warns across the whole wall of a doubt about the engine's clock. */
@SuppressWarnings("serial") // Sessions live and end in this process.
final class ClockBand extends Div {
  private final Texts texts;
  private final Span word = Dom.span("clock-wrong-word");
  private final Span note = Dom.span("clock-wrong-note");

  ClockBand(Texts texts) {
    this.texts = texts;
    addClassName("clock-wrong");
    getElement().setAttribute("role", "alert");
    add(word, note);
    setVisible(false);
  }

  /** Hides the band. */
  void hide() {
    Dom.visible(this, false);
  }

  /** Shows a doubt about the engine's clock; a phone's is of no concern to the hall. */
  void show(CampaignInfo campaign, @Nullable Doubt doubt) {
    Dom.visible(this, doubt != null && doubt.kind() != Kind.PHONES);
    if (doubt != null && doubt.kind() != Kind.PHONES) {
      String kind = doubt.kind().name().toLowerCase(Locale.ROOT);
      Dom.attribute(this, "data-kind", kind);
      // Without the phones, which the desk shows and a line has no room for.
      Doubt brief = new Doubt(doubt.state(), doubt.lackingSeconds(), null);
      Dom.text(word, ClockDoubt.words(texts.language(), campaign, brief));
      Dom.text(note, texts.get("clockWrong.note." + kind));
    }
  }
}
