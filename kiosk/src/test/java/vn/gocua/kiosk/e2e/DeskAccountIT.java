package vn.gocua.kiosk.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.gocua.kiosk.testing.Authenticator;
import vn.gocua.protocol.access.AccessEndpoints;
import vn.gocua.protocol.access.Credentials;
import vn.gocua.protocol.access.PasswordChange;
import vn.gocua.protocol.access.TotpConfirmation;
import vn.gocua.protocol.access.TotpSetupInfo;
import vn.gocua.protocol.client.ApiRefusal;
import vn.gocua.protocol.client.Caller;
import vn.gocua.protocol.client.EngineApi;
import vn.gocua.testkit.Browser;

/** Accounts at the door of the desk: the second proof, and names that were tried too often. */
@ExtendWith(SharedDesk.Extension.class)
class DeskAccountIT {
  private static final String OWN = "mot-cau-de-nho-2026";

  private static SharedDesk desk;

  @BeforeAll
  static void take(SharedDesk shared) {
    desk = shared;
  }

  /** The rest of an account with an authenticator needs no browser: AccountsPageIT. */
  @Test
  void shouldAskForTheAuthenticatorsCodeAtTheDoor() {
    EngineApi api = desk.engine().api();
    String once = desk.leader().openAccount("co-ma");
    Credentials first = new Credentials("co-ma", once);
    Caller opened = Caller.with(api.send(Caller.ANYBODY, AccessEndpoints.SIGN_IN, first).token());
    PasswordChange change = new PasswordChange(once, OWN);
    Caller own = Caller.with(api.send(opened, AccessEndpoints.CHANGE_PASSWORD, change).token());
    TotpSetupInfo setup = api.call(own, AccessEndpoints.BEGIN_TOTP);
    Authenticator app = new Authenticator(setup.secret());
    var _ =
        api.send(
            own,
            AccessEndpoints.CONFIRM_TOTP,
            new TotpConfirmation(setup.seed(), app.code(0), OWN));

    Page page = desk.browser().page(1000, 800);
    page.navigate(desk.kiosk().url("/leader/sign-in").toString());
    page.waitForSelector(".sign-in-card");
    DeskPages.fill(page, "co-ma", OWN);
    page.waitForSelector(".sign-in-error:has-text('mã xác thực')");
    page.fill("#sign-in-totp", app.code(1));
    DeskPages.fill(page, "co-ma", OWN);
    page.waitForSelector(".teams-grid");

    String anew =
        api.call(desk.leader().caller(), AccessEndpoints.RESET_PASSWORD, "co-ma").oneTimePassword();
    page.waitForSelector(".sign-in-note");
    DeskPages.fill(page, "co-ma", anew); // No code is asked for.
    page.waitForSelector("vaadin-password-field:has-text('Mật khẩu hiện tại')");
    page.context().close();
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

  /** Kindly, and with the right password too; admins see it. */
  private static void heldUp(String username) {
    Page stranger = desk.browser().page(360, 740);
    stranger.navigate(desk.kiosk().url("/leader/sign-in").toString());
    stranger.waitForSelector(".sign-in-card");
    Accessible.check(stranger, "sign-in");
    DeskPages.fill(stranger, username, OWN);
    stranger.waitForSelector(".sign-in-error");
    assertThat(stranger.innerText(".sign-in-error"))
        .contains("thử sai nhiều lần", "Xin thử lại sau");
    Accessible.checkFits(stranger, "held up");
    Browser.screenshot(stranger, "desk-held-up-360x740");
    stranger.context().close();

    Page admin = desk.open("/accounts");
    admin.waitForSelector(
        ".row-list li:has-text('" + username + "'):has-text('thử sai nhiều lần')");
    Browser.screenshot(admin, "desk-accounts-held");
  }

  /**
   * Too many tries of a name hold it up. Whoever signed in here before is not held up by strangers,
   * nor after a new password.
   */
  @Test
  void shouldHoldANameUpThatWasTriedTooOftenButNotWhereItIsKnown() {
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
    heldUp("nguoi-quen");
    DeskPages.fill(page, "nguoi-quen", OWN);
    page.waitForSelector(".teams-grid");
    desk.go(page, "/account");
    page.click(".totp-begin");
    page.waitForSelector(".totp-password");
    Browser.screenshot(page, "desk-authenticator");
    page.context().close();
  }
}
