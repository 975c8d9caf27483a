package vn.gocua.kiosk.wall;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import vn.gocua.base.text.Texts;
import vn.gocua.kiosk.screen.Dom;
import vn.gocua.protocol.content.NoticeList;

/** The leaders' notices across the wall; hidden without any. */
@SuppressWarnings("serial") // Sessions live and end in this process.
final class NoticeBand extends Div {
  /** A hall reads two lines in passing, hardly more. */
  private static final int LINES = 2;

  private final Texts texts;
  private final Span label = Dom.span("notice-label");
  private final Span[] lines = new Span[LINES];
  private final Span more = Dom.span("notice-more");

  NoticeBand(Texts texts) {
    this.texts = texts;
    addClassName("notice");
    getElement().setAttribute("role", "status");
    label.setText(texts.get("notice"));
    Div lineBox = Dom.div("notice-lineBox");
    for (int i = 0; i < LINES; i++) {
      lines[i] = Dom.span("notice-text");
      lineBox.add(lines[i]);
    }
    add(label, lineBox, more);
    setVisible(false);
  }

  /** Shows those that are for the wall, latest first. */
  void show(List<NoticeList.Row> notices) {
    List<NoticeList.Row> here = notices.stream().filter(NoticeList.Row::isForTheWall).toList();
    Dom.visible(this, !here.isEmpty());
    for (int i = 0; i < LINES; i++) {
      boolean has = i < here.size();
      Dom.visible(lines[i], has);
      Dom.text(lines[i], has ? here.get(i).text() : "");
    }
    int left = here.size() - LINES;
    Dom.visible(more, left > 0);
    Dom.text(more, left > 0 ? texts.get("notice.more", left) : "");
  }
}
