package vn.gocua.kiosk.desk.account;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.Predicate;
import vn.gocua.base.text.Texts;
import vn.gocua.kiosk.desk.access.DeskSession;
import vn.gocua.kiosk.desk.frame.DeskContext;
import vn.gocua.kiosk.desk.kit.ButtonRow;
import vn.gocua.kiosk.desk.kit.FormDialog;
import vn.gocua.kiosk.desk.kit.Panel;
import vn.gocua.kiosk.desk.kit.QrPicture;
import vn.gocua.kiosk.desk.kit.StatusChip;
import vn.gocua.kiosk.screen.Dom;
import vn.gocua.protocol.access.AccessEndpoints;
import vn.gocua.protocol.access.PasswordProof;
import vn.gocua.protocol.access.TotpConfirmation;
import vn.gocua.protocol.access.TotpSetupInfo;

/**
 * Sets up, replaces or removes an authenticator, with a first code and the password. Each ends all
 * other sessions. After the loss of a phone an admin resets the password, which removes the
 * authenticator too.
 */
@SuppressWarnings("serial") // Sessions live and end in this process.
final class TotpPanel extends Panel {
  private final DeskContext desk;
  private final DeskSession session;
  private final Texts texts;
  private final Predicate<Runnable> attempt;
  private final Div content = Dom.div("totp");

  /**
   * @param attempt runs a call of the engine; false if that failed
   */
  TotpPanel(DeskContext desk, DeskSession session, Texts texts, Predicate<Runnable> attempt) {
    super(texts.get("totp.title"));
    this.desk = desk;
    this.session = session;
    this.texts = texts;
    this.attempt = attempt;
    addClassName("totp-panel");
    add(content);
    show();
  }

  private void show() {
    var _ =
        attempt.test(() -> {
          if (desk.engine().call(session.caller(), AccessEndpoints.OWN_ACCOUNT).totp()) {
            showOn();
          } else {
            showOff();
          }
        });
  }

  private void showOff() {
    content.removeAll();
    Button begin = new Button(texts.get("totp.begin"), _ -> begin());
    begin.addClassName("totp-begin");
    content.add(
        new Paragraph(texts.get("totp.off")),
        new Paragraph(texts.get("totp.others")),
        new ButtonRow(begin));
  }

  private void begin() {
    var _ =
        attempt.test(
            () -> showSetup(desk.engine().call(session.caller(), AccessEndpoints.BEGIN_TOTP)));
  }

  private PasswordField password() {
    PasswordField password = new PasswordField();
    password.setLabel(texts.get("account.current"));
    password.getElement().setAttribute("autocomplete", "current-password");
    password.addClassName("totp-password");
    return password;
  }

  private void showSetup(TotpSetupInfo setup) {
    content.removeAll();
    Span secret = Dom.span("secret-text");
    secret.setText(setup.secret().replaceAll("(.{4})(?=.)", "$1 "));
    TextField code = new TextField();
    code.setLabel(texts.get("totp.code"));
    code.setAllowedCharPattern("[0-9 ]");
    code.setMaxLength(7);
    code.getElement().setAttribute("autocomplete", "one-time-code");
    code.addClassName("totp-code");
    PasswordField password = password();
    Button confirm = new Button(texts.get("totp.confirm"));
    confirm.addThemeVariants(ButtonVariant.PRIMARY);
    confirm.setDisableOnClick(true);
    confirm.addClickListener(_ -> {
      if (!confirm(setup, code.getValue(), password.getValue())) {
        confirm.setEnabled(true);
        code.focus();
      }
    });
    confirm.addClickShortcut(com.vaadin.flow.component.Key.ENTER).listenOn(code, password);
    content.add(
        Dom.div(
            "account-totp-setup",
            new QrPicture(setup.uri(), texts.get("totp.qr")),
            FormDialog.form(
                new Paragraph(texts.get("totp.scan")),
                new Paragraph(texts.get("totp.type")),
                secret,
                code,
                password,
                new ButtonRow(confirm, new Button(texts.get("cancel"), _ -> show())))));
    code.focus();
  }

  private boolean confirm(TotpSetupInfo setup, String code, String password) {
    boolean done =
        attempt.test(() ->
            desk.engine()
                .send(
                    session.caller(),
                    AccessEndpoints.CONFIRM_TOTP,
                    new TotpConfirmation(setup.seed(), code.replace(" ", ""), password)));
    if (done) {
      showOn();
    }
    return done;
  }

  private void showOn() {
    content.removeAll();
    StatusChip on = new StatusChip(StatusChip.Tone.GOOD, texts.get("totp.on"));
    PasswordField password = password();
    Button replace = new Button(texts.get("totp.replace"), _ -> begin());
    replace.addClassName("totp-replace");
    Button drop =
        new Button(
            texts.get("totp.drop"),
            _ -> {
              if (!password.isEmpty()
                  && attempt.test(() ->
                      desk.engine()
                          .send(
                              session.caller(),
                              AccessEndpoints.DROP_TOTP,
                              new PasswordProof(password.getValue())))) {
                showOff();
              }
            });
    drop.addThemeVariants(ButtonVariant.ERROR);
    content.add(
        on,
        new Paragraph(texts.get("totp.lost")),
        new Paragraph(texts.get("totp.others")),
        new ButtonRow(replace),
        new ButtonRow(password, drop));
  }
}
