package vn.gocua.kiosk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import vn.gocua.protocol.help.HelpRequestList;
import vn.gocua.testkit.Browser;
import vn.gocua.testkit.Network;
import vn.gocua.testkit.page.Leader;
import vn.gocua.testkit.page.PhonePage;
import vn.gocua.testkit.page.Resident;

/**
 * A resident asks, one team comes: seen at once, claimed by one, called, and closed by the check-in
 * that reports the visit. Each test has a hamlet of its own.
 */
@ExtendWith(SharedHall.Extension.class)
class PhoneHelpIT {
  private static final String EVERYTHING_KEPT =
      """
      async () => {
        const kept = [JSON.stringify(localStorage), JSON.stringify(sessionStorage), location.href];
        for (const name of await caches.keys()) {
          const cache = await caches.open(name);
          for (const request of await cache.keys()) {
            kept.push(request.url, await (await cache.match(request)).text());
          }
        }
        const database = await new Promise((resolve, reject) => {
          const opening = indexedDB.open('gocua');
          opening.onsuccess = () => resolve(opening.result);
          opening.onerror = () => reject(opening.error);
        });
        for (const name of database.objectStoreNames) {
          kept.push(await new Promise((resolve, reject) => {
            const reading = database.transaction(name).objectStore(name).getAll();
            reading.onsuccess = () => resolve(JSON.stringify(reading.result));
            reading.onerror = () => reject(reading.error);
          }));
        }
        database.close();
        return kept.join('\\n');
      }
      """;

  private static final String TAP_SOON =
      "path => { const it = document.querySelector(path); setTimeout(() => it.click(), 300); }";

  private static SharedHall hall;
  private static Leader leader;
  private static Resident resident;

  /** The phones' way to the engine; the kiosk has its own. */
  private static Network network;

  @BeforeAll
  static void start(SharedHall shared) {
    hall = shared;
    hall.whole();
    leader = hall.leader();
    resident = hall.resident();
    network = Network.to(hall.engine().port());
  }

  @AfterAll
  static void stop() {
    network.close();
  }

  @AfterEach
  void putAway() {
    hall.browser().closePages();
  }

  @Test
  void shouldShowWhoAskedOnlyAfterTheClaimAndKeepItNowhere() {
    PhonePage phone = phone("T01");
    phone.page().waitForSelector(".help-link[data-open='0']");
    String code = resident.ask("co-giao", "public-services");
    phone.page().waitForSelector(".help-link[data-open='1']");
    phone.page().tap(".help-link");
    Page page = phone.page();
    page.waitForSelector(card("open", code));
    assertThat(phone.text(card("open", code)))
        .contains("Dịch vụ công trực tuyến", "Cơ Giáo", "Vừa gửi", code)
        .doesNotContain(Resident.NAME);

    page.tap(card("open", code) + " .go");
    page.waitForSelector(card("mine", code) + " .contact");
    assertThat(phone.text(card("mine", code))).contains(Resident.NAME, Resident.ADDRESS);
    assertThat(page.getAttribute(".call", "href")).isEqualTo("tel:" + resident.phone());
    assertThat(phone.text(".call")).isEqualTo("Gọi 0912 345 " + resident.phone().substring(7));
    assertThat((String) page.evaluate(EVERYTHING_KEPT))
        .contains(code)
        .doesNotContain(Resident.NAME, resident.phone(), Resident.ADDRESS);

    page.tap(".round");
    page.waitForSelector(".help-link[data-open='0'][data-mine='1']");
    page.tap(".help-link");
    assertThat(page.isVisible(".contact")).as("who asked, after the page was left").isFalse();

    page.tap(card("mine", code) + " .pair .plain");
    page.tap(".ask button >> text=Trả lại");
    page.waitForSelector(card("open", code));
    assertThat(leader.helpRequest(code).status()).isEqualTo("open");
  }

