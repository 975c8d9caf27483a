package vn.gocua.kiosk.resident.guides;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.LocalDate;
import vn.gocua.kiosk.resident.shell.Page;
import vn.gocua.kiosk.resident.shell.PageHost;
import vn.gocua.kiosk.resident.shell.Qr;
import vn.gocua.kiosk.resident.shell.Widgets;
import vn.gocua.kiosk.resident.shell.Words;
import vn.gocua.protocol.content.GuideInfo;

/** A guide's first page: purpose, sources, and the QR code to take it home. */
final class GuidePage implements Page {
  private final GuideInfo guide;

  GuidePage(GuideInfo guide) {
    this.guide = guide;
  }

  @Override
  public String title(Words words) {
    return guide.title();
  }

  @Override
  public String lead(Words words) {
    return guide.summary();
  }

  @Override
  public Component content(PageHost stage) {
    Words words = stage.words();
    UnorderedList sources = new UnorderedList();
    sources.addClassName("points");
    guide.sources().forEach(source -> sources.add(new ListItem(source)));
    Div about =
        Widgets.div(
            "part",
            GuideDrawing.of(guide),
            Widgets.text("guide-checked", checked(words)),
            Widgets.text("part-title", words.text("guide.sources")),
            sources);
    return Widgets.div("guide-about", about, takeHome(guide, words));
  }

  private String checked(Words words) {
    LocalDate on = guide.lastChecked();
    return on == null ? words.text("guide.unchecked") : words.text("guide.checked", words.date(on));
  }

  /** The same guide, for the phone. */
  static Div takeHome(GuideInfo guide, Words words) {
    return Widgets.div(
        "take-home",
        Qr.image(guide.url(), words.text("guide.qr.alt")),
        Widgets.text("qr-note", words.text("guide.qr")));
  }

  @Override
  public Action action(PageHost stage) {
    return new Action(
        stage.words().text("guide.begin"), () -> stage.open(new GuideStepPage(guide, 0)));
  }
}
