package vn.gocua.kiosk.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.gocua.protocol.AccessEndpoints;
import vn.gocua.protocol.access.Credentials;
import vn.gocua.protocol.client.ApiRefusal;
import vn.gocua.protocol.client.Caller;

/** Accounts, from their opening to the second proof, and what an admin can do for somebody. */
@ExtendWith(SharedDesk.Extension.class)
class DeskAccountIT {
  private static final String OWN = "mot-cau-de-nho-2026";

  private static SharedDesk desk;

  @BeforeAll
  static void take(SharedDesk shared) {
    desk = shared;
  }

  private static void confirm(Page page, String text) {
    DeskPages.checkDialog(page, "dialog-" + text.replace(' ', '-'));
    page.click("vaadin-confirm-dialog vaadin-button:has-text('" + text + "')");
  }

  private static void on(Page page, String account, String text) {
    page.click("li:has-text('" + account + "') >> vaadin-button:has-text('" + text + "')");
    confirm(page, text);
  }

  private static String oneTimePassword(Page page) {
    page.waitForSelector(".secret-text");
    String once = page.innerText(".secret-text");
    page.click("vaadin-dialog vaadin-button:has-text('Đã ghi lại')");
    return once;
  }

  /** Whoever had a one-time password must change it first. */
  private static void begin(Page page, String once) {
    DeskPages.fill(page, "pho-ban", once);
    page.fill("vaadin-password-field:has-text('Mật khẩu hiện tại') input", once);
    page.fill("vaadin-password-field >> nth=1 >> input", OWN);
    page.fill("vaadin-password-field >> nth=2 >> input", OWN);
    page.click("vaadin-button:has-text('Đổi mật khẩu')");
    page.waitForSelector(".teams-grid");
  }

  private static Authenticator withAuthenticator(Page page) {
    desk.go(page, "/account");
    page.click(".totp-begin");
    Authenticator app = new Authenticator(page.innerText(".secret-text"));
    page.fill(".totp-code input", "000000");
    page.fill(".totp-password input", OWN);
    page.click("vaadin-button:text-is('Bật')");
    page.waitForSelector("vaadin-notification-card");
    page.fill(".totp-code input", app.code(0));
    page.click("vaadin-button:text-is('Bật')");
    page.waitForSelector(".status-chip");
    return app;
  }

  private static List<String> menu(Page page) {
    return page.locator("vaadin-side-nav-item").allInnerTexts().stream()
        .map(String::strip)
        .toList();
  }

  @Test
  void shouldAskForACodeOnceItIsSetUpAndLetAnAdminHelp() {
    Page admin = desk.open("/accounts");
    admin.fill("vaadin-text-field:has-text('Tên đăng nhập mới') input", "pho-ban");
    admin.click("vaadin-button:has-text('Mở tài khoản')");
    Page other = desk.browser().page(1000, 800);
    other.navigate(desk.kiosk().url("/leader").toString());
    other.waitForSelector(".sign-in-card");
    begin(other, oneTimePassword(admin));

    Authenticator app = withAuthenticator(other);
    other.click(".sign-out");
    other.waitForSelector(".sign-in-card");
    DeskPages.fill(other, "pho-ban", OWN);
    other.waitForSelector(".sign-in-error:has-text('mã xác thực')");
    other.fill("#sign-in-totp", app.code(1));
    DeskPages.fill(other, "pho-ban", OWN);
    other.waitForSelector(".teams-grid");

    dropTheCode(other);
    endWithTheRole(admin, other);
    var _ = withAuthenticator(other);
    desk.load(admin, "/accounts");
    admin.waitForSelector(".row-list li:has-text('có mã xác thực')");
    on(admin, "pho-ban", "Cấp lại mật khẩu");
    String once = oneTimePassword(admin);
    other.waitForSelector(".sign-in-note");
    begin(other, once); // No code is asked for.
    other.context().close();
  }

  /** Whoever still has the phone turns it off with the password alone. */
  private static void dropTheCode(Page page) {
    desk.go(page, "/account");
    page.fill(".totp-panel vaadin-password-field input", "khong-phai");
    page.click("vaadin-button:has-text('Tắt mã xác thực')");
    page.waitForSelector("vaadin-notification-card");
    page.fill(".totp-panel vaadin-password-field input", OWN);
    page.click("vaadin-button:has-text('Tắt mã xác thực')");
    page.waitForSelector(".totp-begin");
  }