  @Test
  void shouldLetOneTeamWinAndTellTheOtherAtOnceWhoIsComing() {
    PhonePage one = helpPage("T06");
    PhonePage other = helpPage("T07");
    String code = resident.ask("xam-xuyen", "digital-id");
    for (PhonePage phone : List.of(one, other)) {
      phone.page().waitForSelector(card("open", code));
    }
    // Both hands are on the button before either taps: the first claim takes it off the other's
    // page.
    for (PhonePage phone : List.of(one, other)) {
      phone.page().evaluate(TAP_SOON, card("open", code) + " .go");
    }
    Awaitility.await()
        .pollInSameThread()
        .atMost(Duration.ofSeconds(30))
        .until(() -> isShown(one, "mine", code) || isShown(other, "mine", code));
    boolean first = isShown(one, "mine", code);
    PhonePage loser = first ? other : one;
    loser.page().waitForSelector(card("gone", code));
    assertThat(loser.text(card("gone", code))).contains(first ? "Tổ 06 đã nhận" : "Tổ 07 đã nhận");
    assertThat(isShown(first ? one : other, "gone", code)).isFalse();
  }

  @Test
  void shouldFinishWithoutANetworkAndCloseWithTheSameCheckInOnceItIsBack() {
    network.mend();
    PhonePage phone = PhonePage.enrolledWithClock(hall.browser(), link("T10")).awaitKept();
    phone.page().tap(".help-link");
    phone.page().waitForSelector(".help[data-live=yes]");
    String code = claimed(phone, "van-la", "payments");
    network.cut();
    phone.page().waitForSelector(".help[data-live=no]");
    assertThat(phone.text(".help .note")).startsWith("Danh sách lúc");
    phone.page().tap("button >> text=Đã xong");
    assertThat(phone.page().isChecked("[value=payments]")).as("filled in already").isTrue();
    phone.group("elderly").people(2);
    phone.page().tap("#entry .go");
    phone.page().waitForSelector(card("mine", code) + " .note.good");
    assertThat(phone.text("[data-undo]")).startsWith("Đã ghi 2 người · Thanh toán");

    phone.page().reload();
    phone.page().waitForSelector(card("mine", code) + " .note.good");
    String id = phone.checkIns().getFirst().get("id").asString();
    network.mend();
    phone.undoIsOver().networkIsBack().awaitAllSent();
    phone.page().waitForSelector(".nobody");

    HelpRequestList.Row closed = leader.helpRequest(code);
    assertThat(closed.status()).isEqualTo("closed");
    assertThat(closed.checkIn()).isEqualTo(id);
    assertThat(resident.ticket(code).status()).isEqualTo("closed");
    JsonNode entry = phone.journal().getFirst();
    assertThat(entry.get("id").asString()).isEqualTo(id);
    assertThat(entry.get("hamlet").asString()).isEqualTo("van-la");
    assertThat(entry.get("residents").asInt()).isEqualTo(2);
  }

  @Test
  void shouldUndoAVisitAsIfItHadNeverBeenSaidToBeDone() {
    PhonePage phone = helpPage("T15");
    String code = claimed(phone, "la-thuong", "apps");
    phone.page().tap("button >> text=Đã xong");
    phone.page().tap("#entry .go");
    phone.page().waitForSelector("[data-undo]");
    phone.undo();
    phone.await(List::isEmpty);
    phone.page().waitForSelector(card("mine", code) + " .pair");
    assertThat(leader.helpRequest(code).status()).isEqualTo("claimed");
  }

  @Test
  void shouldSayThatAClaimNeedsANetwork() {
    PhonePage phone = helpPage("T19");
    String code = resident.ask("xam-thi", "online-safety");
    phone.page().waitForSelector(card("open", code));
    network.cut();
    phone.page().tap(card("open", code) + " .go");
    phone.page().waitForSelector(card("open", code) + " [role=alert]");
    assertThat(phone.text(card("open", code))).contains("Chưa liên lạc được với máy chủ");
    network.mend();
    phone.page().waitForSelector(".help[data-live=yes]");
    phone.page().tap(card("open", code) + " .go");
    phone.page().waitForSelector(card("mine", code) + " .contact");
  }

