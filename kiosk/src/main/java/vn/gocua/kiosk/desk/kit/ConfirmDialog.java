package vn.gocua.kiosk.desk.kit;

import vn.gocua.base.text.Texts;

/** Asks for a confirmation; «cancel» and Escape change nothing. */
@SuppressWarnings("serial") // Sessions live and end in this process.
public final class ConfirmDialog extends com.vaadin.flow.component.confirmdialog.ConfirmDialog {
  /**
   * @param act text of the button
   * @param then runs when it is pressed
   */
  public ConfirmDialog(Texts texts, String title, String text, String act, Runnable then) {
    super(title, text, act, _ -> then.run());
    setCancelable(true);
    setCancelText(texts.get("cancel"));
  }

  /** The same with a warning: the action can't be undone. */
  public ConfirmDialog warning() {
    setConfirmButtonTheme("error primary");
    return this;
  }
}
