package vn.gocua.kiosk.resident.help;

import com.vaadin.flow.component.Component;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import vn.gocua.base.text.Texts;
import vn.gocua.kiosk.resident.shell.Page;
import vn.gocua.kiosk.resident.shell.PageHost;
import vn.gocua.kiosk.resident.shell.Widgets;

/** Choice of a preferred time. */
public final class WhenPage implements Page {
  private final BiConsumer<PageHost, String> chosen;

  /**
   * @param chosen receives {@code any}, {@code morning}, {@code afternoon} or {@code evening}
   */
  public WhenPage(BiConsumer<PageHost, String> chosen) {
    this.chosen = chosen;
  }

  WhenPage(HelpDraft draft) {
    this((host, when) -> {
      draft.when = when;
      host.open(new WhomPage(draft));
    });
  }

  @Override
  public String title(Texts texts) {
    return texts.get("help.when");
  }

  @Override
  public String lead(Texts texts) {
    return texts.get("help.when.lead");
  }

  @Override
  public Component content(PageHost host) {
    return Widgets.rows(
        Stream.of("any", "morning", "afternoon", "evening")
            .map(when ->
                Widgets.row(
                    "when-" + when,
                    host.texts().get("help.when." + when),
                    host.texts().get("help.when." + when + ".remark"),
                    () -> chosen.accept(host, when)))
            .toArray(Component[]::new));
  }
}
