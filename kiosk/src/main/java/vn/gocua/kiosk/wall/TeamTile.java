package vn.gocua.kiosk.wall;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import vn.gocua.base.text.Texts;
import vn.gocua.kiosk.screen.Dom;
import vn.gocua.kiosk.screen.PaceLevel;
import vn.gocua.protocol.board.BoardMessage.Standing;

/** One team: name, check-ins today and in all, pace. It glows at an arrival. */
@SuppressWarnings("serial")
final class TeamTile extends Div {
  /** Duration of the style sheet's animation. */
  private static final Duration GLOW = Duration.ofSeconds(2);

  /** «Tổ 12» and the like fit on one line of the largest type. */
  private static final int SHORT_NAME = 7;

  private static final String GLOWS = "data-glow";

  private final Texts texts;
  private final Span today = Dom.span("tile-today");
  private final Span total = Dom.span("tile-total");
  private final Span sign = Dom.span("tile-sign");
  private @Nullable Long glowsSince;

  TeamTile(Texts texts, String teamName) {
    this.texts = texts;
    addClassName("tile");
    Span name = Dom.span("tile-name");
    name.setText(teamName);
    name.getElement().setAttribute("data-long", teamName.length() > SHORT_NAME);
    sign.getElement().setAttribute("role", "img");
    add(Dom.div("tile-head", name, sign), today, total);
  }

  /** Sets nothing that has not changed. */
  void show(@Nullable Standing standing, boolean running) {
    long all = standing == null ? 0 : standing.checkIns();
    long now = standing == null ? 0 : standing.today();
    PaceLevel level = PaceLevel.of(standing);
    Dom.attribute(this, "data-pace", level.code());
    Dom.attribute(sign, "aria-label", texts.get("pace." + level.code()));
    Dom.text(today, texts.figures().count(running ? now : all));
    Dom.text(total, running ? texts.get("tile.total", all) : texts.get("tile.checkIns"));
  }

  /**
   * Begins a glow, anew if one is still fading: two names for the same animation make the browser
   * start over.
   */
  void glow() {
    glowsSince = System.nanoTime();
    getElement().setAttribute(GLOWS, "a".equals(getElement().getAttribute(GLOWS)) ? "b" : "a");
  }

  /**
   * Forgets a glow that is over, so that a browser that rebuilds the page does not play it again.
   */
  void settle() {
    if (glowsSince != null && System.nanoTime() - glowsSince > GLOW.toNanos()) {
      glowsSince = null;
      getElement().removeAttribute(GLOWS);
    }
  }
}
