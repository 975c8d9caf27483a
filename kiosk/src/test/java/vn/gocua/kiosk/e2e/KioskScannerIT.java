package vn.gocua.kiosk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.gocua.protocol.help.TicketReceipt;
import vn.gocua.testkit.page.KioskPage;

/**
 * A scanner that types at the residents' kiosk: it presses nothing, and nothing but a ticket leaves
 * the browser. The page's clock stands still between the keys, so that their rhythm is exact.
 */
@ExtendWith(SharedHall.Extension.class)
class KioskScannerIT {
  /** As an identity card's code has it; nobody is called so. */
  private static final String CARD =
      "001060000000|012345678|Nguyễn Thị Mẫu|01011960|Nữ|Thôn Mẫu, xã Hồng Vân|01012022";

  /** Parts of what is scanned that must be in no message. */
  private static final List<String> TRACES = List.of("001060", "Mẫu", "8934567", "shop.invalid");

  private static final String COUNT_CLICKS =
      "globalThis.clicks = 0; addEventListener('click', () => { clicks += 1; }, true);";
  private static final String STATE =
      """
      () => [clicks, location.href, document.activeElement?.outerHTML,
        document.querySelector('.kiosk .page, .kiosk .pairing')?.innerText].join('\\n')
      """;
  private static final Map<String, Integer> NAMED = Map.of("Enter", 13, "Tab", 9, "Backspace", 8);

  private static SharedHall hall;
  private static String cookies;
  private final List<String> sent = new CopyOnWriteArrayList<>();
  private KioskPage screen;
  private CDPSession keyboard;

  @BeforeAll
  static void start(SharedHall shared) {
    hall = shared;
    hall.whole();
    KioskPage paired = hall.screen();
    cookies = paired.cookies();
    paired.close();
  }

  @BeforeEach
  void open() {
    stand(KioskPage.open(hall.browser(), hall.kiosk().url("/kiosk"), 1080, 1920, cookies));
    screen.reloaded().awaitHome();
  }

  private void stand(KioskPage opened) {
    screen = opened;
    Page page = opened.page();
    page.clock().install();
    page.addInitScript(COUNT_CLICKS);
    page.onRequest(request -> sent.add(request.url() + " " + request.postData()));
    page.onWebSocket(socket -> socket.onFrameSent(frame -> sent.add(String.valueOf(frame.text()))));
    keyboard = page.context().newCDPSession(page);
  }

  @AfterEach
  void nothingHasLeft() {
    screen.close();
    assertThat(sent).as("messages of the page").isNotEmpty();
    for (String trace : TRACES) {
      assertThat(sent).as("all that was sent").noneMatch(message -> message.contains(trace));
    }
  }

  private void key(String type, String name) {
    JsonObject key = new JsonObject();
    key.addProperty("type", type);
    key.addProperty("key", name);
    Integer code = NAMED.get(name);
    key.addProperty("windowsVirtualKeyCode", code == null ? (int) name.charAt(0) : code);
    if (type.equals("keyDown") && !name.equals("Tab") && !name.equals("Backspace")) {
      key.addProperty("text", name.equals("Enter") ? "\r" : name);
    }
    keyboard.send("Input.dispatchKeyEvent", key);
  }

  /** Presses keys so many milliseconds apart; a second later, what comes of it has been sent. */
  private void keys(int apart, List<String> names) {
    screen
        .page()
        .clock()
        .pauseAt(((Number) screen.page().evaluate("Date.now() + 2000")).longValue());
    for (String name : names) {
      key("keyDown", name);
      key("keyUp", name);
      screen.page().clock().runFor(apart);
    }
    screen.page().clock().runFor(1_000);
    screen.page().clock().resume();
  }

  private void scan(int apart, String text, String... suffix) {
    List<String> names = new java.util.ArrayList<>(List.of(text.split("")));
    names.addAll(List.of(suffix));
    keys(apart, names);
  }

  /** With the focus where a tap has left it, or on the page's first button. */
  private void touchesNothing(String where) {
    screen
        .page()
        .evaluate(
            "() => { if (!document.activeElement?.matches('button')) {"
                + " [...document.querySelectorAll('.kiosk button')].find(b => b.offsetWidth > 0)"
                + "?.focus(); } }");
    String before = (String) screen.page().evaluate(STATE);
    scan(4, CARD, "Enter");
    scan(50, "8934567 8901234", "Tab", "Enter");
    assertThat(screen.page().evaluate(STATE)).as(where).isEqualTo(before);
  }

  @Test
  void shouldPressNothingOnAnyPage() {
    touchesNothing("the first page");
    screen.page().locator(".tool-language").focus();
    touchesNothing("the language");
    screen.tap(".choice >> nth=0").awaitTitle("Bác cần giúp");
    touchesNothing("the need");
    screen.tap(".choice >> nth=0").await(".hamlets").press("n").awaitLine("N");
    touchesNothing("the hamlets");
    screen.tap(".hamlet").await("text=Buổi sáng");
    touchesNothing("the time");
    screen.tap(".choice >> nth=0").await("text=Cho tôi").tap(".choice >> nth=0");
    screen.await(".keyboard").press("a").awaitLine("A");
    touchesNothing("the name, after one letter");
    screen.press("n").awaitLine("An").onwards().await(".number-pad").press("0").awaitLine("0");
    touchesNothing("the number");
    screen.digits("912345678").awaitLine("0912 345 678").onwards().await(".key-row-digits");
    touchesNothing("the address");
    screen.type("đê2").onwards().await(".points");
    touchesNothing("the consent");
    screen.onwards().await(".made");
    touchesNothing("the ticket that was made");
  }

