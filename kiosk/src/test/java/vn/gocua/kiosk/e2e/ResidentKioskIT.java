package vn.gocua.kiosk.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import vn.gocua.kiosk.testing.Browser;
import vn.gocua.kiosk.testing.EngineProcess;
import vn.gocua.kiosk.testing.KioskProcess;
import vn.gocua.kiosk.testing.Network;

/** Somebody walks up to the kiosk, is understood, and leaves nothing behind. Taps only. */
class ResidentKioskIT {
  /** Buttons that a finger can reach now, and are too small for it. */
  private static final String SMALL =
      """
      (least) => [...document.querySelectorAll('.kiosk button')]
        .map(button => ({ button, box: button.getBoundingClientRect() }))
        .filter(({ box }) => box.width > 0 && (box.width < least || box.height < least))
        .map(({ button, box }) => `${button.className} ${button.innerText} ${box.width}×${box.height}`)
      """;

  private static final String SMALL_TEXT =
      """
      () => [...document.querySelectorAll('.kiosk *')]
        .filter(e => [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()) && e.getClientRects().length)
        .filter(e => parseFloat(getComputedStyle(e).fontSize) < 23.9)
        .map(e => `${e.className}: ${e.innerText}`)
      """;

  /** Axe asks 7:1 of small text only; here it goes for all. */
  private static final String PALE =
      """
      () => {
        const parts = (c) => c.match(/[\\d.]+/g).map(Number);
        const light = (c) => c.slice(0, 3).map(v => v / 255)
          .map(v => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
          .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
        const behind = (e) => {
          if (!e) return [255, 255, 255];
          const [r, g, b, a = 1] = parts(getComputedStyle(e).backgroundColor);
          if (a === 1) return [r, g, b];
          const below = behind(e.parentElement);
          return [r, g, b].map((v, i) => v * a + below[i] * (1 - a));
        };
        const ratio = (e) => {
          const [one, two] = [light(parts(getComputedStyle(e).color)), light(behind(e))].sort((x, y) => y - x);
          return (one + 0.05) / (two + 0.05);
        };
        return [...document.querySelectorAll('.kiosk *')]
          .filter(e => [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()) && e.getClientRects().length)
          .filter(e => ratio(e) < 7)
          .map(e => `${e.className} ${e.innerText} ${ratio(e).toFixed(2)}`);
      }
      """;

  private static final String CUT_OFF =
      """
      () => [...document.querySelectorAll('.kiosk, .kiosk *')]
        .filter(e => e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).overflowX !== 'visible')
        .map(e => `${e.className} ${e.scrollWidth}`)
      """;

  private static final String NAME = "Nguyễn Thị Huỳnh";
  private static final String PHONE = "0912345678";

  @TempDir private static Path folder;
  private static EngineProcess engine;
  private static Network network;
  private static KioskProcess kiosk;
  private static Leader leader;
  private static Browser browser;

  @BeforeAll
  static void start() {
    engine = EngineProcess.start(folder);
    network = Network.to(engine.port());
    kiosk = KioskProcess.start(folder, network.url());
    leader = Leader.signIn(engine);
    browser = new Browser();
  }

  @AfterAll
  static void stop() {
    browser.close();
    kiosk.close();
    network.close();
    engine.close();
  }

  @Test
  void shouldServeOnlyOnceALeaderHasAcceptedItsCodeAndStillAfterARestart() {
    KioskPage screen = KioskPage.open(browser, kiosk.url("/kiosk"), 1080, 1920);
    assertThat(screen.code()).matches("[2-9A-Z]{6}");
    assertThat(screen.count(".choice")).isZero();
    String code = screen.code();
    KioskPage stranger = KioskPage.open(browser, kiosk.url("/kiosk"), 1080, 1920);
    screen.accepted(leader);
    assertThat(stranger.code()).as("another browser is another screen").isNotEqualTo(code);
    stranger.close();

    int port = kiosk.port();
    kiosk.close();
    kiosk = KioskProcess.start(folder, network.url(), port);
    screen.reloaded().awaitHome();
    leader.revokeScreen(code);
    screen.reloaded().await(".pairing[data-standing=REVOKED]");
    assertThat(screen.count(".choice")).isZero();
    screen.say("Lấy mã mới");
    assertThat(screen.code()).isEqualTo(code);
    screen.close();
  }

