package vn.gocua.kiosk.resident.help;

import com.vaadin.flow.component.Component;
import java.util.Locale;
import java.util.stream.Stream;
import vn.gocua.base.text.Texts;
import vn.gocua.kiosk.resident.help.HelpDraft.OnBehalfOf;
import vn.gocua.kiosk.resident.shell.Page;
import vn.gocua.kiosk.resident.shell.PageHost;
import vn.gocua.kiosk.resident.shell.Widgets;

/** For whom: a guardian asks on behalf of a child. */
final class WhomPage implements Page {
  private final HelpDraft draft;

  WhomPage(HelpDraft draft) {
    this.draft = draft;
  }

  @Override
  public String title(Texts texts) {
    return texts.get("help.whom");
  }

  @Override
  public Component content(PageHost host) {
    return Widgets.rows(
        Stream.of(OnBehalfOf.values())
            .map(whom -> {
              String key = "help.whom." + whom.name().toLowerCase(Locale.ROOT);
              return Widgets.row(
                  "whom-" + whom.name().toLowerCase(Locale.ROOT),
                  host.texts().get(key),
                  host.texts().get(key + ".remark"),
                  () -> {
                    draft.whom = whom;
                    host.open(HelpWizard.of(draft));
                  });
            })
            .toArray(Component[]::new));
  }
}
