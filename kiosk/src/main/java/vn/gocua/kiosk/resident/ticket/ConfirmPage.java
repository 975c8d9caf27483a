package vn.gocua.kiosk.resident.ticket;

import com.vaadin.flow.component.Component;
import vn.gocua.base.text.Texts;
import vn.gocua.kiosk.resident.shell.Page;
import vn.gocua.kiosk.resident.shell.PageHost;
import vn.gocua.kiosk.resident.shell.Widgets;

/** Asks once more before something is gone for good. */
final class ConfirmPage implements Page {
  private final String name;
  private final Runnable act;

  /**
   * @param name of its texts: {@code <name>.ask}, {@code <name>.lead}, {@code <name>.yes}, {@code
   *     <name>.no}
   */
  ConfirmPage(String name, Runnable act) {
    this.name = name;
    this.act = act;
  }

  @Override
  public String title(Texts texts) {
    return texts.get(name + ".ask");
  }

  @Override
  public String lead(Texts texts) {
    return texts.get(name + ".lead");
  }

  @Override
  public Component content(PageHost host) {
    return Widgets.rows(
        Widgets.row("withdraw", host.texts().get(name + ".yes"), "", act),
        Widgets.row("back", host.texts().get(name + ".no"), "", host::back));
  }
}
