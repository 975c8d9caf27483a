package vn.gocua.kiosk.desk.kit;

/** Asks once more before something is done; «cancel» and Escape leave everything as it is. */
@SuppressWarnings("serial") // Sessions live and end in this process.
public final class ConfirmDialog extends com.vaadin.flow.component.confirmdialog.ConfirmDialog {
  /**
   * @param act what the button says
   * @param then done when it is pressed
   */
  public ConfirmDialog(DeskWords words, String title, String text, String act, Runnable then) {
    super(title, text, act, _ -> then.run());
    setCancelable(true);
    setCancelText(words.text("cancel"));
  }

  /** The same, that warns: what is done cannot be undone. */
  public ConfirmDialog warning() {
    setConfirmButtonTheme("error primary");
    return this;
  }
}
