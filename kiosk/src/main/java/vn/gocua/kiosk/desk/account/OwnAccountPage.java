package vn.gocua.kiosk.desk.account;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.server.VaadinSession;
import vn.gocua.kiosk.desk.access.DeskSession;
import vn.gocua.kiosk.desk.frame.DeskContext;
import vn.gocua.kiosk.desk.frame.DeskPage;
import vn.gocua.kiosk.desk.kit.ButtonRow;
import vn.gocua.kiosk.desk.kit.FormDialog;
import vn.gocua.kiosk.desk.kit.Panel;
import vn.gocua.protocol.access.AccessEndpoints;
import vn.gocua.protocol.access.PasswordChange;
import vn.gocua.protocol.access.SessionInfo;

/** One's own password, and signing out everywhere. A one-time password leads here first. */
@SuppressWarnings("serial") // Sessions live and end in this process.
public final class OwnAccountPage extends DeskPage {
  private final PasswordField current = new PasswordField();
  private final PasswordField wanted = new PasswordField();
  private final PasswordField repeated = new PasswordField();

  public OwnAccountPage(DeskContext desk) {
    super(desk, "account");
    heading(texts.get("account.title"), session.username());
    current.setLabel(texts.get("account.current"));
    current.getElement().setAttribute("autocomplete", "current-password");
    wanted.setLabel(texts.get("account.new"));
    wanted.setHelperText(texts.get("account.rule"));
    wanted.getElement().setAttribute("autocomplete", "new-password");
    repeated.setLabel(texts.get("account.again"));
    repeated.getElement().setAttribute("autocomplete", "new-password");
    Button everywhere = new Button(texts.get("account.everywhere"), _ -> signOutEverywhere());
    add(
        panel(
            "account.password",
            session.mustChangePassword() ? "account.mustChange" : "account.password.text",
            FormDialog.form(
                current,
                wanted,
                repeated,
                ButtonRow.primary(texts.get("account.change"), this::change))),
        session.mustChangePassword()
            ? new Div()
            : new TotpPanel(desk, session, texts, this::attempt),
        panel("account.sessions", "account.sessions.text", new ButtonRow(everywhere)));
  }

  private Panel panel(String title, String text, Div content) {
    return new Panel(texts.get(title), Panel.text(texts.get(text)), content);
  }

  private void change() {
    if (current.isEmpty() || wanted.isEmpty()) {
      trouble(texts.get("account.incomplete"));
    } else if (!wanted.getValue().equals(repeated.getValue())) {
      trouble(texts.get("account.differ"));
    } else {
      attempt(() ->
          changed(
              desk.engine()
                  .send(
                      session.caller(),
                      AccessEndpoints.CHANGE_PASSWORD,
                      new PasswordChange(current.getValue(), wanted.getValue()))));
    }
  }

  /** All sessions of the account are over but the one that came with the answer. */
  private void changed(SessionInfo opened) {
    VaadinSession.getCurrent()
        .getSession()
        .setAttribute(
            DeskSession.ATTRIBUTE,
            new DeskSession(
                session.username(), opened, desk.clock().instant(), session.language()));
    getUI().ifPresent(ui -> ui.getPage().setLocation(desk.menu().session()));
  }

  private void signOutEverywhere() {
    if (attempt(() -> desk.engine().call(session.caller(), AccessEndpoints.END_OWN_SESSIONS))) {
      session.end();
      leave();
    }
  }
}
