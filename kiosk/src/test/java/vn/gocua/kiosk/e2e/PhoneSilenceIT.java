package vn.gocua.kiosk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.gocua.testkit.Browser;
import vn.gocua.testkit.EngineProcess;
import vn.gocua.testkit.Network;
import vn.gocua.testkit.page.Leader;
import vn.gocua.testkit.page.PhonePage;

/** What does not answer is tried again, and said to be what it is; nothing is lost by it. */
@ExtendWith(SharedField.Extension.class)
class PhoneSilenceIT {
  /** The browser's memory gives no answer to three questions; what was there stays there. */
  private static final String SILENT_MEMORY =
      """
      (() => {
        let silent = 3;
        const open = IDBFactory.prototype.open;
        IDBFactory.prototype.open = function (...asked) {
          return silent-- > 0 ? new EventTarget() : open.apply(this, asked);
        };
      })()
      """;

  /** A transaction is done, and nobody hears of it: once, for the next check-in that is kept. */
  private static final String UNHEARD_SAVING =
      """
      (() => {
        const add = IDBObjectStore.prototype.add;
        IDBObjectStore.prototype.add = function (...what) {
          IDBObjectStore.prototype.add = add;
          this.transaction.oncomplete = null;
          this.transaction.addEventListener('complete', (event) => event.stopImmediatePropagation(), true);
          return add.apply(this, what);
        };
      })()
      """;

  private static final String SILENT_LOCKS =
      "LockManager.prototype.request = () => new Promise(() => {});";
  private static final String NO_LOCKS =
      "Object.defineProperty(Navigator.prototype, 'locks', { get: () => undefined });";
  private static final String NO_CHANNEL =
      "globalThis.BroadcastChannel = class { constructor() { throw new DOMException('no',"
          + " 'SecurityError'); } };";

  private static EngineProcess engine;
  private static Leader leader;
  private static Network network;
  private static Browser browser;

  @BeforeAll
  static void take(SharedField field) {
    engine = field.engine();
    leader = field.leader();
    network = field.network();
    browser = field.browser();
  }

  @BeforeEach
  void mend() {
    network.mend();
  }

  @AfterEach
  void putAway() {
    browser.closePages();
  }

  @Test
  void shouldTryAgainAndSayTheTruthWhenTheMemoryDoesNotAnswer() {
    PhonePage phone = phone("T18");
    network.cut();
    phone.page().waitForSelector(".today[data-live=no]");
    phone.choose("apps").record();
    Page page = phone.page().context().newPage();
    page.clock().install();
    page.addInitScript(SILENT_MEMORY);
    page.navigate(network.url().toString());
    passUntilShown(page, "text=Chưa mở được sổ trên máy này");
    assertThat(page.innerText("#app"))
        .contains("Những lượt đã ghi vẫn ở trên máy")
        .doesNotContain("Chrome", "Safari");
    Legible.check(page, "a memory that is silent");
    Browser.screenshot(page, "phone-silent-360x740");
    PhonePage again = new PhonePage(page);
    passUntilShown(page, "#entry");
    assertThat(again.checkIns()).hasSize(1);
    network.mend();
    again.networkIsBack().awaitAllSent();
  }

  @Test
  void shouldSaveOnceWhatNobodyKnewToBeSaved() {
    PhonePage phone =
        PhonePage.enrolledWithClock(
                browser, network.url(engine.url("/#code=" + leader.code("T19", 1))))
            .awaitKept();
    network.cut();
    phone.page().waitForSelector(".today[data-live=no]");
    phone.page().evaluate(UNHEARD_SAVING);
    phone.choose("apps").people(3).page().tap("#entry .go");
    passUntilShown(phone.page(), "[role=alert] >> text=chưa chắc lượt này đã lưu");
    assertThat(phone.page().inputValue("[data-field=residents]")).isEqualTo("3");
    phone.page().tap("#entry .go");
    phone.page().waitForSelector("[data-undo]");
    assertThat(phone.checkIns()).hasSize(1);
    phone.choose("apps").people(3).record();
    assertThat(phone.checkIns()).as("the next visit is another one").hasSize(2);
    network.mend();
    phone.networkIsBack().awaitAllSent();
    assertThat(phone.journal()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({"T20, silent", "T21, none", "T22, alone"})
  void shouldSendThoughLocksAndTabsAreSilent(String team, String how) {
    PhonePage phone = PhonePage.blank(browser);
    phone.page().clock().install();
    phone
        .page()
        .addInitScript(
            switch (how) {
              case "silent" -> SILENT_LOCKS;
              case "none" -> NO_LOCKS;
              default -> NO_CHANNEL;
            });
    phone.open(network.url(engine.url("/#code=" + leader.code(team, 1))));
    phone.page().waitForSelector("#entry");
    phone.choose("apps").record();
    if (how.equals("silent")) {
      phone.page().clock().fastForward(61_000);
      phone.page().clock().fastForward(11_000);
    }
    phone.awaitAllSent();
    assertThat(phone.journal()).hasSize(1);
  }

  @Test
  void shouldHearOfANewEnrolmentWhenShownThoughTabsCannotSpeak() {
    PhonePage phone = PhonePage.blank(browser);
    phone.page().context().addInitScript(NO_CHANNEL);
    phone.open(network.url(engine.url("/#code=" + leader.code("T23", 1))));
    phone.page().waitForSelector("#entry");
    PhonePage tab = phone.anotherTab(network.url());
    tab.page().waitForSelector("#entry");
    tab.page().evaluate("code => { location.hash = 'code=' + code; }", leader.code("T24", 1));
    tab.page().tap("button >> text=Dùng mã mới");
    tab.page().waitForSelector(".who >> text=Tổ 24");
    phone.choose("apps").record().awaitAllSent();
    phone.page().waitForSelector(".who >> text=Tổ 24");
    assertThat(phone.checkIns().getFirst().get("team").asString()).isEqualTo("T24");
    assertThat(tab.journal()).hasSize(1);
  }

  /** Lets the page's seconds pass quickly until it shows this: at most two minutes of its own. */
  private static void passUntilShown(Page page, String selector) {
    for (int second = 0; second < 120 && !page.isVisible(selector); second++) {
      page.clock().fastForward(1_000);
    }
    page.waitForSelector(selector);
  }

  private static PhonePage phone(String team) {
    return PhonePage.enrolled(browser, network.url(engine.url("/#code=" + leader.code(team, 1))))
        .awaitKept();
  }
}