  @ParameterizedTest
  @CsvSource({
    "portrait, 1080, 1920, vi",
    "landscape, 1920, 1080, vi",
    "portrait, 1080, 1920, en",
    "landscape, 1920, 1080, en"
  })
  void shouldTakeARequestInNineTaps(String name, int width, int height, String language) {
    KioskPage screen = screen(width, height);
    if (language.equals("en")) {
      screen.tap(".tool-language").await(".shell[lang=en]");
    }
    int before = screen.taps();
    inspect(screen, name, language, "home");
    screen.tap(".choice >> nth=0").await("text=" + words(language, "Bác cần giúp", "What do you"));
    inspect(screen, name, language, "activity");
    screen.tap(".choice >> nth=0").await(".hamlets");
    inspect(screen, name, language, "hamlet");
    screen.type("no ba").await(".hamlet:only-child");
    assertThat(screen.count(".hamlet[data-hamlet=no-ban]")).as("found without marks").isEqualTo(1);
    screen.tap(".hamlet").await("text=" + words(language, "Buổi chiều", "Afternoon"));
    inspect(screen, name, language, "when");
    screen.tap(".choice >> nth=2").await("text=" + words(language, "Cho trẻ em", "For a child"));
    inspect(screen, name, language, "whom");
    screen.tap(".choice >> nth=1").await(".keyboard");
    screen.type("nguyên4 thi5 huynh2");
    screen.awaitLine(NAME);
    inspect(screen, name, language, "name");
    screen.onwards().await(".number-pad").digits(PHONE);
    screen.awaitLine("0912 345 678");
    inspect(screen, name, language, "phone");
    screen.onwards().await(".key-row-digits");
    screen.type("xom1 ").press("2").awaitLine("Xóm 2");
    inspect(screen, name, language, "address");
    screen.onwards().await(".points");
    assertThat(screen.text(".facts"))
        .contains(NAME, "0912 ••• 678", "Nỏ Bạn", "Xóm 2")
        .doesNotContain(PHONE, "345 678");
    inspect(screen, name, language, "consent");
    screen.onwards().await(".made");
    assertThat(screen.taps() - before).as("taps apart from typing").isLessThanOrEqualTo(9);
    inspect(screen, name, language, "ticket");

    String ticket = screen.text(".ticket .code");
    JsonNode request = leader.helpRequest(ticket);
    assertThat(request.get("hamlet").asString()).isEqualTo("no-ban");
    assertThat(request.get("when").asString()).isEqualTo("afternoon");
    assertThat(request.get("guardian").asBoolean()).isTrue();
    assertThat(leader.contact(ticket).get("name").asString()).isEqualTo(NAME);
    assertThat(screen.page().url())
        .as("nothing personal")
        .isEqualTo(kiosk.url("/kiosk").toString());
    screen.close();
  }

  @ParameterizedTest
  @CsvSource({"portrait, 1080, 1920", "landscape, 1920, 1080"})
  void shouldBeReadableInEveryWayOfShowingIt(String name, int width, int height) {
    KioskPage screen = screen(width, height);
    screen.tap(".choice >> nth=4").await(".number-pad");
    inspect(screen, name, "vi", "find");
    screen.tap(".foot-home").tap(".choice >> nth=5").await(".board");
    inspect(screen, name, "vi", "board");
    screen.tap(".foot-home").awaitHome();
    screen
        .page()
        .evaluate("document.querySelector('.shell').dispatchEvent(new Event('gocua-rest'))");
    screen.await(".rest");
    inspect(screen, name, "vi", "rest");
    screen.tap(".rest-touch").awaitHome();
    for (int size = 2; size <= 4; size++) {
      screen.tap(".tool-size").await(".shell[data-size='%d']".formatted(size));
    }
    inspect(screen, name, "vi", "home-largest");
    screen.tap(".tool-contrast").await(".shell[data-contrast=high]");
    screen.tap(".choice >> nth=0").await("text=Bác cần giúp");
    inspect(screen, name, "vi", "activity-contrast");
    if (height > width) {
      screen.tap(".tool-size").await(".shell[data-size='1']");
      screen.tap(".tool-low").await(".shell[data-low=true]");
      int top =
          ((Number)
                  screen
                      .page()
                      .evaluate(
                          "Math.min(...[...document.querySelectorAll('.kiosk button')].filter(b => b.getClientRects().length).map(b => b.getBoundingClientRect().top))"))
              .intValue();
      assertThat(top).as("within reach of who sits").isGreaterThan(height / 3);
      inspect(screen, name, "vi", "activity-low");
      screen.tap(".choice >> nth=0").await(".hamlets");
      inspect(screen, name, "vi", "hamlet-low");
    }
    screen.close();
  }

