package vn.gocua.kiosk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.gocua.testkit.Browser;
import vn.gocua.testkit.EngineProcess;
import vn.gocua.testkit.page.PhonePage;

/** One hand, bright sun, weak eyes: what the phone's screen owes everybody. */
@ExtendWith(SharedField.Extension.class)
class PhoneScreenIT {
  private static final String SCROLLS =
      "() => [document.documentElement.scrollWidth - innerWidth,"
          + " document.documentElement.scrollHeight - innerHeight]";
  private static final List<ColorScheme> SCHEMES = List.of(ColorScheme.LIGHT, ColorScheme.DARK);
  private static final List<String> PAGES = List.of("", "book", "machine", "enrol");

  private static EngineProcess engine;
  private static String code;
  private static Browser browser;

  @BeforeAll
  static void take(SharedField field) {
    engine = field.engine();
    code = field.leader().code("T31", 50);
    browser = field.browser();
  }

  @AfterEach
  void putAway() {
    browser.closePages();
  }

  @Test
  void shouldShowTheWholeMainFlowWithoutScrolling() {
    PhonePage phone = phone(360, 740, ColorScheme.LIGHT);
    phone.page().waitForSelector(".today[data-live=yes]");
    for (int[] size : List.of(new int[] {360, 740}, new int[] {320, 568})) {
      phone.page().setViewportSize(size[0], size[1]);
      for (ColorScheme scheme : SCHEMES) {
        show(phone, scheme);
        String name =
            "phone-%dx%d-%s".formatted(size[0], size[1], scheme.name().toLowerCase(Locale.ROOT));
        shouldShowTheMainFlow(phone, name);
      }
    }
  }

  private static void shouldShowTheMainFlow(PhonePage phone, String name) {
    phone.choose("digital-id").group("elderly");
    Browser.screenshot(phone.page(), name);
    assertThat(scrolls(phone)).as(name).containsExactly(0, 0);
    Legible.targets(phone.page(), name);
    phone.record();
    assertThat(scrolls(phone)).as("%s with the undo in the foot", name).containsExactly(0, 0);
    Browser.screenshot(phone.page(), name + "-recorded");
    phone.undoIsOver().page().waitForSelector("#app:not(:has([data-undo]))");
  }

  @Test
  void shouldBeLegibleOnEveryPage() {
    PhonePage phone = phone(360, 740, ColorScheme.LIGHT);
    phone.choose("apps").group("elderly").record().choose("on-duty").awaitAllSent();
    for (String name : PAGES) {
      turnTo(phone, name);
      if (name.equals("book")) {
        phone.page().tap(".line");
      }
      for (ColorScheme scheme : SCHEMES) {
        show(phone, scheme);
        Legible.check(phone.page(), name + " " + scheme);
      }
    }
  }

  private static void show(PhonePage phone, ColorScheme scheme) {
    phone.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
  }

  @Test
  void shouldLoseNothingOnASmallPhoneWhenTextIsTwiceAsLarge() {
    PhonePage phone = phone(320, 568, ColorScheme.LIGHT);
    phone.choose("payments").record();
    for (String name : PAGES) {
      turnTo(phone, name);
      Legible.check(phone.page(), name);
    }
    turnTo(phone, "");
    phone.page().evaluate("document.documentElement.style.fontSize = '200%'");
    Browser.screenshot(phone.page(), "phone-320-text-200");
  }

  @Test
  void shouldBeUsableWithKeysAlone() {
    PhonePage phone = phone(360, 740, ColorScheme.LIGHT);
    Page page = phone.page();
    page.focus("[value=public-services]");
    page.keyboard().press("Space");
    page.keyboard().press("ArrowRight");
    assertThat(page.isChecked("[value=digital-id]")).isTrue();
    for (String key : List.of("Tab", "Tab")) {
      page.keyboard().press(key);
    }
    assertThat((String) page.evaluate("document.activeElement.getAttribute('aria-label')"))
        .as("− is off at one person, so the number comes first, then +")
        .isEqualTo("Thêm 1");
    page.keyboard().press("Enter");
    page.keyboard().press("Tab");
    page.keyboard().press("Space");
    page.focus("#entry .go");
    page.keyboard().press("Enter");
    page.waitForSelector("[data-undo]");
    assertThat(page.innerText("[role=status]"))
        .isEqualTo("Đã ghi: VNeID, định danh điện tử · 2 người");
    assertThat(phone.items().getFirst().get("entry").get("groups").get(0).asString())
        .isEqualTo("elderly");
  }

  @Test
  void shouldSpeakEnglishWhenAsked() {
    PhonePage phone = phone(360, 740, ColorScheme.LIGHT);
    turnTo(phone, "machine");
    phone.page().check("[value=en]");
    phone.page().waitForSelector("html[lang=en]");
    turnTo(phone, "");
    assertThat(phone.text("#entry")).contains("Online public services").contains("Record");
    phone.page().reload();
    phone.page().waitForSelector("text=Online public services");
  }

  /** The engine's other page, for those who build on its API. */
  @Test
  void shouldShowTheApiWithNothingFromElsewhereAndNothingToSend() {
    List<String> complaints = browser.complaints();
    List<String> asked = new CopyOnWriteArrayList<>();
    Page page = browser.page(1366, 900);
    page.onRequest(request -> asked.add(request.url()));
    page.navigate(engine.url("/docs").toString());
    page.waitForSelector("#operations-health-isLive");
    assertThat(page.locator(".opblock").count()).isGreaterThan(100);
    page.click("#operations-check-ins-checkIn .opblock-summary-control");
    page.waitForSelector(
        "#operations-check-ins-checkIn .body-param__example:has-text('residents')");
    Browser.screenshot(page, "api-docs");
    assertThat(page.locator(".authorize, .try-out, .execute").count()).isZero();
    assertThat(asked)
        .contains(engine.url("/api/v1/openapi.yaml").toString())
        .allMatch(url -> url.startsWith(engine.url("/").toString()) || url.startsWith("data:"));
    assertThat(browser.complaints()).isEqualTo(complaints);
  }

  private static void turnTo(PhonePage phone, String name) {
    phone.page().evaluate("name => { location.hash = name; }", name);
    phone.page().waitForSelector(".screen." + (name.isEmpty() ? "home" : name));
  }

  private static List<Integer> scrolls(PhonePage phone) {
    List<?> found = (List<?>) phone.page().evaluate(SCROLLS);
    return found.stream().map(value -> ((Number) value).intValue()).toList();
  }

  private static PhonePage phone(int width, int height, ColorScheme scheme) {
    NewContextOptions options =
        PhonePage.options(width, height)
            .setColorScheme(scheme)
            .setReducedMotion(ReducedMotion.REDUCE)
            .setBypassCSP(true);
    PhonePage phone = new PhonePage(browser.page(options));
    phone.page().clock().install();
    phone.open(engine.url("/#code=" + code));
    phone.page().waitForSelector("#entry");
    return phone;
  }
}