  @Test
  void shouldPressNothingWhereThereIsMuchToRead() {
    screen.say("Tổ của thôn tôi").await("[data-hamlet]");
    touchesNothing("the teams' hamlets");
    screen.toHome().tap(".choice >> nth=3").await(".shell:not([data-where=home])");
    touchesNothing("the classes");
    screen.toHome().say("Hướng dẫn từng bước").await("[data-guide]");
    touchesNothing("the guides");
    screen.tap("[data-guide]");
    screen.await(".guide-about");
    touchesNothing("a guide");
    screen.onwards().await(".guide-step");
    touchesNothing("a guide's step");
  }

  @Test
  void shouldPressNothingWhereASecretNumberIsAskedFor() {
    TicketReceipt ticket = hall.resident().askFor("no-ban", "digital-id");
    screen.tap(".choice >> nth=4").await(".number-pad");
    screen.digits(ticket.code().substring(3)).onwards().await(".ticket-page");
    touchesNothing("the ticket");
    screen.tap(".choice").awaitTitle("Số bí mật").press("1").awaitLine("1");
    touchesNothing("the secret number");
  }

  @Test
  void shouldPressNothingBeforeTheScreenIsPaired() {
    screen.close();
    stand(KioskPage.open(hall.browser(), hall.kiosk().url("/kiosk"), 1080, 1920));
    screen.reloaded().code();
    touchesNothing("the pairing");
  }

  @Test
  void shouldNotAnswerForSomebodyWhetherTheyAreStillThere() {
    screen.tap(".choice >> nth=0").awaitTitle("Bác cần giúp");
    screen.page().clock().fastForward(61_000);
    screen.await("html[data-asking]");
    scan(4, "8934567890123", "Enter");
    assertThat(screen.count("html[data-asking]")).isEqualTo(1);
    keys(200, List.of("Enter"));
    screen.page().waitForSelector("html:not([data-asking])");
    assertThat(screen.text("h1")).contains("Bác cần giúp");
  }

  @Test
  void shouldTellTheServerNothingOfACodeThatIsNoTicket() {
    for (String other : List.of(CARD, "8934567890123", "https://shop.invalid/hang/ab-12345")) {
      screen.toHome().tap(".choice >> nth=4").await(".number-pad");
      scan(8, other, "Enter");
      screen.await(".said:has-text('không phải')");
      assertThat(screen.text("h1")).contains("Mã phiếu hẹn");
    }
  }

  @Test
  void shouldOpenATicketHoweverItsScannerTypes() {
    TicketReceipt ticket = hall.resident().askFor("no-ban", "digital-id");
    String link = hall.engine().url("/t") + "#" + ticket.code() + "." + ticket.secret();
    for (int apart : List.of(2, 50)) {
      for (String ending : List.of("", ",", "?zarsrc=30")) {
        screen.toHome().tap(".choice >> nth=4").await(".number-pad");
        if (apart == 2) {
          scan(apart, link + ending, "Enter");
        } else {
          scan(apart, link + ending);
        }
        screen.await(".ticket-page[data-status=open] .choice:has-text('Hủy yêu cầu')");
      }
    }
  }

  /** An input method takes letters back and writes others: the code is found, not the secret. */
  @Test
  void shouldFindATicketsCodeInWhatAnInputMethodHasMangled() {
    TicketReceipt ticket = hall.resident().askFor("no-ban", "digital-id");
    screen.tap(".choice >> nth=4").await(".number-pad");
    scan(
        6,
        ticket.code() + ".ba",
        "a",
        "Backspace",
        "Backspace",
        "â",
        "x",
        "Backspace",
        "ẫ",
        "Enter");
    screen.await(".ticket-page[data-status=open]");
    assertThat(screen.count(".choice")).as("a code alone changes nothing").isEqualTo(1);
  }

  @Test
  void shouldServePeopleWithAKeyboard() {
    screen.page().locator(".choice >> nth=0").focus();
    keys(200, List.of("Enter"));
    screen.awaitTitle("Bác cần giúp");
    screen.page().locator(".foot-back").focus();
    keys(90, List.of("Tab"));
    assertThat(screen.page().evaluate("document.activeElement.className"))
        .asString()
        .contains("foot-home");
    keys(90, List.of(" "));
    screen.awaitHome();

    TicketReceipt ticket = hall.resident().askFor("no-ban", "digital-id");
    screen.tap(".choice >> nth=4").await(".number-pad");
    scan(80, ticket.code().toLowerCase(java.util.Locale.ROOT), "Enter");
    screen.await(".ticket-page[data-status=open]");
  }
}