  @Test
  void shouldForgetWhoeverHasLeft() {
    KioskPage screen = screen(1080, 1920);
    screen.page().clock().install();
    screen.reloaded().awaitHome();
    toName(screen).type("nguyên4").awaitLine("Nguyễn");
    screen.page().clock().fastForward(61_000);
    screen.await("html[data-asking]");
    assertThat(screen.locator(".still").isVisible()).isTrue();
    Browser.screenshot(screen.page(), "kiosk-portrait-vi-still");
    screen.tap(".still-yes");
    screen.await("html:not([data-asking])");
    assertThat(screen.text(".line-text")).as("kept").isEqualTo("Nguyễn");

    screen.page().clock().fastForward(61_000);
    screen.await("html[data-asking]");
    screen.page().clock().fastForward(16_000);
    screen.awaitHome();
    toName(screen);
    assertThat(screen.text(".line-text")).as("wiped").isEmpty();
    screen.close();
  }

  @Test
  void shouldLeadToTheFirstPageByTheBackButton() {
    KioskPage screen = screen(1080, 1920);
    toName(screen).type("nguyên4");
    screen.page().goBack();
    screen.awaitHome();
    screen.page().goBack();
    screen.awaitHome();
    assertThat(screen.page().url()).isEqualTo(kiosk.url("/kiosk").toString());
    toName(screen);
    assertThat(screen.text(".line-text")).isEmpty();
    screen.close();
  }

  @Test
  void shouldFollowARequestFromTheKioskToThePhoneAndBackAndOntoTheWall() {
    KioskPage screen = screen(1080, 1920);
    screen.tap(".choice >> nth=0").await("text=Bác cần giúp").tap(".choice >> nth=3");
    screen.tap(".hamlet[data-hamlet=phuong-que]").await("text=Buổi sáng").tap(".choice >> nth=0");
    screen.await("text=Cho tôi").tap(".choice >> nth=0").await(".keyboard").type("lan");
    screen.onwards().await(".number-pad").digits(PHONE).onwards().await(".key-row-digits");
    screen.type("đê2").onwards().await(".points").onwards().await(".made");
    String code = screen.text(".ticket .code");
    String team = leader.helpRequest(code).get("team").asString();
    String carried = QrReader.read(screen.locator(".qr").getAttribute("src"));
    assertThat(carried).startsWith(network.url() + "/t#" + code + ".");
    screen.onwards().awaitHome().tap(".choice >> nth=4").await(".number-pad");
    screen.digits(code.substring(3)).onwards().await(".ticket-page[data-status=open]");
    assertThat(screen.count(".choice")).as("a code alone changes nothing").isZero();
    screen.tap(".foot-back").await(".find").scan(carried);
    screen.await(".ticket-page[data-status=open] .choice");

    var wall = browser.page(1920, 1080);
    wall.navigate(kiosk.url("/").toString());
    wall.waitForSelector(".wall[data-signal=live]");
    PhonePage phone = PhonePage.enrolled(browser, engine.url("/#code=" + leader.code(team, 1)));
    phone.page().tap(".help-link");
    phone.page().tap("[data-list=open] [data-code=%s] .go".formatted(code));
    screen.await(".ticket-page[data-status=claimed]");
    phone.page().tap("[data-list=mine] [data-code=%s] .pair .go".formatted(code));
    phone.page().waitForSelector(".screen.finish");
    phone.page().tap("#entry .go");
    screen.await(".ticket-page[data-status=closed]");
    Browser.screenshot(screen.page(), "kiosk-portrait-vi-ticket-closed");
    wall.waitForSelector(".ticker-line");
    screen.tap(".faces .choice >> nth=4").await("text=Cảm ơn bác");
    assertThat(leader.helpRequest(code).get("stars").asInt()).isEqualTo(5);
    assertThat(screen.text(".ticket-steps")).contains("Đã giúp xong");
    wall.context().close();
    phone.page().context().close();
    screen.close();
  }

