package vn.gocua.kiosk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.gocua.testkit.Browser;
import vn.gocua.testkit.KioskProcess;

/**
 * What a page says to the kiosk's server, be it by its WebSocket or by a request: bounded before
 * anything reads it, since every stranger can open a page.
 */
class KioskMessagesIT {
  /**
   * Keeps the page's WebSockets, so that a test can speak on them, and writes down that one was
   * closed. A page that loads itself anew has not heard of that.
   */
  private static final String KEEP_LINES =
      """
      globalThis.lines = [];
      const Plain = WebSocket;
      globalThis.WebSocket = class extends Plain {
        constructor(...from) {
          super(...from);
          lines.push(this);
          this.addEventListener('close', () => sessionStorage.setItem('closed', 'yes'));
        }
      };
      """;

  @TempDir private static Path folder;
  private static KioskProcess kiosk;
  private static Browser browser;
  private static @Nullable BrowserContext context;

  @BeforeAll
  static void start() {
    kiosk = KioskProcess.start(folder, URI.create("http://127.0.0.1:1"));
    browser = new Browser();
  }

  @AfterAll
  static void stop() {
    browser.close();
    kiosk.program().kill();
  }

  /** A page of its own, in the one profile. */
  private static Page page() {
    BrowserContext known = context;
    Page page = known == null ? browser.page(1280, 800) : known.newPage();
    context = page.context();
    page.addInitScript(KEEP_LINES);
    page.navigate(kiosk.url("/").toString());
    page.waitForSelector(".wall");
    page.waitForFunction("() => lines[0]?.readyState === WebSocket.OPEN");
    return page;
  }

  /** The status of what a page asks of its own server. */
  private static int asked(String body) {
    Page page = page();
    Object status =
        page.evaluate(
            "async () => (await fetch('/?v-r=uidl&v-uiId='"
                + " + new URL(lines[0].url).searchParams.get('v-uiId'), { method: 'POST',"
                + " headers: { 'content-type': 'application/json' }, body: "
                + body
                + " })).status");
    page.close();
    return (int) status;
  }

  private static void closed(Page page) {
    page.waitForFunction("() => sessionStorage.getItem('closed') === 'yes'");
    page.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"999999999|{", "5|123456", "without a bar"})
  void shouldHangUpOnAMessageOfNoLengthThatMayBe(String message) {
    assertHungUpOn(message);
  }

  @ParameterizedTest
  @Tag("all")
  @ValueSource(strings = {"131073|{", "-1|", "99999999999999|", "|", "x|{}"})
  void shouldHangUpOnOddLengthsToo(String message) {
    assertHungUpOn(message);
  }

  private static void assertHungUpOn(String message) {
    Page page = page();
    page.evaluate("message => lines[0].send(message)", message);
    closed(page);
  }

  @Test
  void shouldHangUpOnPiecesThatComeWithoutEnd() {
    Page page = page();
    page.evaluate("() => lines[0].send('100000|x')");
    page.evaluate("() => { for (let i = 0; i < 9; i++) lines[0].send('y'.repeat(11_112)); }");
    closed(page);
  }

  @Test
  void shouldRefuseARequestThatIsTooLong() {
    assertThat(asked("'x'.repeat(200_000)")).isEqualTo(413);
  }

  @ParameterizedTest
  @ValueSource(strings = {"'['.repeat(100_000)", "'\\ud800'"})
  void shouldReadWhatAPageNeverSaysWithoutFailing(String body) {
    assertThat(asked(body)).isBetween(200, 499);
  }

  @ParameterizedTest
  @Tag("all")
  @ValueSource(
      strings = {
        "'{\"a\":'.repeat(20_000)",
        "'9'.repeat(100_000)",
        "'{\"' + 'n'.repeat(100_000)",
        "'{\"rpc\":[' + '{},'.repeat(40_000) + '{}]}'"
      })
  void shouldReadOddBodiesToo(String body) {
    assertThat(asked(body)).isBetween(200, 499);
  }
}
