package vn.gocua.kiosk.resident.guides;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import vn.gocua.base.text.Texts;
import vn.gocua.kiosk.resident.shell.Page;
import vn.gocua.kiosk.resident.shell.PageHost;
import vn.gocua.kiosk.resident.shell.Qr;
import vn.gocua.kiosk.resident.shell.Widgets;
import vn.gocua.protocol.content.GuideInfo;

/** A guide's first page: purpose, sources, and the QR code to take it home. */
final class GuidePage implements Page {
  private final GuideInfo guide;

  GuidePage(GuideInfo guide) {
    this.guide = guide;
  }

  @Override
  public String title(Texts texts) {
    return guide.title();
  }

  @Override
  public String lead(Texts texts) {
    return guide.summary();
  }

  @Override
  public Component content(PageHost host) {
    Texts texts = host.texts();
    UnorderedList sources = new UnorderedList();
    sources.addClassName("points");
    guide.sources().forEach(source -> sources.add(new ListItem(source)));
    Div about =
        Widgets.div(
            "part",
            GuideDrawing.of(guide),
            Widgets.text("guide-mark", GuideMark.of(guide, texts)),
            Widgets.text("guide-checked", texts.get(note())),
            Widgets.text("part-title", texts.get("guide.sources")),
            sources);
    return Widgets.div("guide-about", about, takeHome(guide, texts));
  }

  private String note() {
    return guide.lastChecked() == null ? "guide.unchecked" : "guide.checked";
  }

  /** The same guide, for the phone. */
  static Div takeHome(GuideInfo guide, Texts texts) {
    return Widgets.div(
        "take-home",
        Qr.image(guide.url(), texts.get("guide.qr.alt")),
        Widgets.text("qr-note", texts.get("guide.qr")));
  }

  @Override
  public Action action(PageHost host) {
    return new Action(
        host.texts().get("guide.begin"), () -> host.open(new GuideStepPage(guide, 0)));
  }
}