  @Test
  void shouldShowWhatLeadersTellAlsoWithoutANetworkUntilItIsRead() {
    PhonePage phone = phone("T28");
    String told = leader.publish("Chiều nay các tổ họp lúc 14 giờ.");
    String taken = leader.publish("Tin này được gỡ ngay.");
    String notice = "[data-notice='%s']";
    phone.page().waitForSelector(notice.formatted(taken));
    leader.withdraw(taken);
    phone.page().waitForSelector(notice.formatted(told));
    network.cut();
    phone.page().reload();
    phone.page().waitForSelector(notice.formatted(told));
    phone.page().tap(".notice summary");
    Legible.check(phone.page(), "notice");
    Browser.screenshot(phone.page(), "phone-notice");
    phone.page().tap(".notice >> text=Đã đọc");
    phone.page().waitForSelector("#app:not(:has(.notice))");
    phone.page().reload();
    phone.page().waitForSelector("#entry");
    assertThat(phone.page().isVisible(".notice")).isFalse();
    leader.withdraw(told);
    network.mend();
  }

  @Test
  void shouldBeReadableByEverybody() {
    PhonePage phone =
        new PhonePage(
            hall.browser()
                .page(
                    PhonePage.options(360, 740)
                        .setReducedMotion(ReducedMotion.REDUCE)
                        .setDeviceScaleFactor(2)
                        .setBypassCSP(true)));
    phone.open(hall.engine().url("/#code=" + leader.code("T24", 1)));
    phone.page().waitForSelector("#entry");
    String mine = resident.ask("no-ban", "commerce");
    resident.ask("no-ban", "digital-id");
    phone.page().waitForSelector(".help-link:not([data-open='0'])");
    bothWays(phone.page(), "home-waiting", false);
    phone.page().evaluate("location.hash = 'help'");
    phone.page().tap(card("open", mine) + " .go");
    phone.page().waitForSelector(card("mine", mine) + " .contact");
    bothWays(phone.page(), "help", true);
    phone.page().tap(card("mine", mine) + " .pair .go");
    phone.page().waitForSelector(".screen.finish");
    bothWays(phone.page(), "finish", true);
  }

  /** A usual phone by day, and a small one by night. */
  private static void bothWays(Page page, String name, boolean checked) {
    look(page, name + "-360x740-light", 360, 740, ColorScheme.LIGHT, checked);
    look(page, name + "-320x568-dark", 320, 568, ColorScheme.DARK, checked);
  }

  private static void look(
      Page page, String way, int width, int height, ColorScheme scheme, boolean checked) {
    page.setViewportSize(width, height);
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
    if (checked) {
      Legible.check(page, way);
    }
    Browser.screenshot(page, "phone-" + way);
  }

  private static String claimed(PhonePage phone, String hamlet, String activity) {
    String code = resident.ask(hamlet, activity);
    phone.page().tap(card("open", code) + " .go");
    phone.page().waitForSelector(card("mine", code) + " .contact");
    return code;
  }

  private static boolean isShown(PhonePage phone, String list, String code) {
    return phone.page().isVisible(card(list, code));
  }

  private static String card(String list, String code) {
    return "[data-list=%s] [data-code=%s]".formatted(list, code);
  }

  private static PhonePage helpPage(String team) {
    PhonePage phone = phone(team);
    phone.page().tap(".help-link");
    phone.page().waitForSelector(".help[data-live=yes]");
    return phone;
  }

  /** A phone that opens without a network from now on. */
  private static PhonePage phone(String team) {
    network.mend();
    PhonePage phone = PhonePage.enrolled(hall.browser(), link(team));
    phone.awaitKept();
    return phone;
  }

  private static URI link(String team) {
    return network.url(hall.engine().url("/#code=" + leader.code(team, 1)));
  }
}
