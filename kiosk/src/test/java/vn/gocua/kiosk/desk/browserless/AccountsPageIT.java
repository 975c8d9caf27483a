package vn.gocua.kiosk.desk.browserless;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.gocua.kiosk.desk.access.DeskSession;
import vn.gocua.kiosk.testing.Authenticator;
import vn.gocua.protocol.client.ApiRefusal;

/** An account from its opening to the second proof, and what an admin can do for somebody. */
class AccountsPageIT extends DeskPageTest {
  private static final String NAME = "pho-ban";
  private static final String OWN = "mot-cau-de-nho-2026";

  @Test
  void shouldAskForACodeOnceItIsSetUpAndLetAnAdminHelp() {
    open("accounts");
    test(find(TextField.class).withLabel("Tên đăng nhập mới").single()).setValue(NAME);
    press("Mở tài khoản");
    DeskSession admin = DeskSession.required();
    begin(oneTimePassword());

    Authenticator app = withAuthenticator();
    DeskSession leaving = DeskSession.required();
    pressClass("sign-out");
    assertThat(leftFor()).isEqualTo("/leader/sign-in?out");
    assertThat(leaving.over()).isTrue();
    assertThatThrownBy(() -> desk().signIn(NAME, OWN, null))
        .isInstanceOfSatisfying(
            ApiRefusal.class, refused -> assertThat(refused.code()).isEqualTo("code-needed"));
    openAs(desk().signIn(NAME, OWN, app.code(1)), "");
    awaitTeams();

    dropTheCode();
    endWithTheRole(admin);
    var _ = withAuthenticator();
    DeskSession other = DeskSession.required();
    openAs(admin, "accounts");
    assertThat(row().getElement().getTextRecursively()).contains("có mã xác thực");
    on("Cấp lại mật khẩu");
    String once = oneTimePassword();
    awaitOver(other);
    begin(once); // No code is asked for.
  }

  /** Whoever had a one-time password must change it first, wherever they want to go. */
  private void begin(String once) {
    DeskSession first = desk().signIn(NAME, once, null);
    openAs(first, "");
    test(find(PasswordField.class).withLabel("Mật khẩu hiện tại").single()).setValue(once);
    test(find(PasswordField.class).withLabel("Mật khẩu mới").single()).setValue(OWN);
    test(find(PasswordField.class).withLabel("Nhập lại mật khẩu mới").single()).setValue(OWN);
    press("Đổi mật khẩu");
    assertThat(leftFor()).isEqualTo("/leader/session");
    DeskSession own = DeskSession.required();
    assertThat(own).isNotSameAs(first);
    openAs(own, "");
    awaitTeams();
  }

  private Authenticator withAuthenticator() {
    open("account");
    pressClass("totp-begin");
    Authenticator app =
        new Authenticator(find(Span.class).withClassName("secret-text").single().getText());
    TextField code = find(TextField.class).withClassName("totp-code").single();
    test(code).setValue("000000");
    test(find(PasswordField.class).withClassName("totp-password").single()).setValue(OWN);
    press("Bật");
    awaitTrouble();
    test(code).setValue(app.code(0));
    press("Bật");
    awaitText("status-chip", "Đang bật");
    return app;
  }

  /** Whoever still has the phone turns it off with the password alone. */
  private void dropTheCode() {
    open("account");
    PasswordField password = find(PasswordField.class).withClassName("totp-password").single();
    test(password).setValue("khong-phai");
    press("Tắt mã xác thực");
    awaitTrouble();
    test(password).setValue(OWN);
    press("Tắt mã xác thực");
    awaitText("totp-begin", "Bật mã xác thực");
  }

  /** Another role is another session, with another menu. */
  private void endWithTheRole(DeskSession admin) {
    assertThat(menu()).doesNotContain("Các tài khoản");
    DeskSession other = DeskSession.required();
    openAs(admin, "accounts");
    on("Cho quyền quản trị");
    assertThat(row().getElement().getTextRecursively()).contains("Thôi quyền quản trị");
    awaitOver(other);
    openAs(desk().signIn(NAME, OWN, null), "");
    awaitTeams();
    assertThat(menu()).contains("Các tài khoản");
  }

  private void awaitTeams() {
    var _ = await(() -> find(Component.class).withClassName("teams-grid"));
  }

  private void on(String act) {
    test(find(Button.class, row()).withText(act).single()).click();
    ConfirmDialog dialog = find(ConfirmDialog.class).single();
    assertThat(dialog.getElement().getProperty("confirmText", "")).isEqualTo(act);
    test(dialog).confirm();
  }

  private ListItem row() {
    return find(ListItem.class)
        .withCondition(row -> row.getElement().getTextRecursively().startsWith(NAME))
        .single();
  }

  private String oneTimePassword() {
    String once = find(Paragraph.class).withClassName("secret-text").single().getText();
    press("Đã ghi lại");
    return once;
  }

  private List<String> menu() {
    return find(SideNavItem.class).all().stream().map(SideNavItem::getLabel).toList();
  }
}
