package vn.gocua.kiosk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.gocua.protocol.help.TicketReceipt;
import vn.gocua.testkit.Browser;
import vn.gocua.testkit.page.Resident;

/** What residents take home from the kiosk, on their own small phones: a ticket and a guide. */
@ExtendWith(SharedHall.Extension.class)
class TakenHomeIT {
  private static final List<int[]> SIZES = List.of(new int[] {320, 568}, new int[] {360, 740});

  /** Links within a text are as high as its lines; all else is for thumbs. */
  private static final String SMALL =
      """
      () => [...document.querySelectorAll('button, nav a')].map(e => ({ e, box: e.getBoundingClientRect() }))
        .filter(({ box }) => box.width > 0 && box.height < 44)
        .map(({ e }) => e.innerText)
      """;

  private static final String CUT_OFF =
      """
      () => [...document.querySelectorAll('body, body *')]
        .filter(e => e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).display !== 'inline')
        .map(e => `${e.tagName} ${e.className} ${e.scrollWidth}`)
      """;

  private static SharedHall hall;
  private static Resident resident;

  @BeforeAll
  static void start(SharedHall shared) {
    hall = shared;
    hall.whole();
    resident = hall.resident();
  }

  private static Page phone() {
    return hall.browser()
        .page(
            new NewContextOptions()
                .setViewportSize(360, 740)
                .setHasTouch(true)
                .setIsMobile(true)
                .setBypassCSP(true));
  }

  /** Small and larger, by day and by night. */
  private static void fits(Page page, String name) {
    for (int[] size : SIZES) {
      page.setViewportSize(size[0], size[1]);
      for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        String where =
            "%s-%dx%d-%s"
                .formatted(
                    name, size[0], size[1], scheme.name().toLowerCase(java.util.Locale.ROOT));
        assertThat((int) page.evaluate("document.documentElement.scrollWidth - innerWidth"))
            .as("sideways: " + where)
            .isZero();
        assertThat((List<?>) page.evaluate(SMALL)).as("small: " + where).isEmpty();
        assertThat((List<?>) page.evaluate(CUT_OFF)).as("cut off: " + where).isEmpty();
        Browser.screenshot(page, where);
        if (size[0] == SIZES.getFirst()[0]) {
          Promises.axe(page, where);
        }
      }
    }
  }

  @Test
  void shouldShowATicketAndTakeItBackOnASmallPhone() {
    TicketReceipt made = resident.askFor("no-ban", "digital-id");
    String code = made.code();
    Page page = phone();
    page.navigate(hall.engine().url("/t") + "#" + code + "." + made.secret());
    page.locator("#steps").waitFor();
    page.locator("#facts dd").last().waitFor();
    assertThat(page.innerText("h1")).isEqualTo(code);
    assertThat(page.innerText("main"))
        .contains("Đã nhận yêu cầu", "Nỏ Bạn")
        .doesNotContain(Resident.NAME, Resident.ADDRESS, resident.phone());
    fits(page, "ticket-page");
    page.tap("#see");
    page.waitForSelector("#own dd:has-text('" + Resident.NAME + "')");
    assertThat(page.innerText("#own")).contains(Resident.ADDRESS, "kiosk-2025-08", "không có");
    fits(page, "ticket-page-own");
    page.tap("#hide");
    assertThat(page.content()).doesNotContain(Resident.NAME);
    page.tap("#withdraw");
    page.locator("#ask").waitFor();
    fits(page, "ticket-page-ask");
    page.tap("#yes");
    page.locator("#said:has-text('được hủy')").waitFor();
    fits(page, "ticket-page-withdrawn");
    assertThat(hall.leader().helpRequest(code).status()).isEqualTo("withdrawn");
    page.context().close();
  }

  @Test
  void shouldSayWhatIsWrongWithATicketThatIsNone() {
    Page page = phone();
    page.navigate(hall.engine().url("/t") + "#HV-0000.khong-phai-la-ma-bi-mat");
    page.locator("#said:has-text('không khớp')").waitFor();
    Promises.axe(page, "no ticket");
    page.context().close();
  }

  @Test
  void shouldShowAGuideOnASmallPhone() {
    Page page = phone();
    page.navigate(hall.engine().url("/g/vneid-muc-2").toString());
    assertThat(page.innerText("h1")).isEqualTo("Làm VNeID mức 2");
    fits(page, "guide-page");
    page.tap("nav a >> nth=1");
    page.waitForFunction("() => location.hash === '#b2'");
    assertThat(
            (boolean)
                page.evaluate(
                    "document.querySelector('#b2').getBoundingClientRect().top < innerHeight / 2"))
        .isTrue();
    page.context().close();
  }
}