  /** Another role is another session, with another menu. */
  private static void endWithTheRole(Page admin, Page other) {
    assertThat(menu(other)).doesNotContain("Các tài khoản");
    on(admin, "pho-ban", "Cho quyền quản trị");
    admin.waitForSelector("li:has-text('pho-ban') >> text=Thôi quyền quản trị");
    other.waitForSelector(".sign-in-note");
    DeskPages.fill(other, "pho-ban", OWN);
    other.waitForSelector(".teams-grid");
    assertThat(menu(other)).contains("Các tài khoản");
  }

  private static void guess(String username) {
    for (int tries = 0; tries < 8; tries++) {
      Credentials guess = new Credentials(username, "doan-mo-" + tries);
      assertThatThrownBy(
              () -> desk.engine().api().send(Caller.ANYBODY, AccessEndpoints.SIGN_IN, guess))
          .isInstanceOfSatisfying(
              ApiRefusal.class, refusal -> assertThat(refusal.status()).isEqualTo(401));
    }
  }

  /** Whoever signed in here before is not held up by strangers, nor after a new password. */
  @Test
  void shouldLetABrowserInThatIsKnownThoughStrangersGuess() {
    String once = desk.leader().openAccount("nguoi-quen");
    Page page = desk.browser().page(1000, 800);
    page.navigate(desk.kiosk().url("/leader").toString());
    page.waitForSelector(".sign-in-card");
    DeskPages.fill(page, "nguoi-quen", once);
    page.fill("vaadin-password-field:has-text('Mật khẩu hiện tại') input", once);
    page.fill("vaadin-password-field >> nth=1 >> input", OWN);
    page.fill("vaadin-password-field >> nth=2 >> input", OWN);
    page.click("vaadin-button:has-text('Đổi mật khẩu')");
    page.waitForSelector(".teams-grid");
    page.click(".sign-out");
    page.waitForSelector(".sign-in-card");
    assertThat(page.context().cookies())
        .filteredOn(cookie -> cookie.name.equals("gocua-browser"))
        .singleElement()
        .satisfies(cookie -> {
          assertThat(cookie.httpOnly).isTrue();
          assertThat(cookie.value).doesNotContain("nguoi-quen");
        });
    guess("nguoi-quen");
    Page stranger = desk.browser().page(1000, 800);
    stranger.navigate(desk.kiosk().url("/leader/sign-in").toString());
    DeskPages.fill(stranger, "nguoi-quen", OWN);
    stranger.waitForSelector(".sign-in-error:has-text('thử sai nhiều lần')");
    stranger.context().close();
    DeskPages.fill(page, "nguoi-quen", OWN);
    page.waitForSelector(".teams-grid");
    desk.go(page, "/account");
    page.click(".totp-begin");
    page.waitForSelector(".totp-password");
    DeskPages.picture(page, "desk-authenticator");
    page.context().close();
  }

  /** Too many tries of a name hold it up, kindly; the right password waits too; admins see it. */
  @Test
  void shouldHoldANameUpThatWasTriedTooOften() {
    String password = desk.leader().openAccount("thu-sai");
    guess("thu-sai");
    Page page = desk.browser().page(360, 740);
    page.navigate(desk.kiosk().url("/leader/sign-in").toString());
    page.waitForSelector(".sign-in-card");
    Accessible.check(page, "sign-in");
    DeskPages.fill(page, "thu-sai", password);
    page.waitForSelector(".sign-in-error");
    assertThat(page.innerText(".sign-in-error")).contains("thử sai nhiều lần", "Xin thử lại sau");
    Accessible.checkFits(page, "held up");
    DeskPages.picture(page, "desk-held-up-360x740");
    page.context().close();

    Page admin = desk.open("/accounts");
    admin.waitForSelector(".row-list li:has-text('thu-sai'):has-text('thử sai nhiều lần')");
    DeskPages.picture(admin, "desk-accounts-held");
  }
}
