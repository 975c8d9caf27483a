package vn.gocua.kiosk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.gocua.kiosk.testing.FieldPhone;

/** What leaders tell everybody, and what they tell each other. */
@ExtendWith(SharedDesk.Extension.class)
class DeskNewsIT {
  private static SharedDesk desk;

  @BeforeAll
  static void take(SharedDesk shared) {
    desk = shared;
  }

  @Test
  void shouldPublishANoticeAsTextWhateverItLooksLike() {
    Page wall = desk.browser().page(1920, 1080);
    wall.navigate(desk.kiosk().url("/").toString());
    Page page = desk.open("/notices");
    String text =
        "<img src=x onerror=\"window.pwned=1\"> <script>window.pwned=1</script> 17h giao ban";
    page.fill("vaadin-text-area textarea", text);
    page.click("vaadin-button:has-text('Đăng thông báo')");
    page.waitForSelector(".row-list li[data-active=true]");
    assertThat(page.innerText(".row-list li .row-title")).isEqualTo(text);
    wall.waitForFunction("() => document.body.innerText.includes('17h giao ban')");
    assertThat(page.evaluate("window.pwned")).isNull();
    assertThat(wall.evaluate("window.pwned")).isNull();
    wall.context().close();
    page.click("vaadin-button:has-text('Rút')");
    page.waitForSelector(".row-list li[data-active=false]");
  }

  @Test
  void shouldLetAllLeadersKnowWhatOneKnows() {
    FieldPhone.enrol(desk.engine(), "T27").holds(3);
    Page one = desk.open("/teams/T27");
    one.click("vaadin-button:has-text('Ghi danh máy mới')");
    one.click("vaadin-dialog vaadin-button:has-text('Xong')"); // Phones are looked at anew.
    desk.go(one, "");
    Page other = desk.another("");
    String alert = ".overview-alert-list:not(.overview-alert-known) li:has-text('Tổ 27')";
    one.waitForSelector(alert);
    other.waitForSelector(alert);
    one.click(alert + " >> vaadin-button");
    other.waitForSelector(
        alert, new Page.WaitForSelectorOptions().setState(WaitForSelectorState.DETACHED));
    other.click(".overview-alert-aside summary");
    other.waitForSelector(".overview-alert-known li:has-text('Tổ 27'):has-text('leader')");
    other.click(".overview-alert-known li:has-text('Tổ 27') >> vaadin-button");
    one.waitForSelector(alert);
    other.close();
    assertThat(desk.leader().audit("alert-acknowledged")).hasSize(1);
  }
}