  @Test
  void shouldKeepARequestThatTheEngineCouldNotTakeUntilItCan() {
    KioskPage screen = screen(1080, 1920);
    toName(screen).type("lan").onwards().await(".number-pad").digits("0987654321");
    screen.onwards().await(".key-row-digits").type("đê2").onwards().await(".points");
    network.cut();
    screen.onwards().awaitTitle("Máy chủ đang nghỉ một lát");
    inspect(screen, "portrait", "vi", "away");
    network.mend();
    screen.tap(".foot-back").await(".points").onwards().await(".made");
    String carried = QrReader.read(screen.locator(".qr").getAttribute("src"));
    String code = screen.text(".ticket .code");
    screen.onwards().awaitHome().tap(".choice >> nth=4").await(".find").scan(carried);
    screen.await(".ticket-page[data-status=open] .choice").tap(".choice >> nth=0");
    screen.await("text=Buổi tối").tap(".choice >> nth=3").await("text=Đã đổi");
    assertThat(leader.helpRequest(code).get("when").asString()).isEqualTo("evening");
    screen.tap(".choice >> nth=1").await("text=Vâng, rút lại").tap(".choice >> nth=0");
    screen.await(".ticket-page[data-status=withdrawn]");
    inspect(screen, "portrait", "vi", "withdrawn");
    assertThatThrownBy(() -> leader.contact(code)).hasMessageContaining("contact-erased");
    screen.close();
  }

  private static KioskPage toName(KioskPage screen) {
    return screen
        .tap(".choice >> nth=0")
        .await("text=Bác cần giúp")
        .tap(".choice >> nth=0")
        .tap(".hamlet")
        .await("text=Buổi sáng")
        .tap(".choice >> nth=0")
        .await("text=Cho tôi")
        .tap(".choice >> nth=0")
        .await(".keyboard");
  }

  private static KioskPage screen(int width, int height) {
    return KioskPage.open(browser, kiosk.url("/kiosk"), width, height).accepted(leader);
  }

  private static String words(String language, String vietnamese, String english) {
    return language.equals("vi") ? vietnamese : english;
  }

  /** What every page owes everybody. */
  private static void inspect(KioskPage screen, String form, String language, String page) {
    screen.page().waitForFunction("() => document.fonts.status === 'loaded'");
    Browser.screenshot(screen.page(), "kiosk-%s-%s-%s".formatted(form, language, page));
    String where = form + " " + language + " " + page;
    assertThat(screen.count(".choice")).as(where).isLessThanOrEqualTo(6);
    double least = form.equals("portrait") ? 95.9 : 79.9;
    assertThat((List<?>) screen.page().evaluate(SMALL, least))
        .as("small targets: " + where)
        .isEmpty();
    assertThat(screen.list(SMALL_TEXT)).as("small text: " + where).isEmpty();
    assertThat(screen.list(PALE)).as("contrast below 7:1: " + where).isEmpty();
    assertThat(screen.list(CUT_OFF)).as("cut off: " + where).isEmpty();
    assertThat((int) screen.page().evaluate("document.documentElement.scrollWidth - innerWidth"))
        .as("sideways: " + where)
        .isZero();
    AxeRunOptions options = new AxeRunOptions();
    options.setRules(PhoneScreenIT.enabled("color-contrast-enhanced", "target-size"));
    assertThat(new AxeBuilder(screen.page()).options(options).analyze().getViolations())
        .as("axe: " + where)
        .extracting(Rule::getId, rule -> rule.getNodes().getFirst().getHtml())
        .isEmpty();
  }
}
