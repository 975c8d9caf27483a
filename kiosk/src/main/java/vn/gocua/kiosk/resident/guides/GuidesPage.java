package vn.gocua.kiosk.resident.guides;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.NativeButton;
import java.util.List;
import vn.gocua.base.text.Language;
import vn.gocua.base.text.Texts;
import vn.gocua.kiosk.resident.shell.Choices;
import vn.gocua.kiosk.resident.shell.MessagePage;
import vn.gocua.kiosk.resident.shell.Page;
import vn.gocua.kiosk.resident.shell.PageHost;
import vn.gocua.kiosk.resident.shell.Widgets;
import vn.gocua.protocol.content.GuideInfo;

/** Choice of a guide. */
public final class GuidesPage implements Page {
  private final int from;
  private boolean asked;

  public GuidesPage() {
    this(0);
  }

  private GuidesPage(int from) {
    this.from = from;
  }

  @Override
  public String title(Texts texts) {
    return texts.get("guides");
  }

  @Override
  public String lead(Texts texts) {
    return texts.get("guides.lead");
  }

  @Override
  public Component content(PageHost host) {
    List<GuideInfo> guides = host.context().content().guides();
    if (guides.isEmpty() && !asked) {
      asked = true;
      host.work(
          () -> host.context().content().filled(host.context().campaign()),
          _ -> host.refresh(),
          _ -> {});
    }
    if (guides.size() <= from) {
      return new MessagePage("away", "guides.none").content(host);
    }
    return Choices.of(
        host.texts(),
        guides.stream().map(guide -> row(guide, host)).toList(),
        from,
        next -> host.open(new GuidesPage(next)));
  }

  private static NativeButton row(GuideInfo guide, PageHost host) {
    NativeButton row = Widgets.button("choice", "", () -> host.open(new GuidePage(guide)));
    row.addClassNames("row-choice", "guide-choice");
    row.add(
        GuideDrawing.of(guide),
        Widgets.div(
            "choice-words",
            Widgets.span("choice-label", guide.title()),
            Widgets.span("choice-remark", remark(guide, host.texts()))));
    row.getElement().setAttribute("lang", Language.first().tag());
    row.getElement().setAttribute("data-guide", guide.slug());
    return row;
  }

  private static String remark(GuideInfo guide, Texts texts) {
    return texts.get("guides.steps", guide.steps().size(), GuideMark.of(guide, texts));
  }
}
