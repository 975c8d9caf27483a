package vn.gocua.kiosk.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.gocua.kiosk.testing.SampleCampaign;
import vn.gocua.kiosk.testing.ScriptedEngine;
import vn.gocua.testkit.Browser;
import vn.gocua.testkit.KioskProcess;
import vn.gocua.testkit.Ports;
import vn.gocua.testkit.Program;

/** The wall in a real browser, in front of a scripted engine. */
class WallIT {
  private static final int ENGINE_PORT = Ports.free();
  private static final URI ENGINE = URI.create("http://127.0.0.1:" + ENGINE_PORT);
  private static final String LIVE =
      "() => document.querySelector('.wall')?.dataset.signal === 'live'";
  private static final String STALE =
      "() => document.querySelector('.wall')?.dataset.signal === 'stale'";
  private static final String CLOCK = ".wall .clock-wrong";
  private static final String CUT = "() => 'cut' in document.documentElement.dataset";
  private static final String BACK =
      "() => !('cut' in document.documentElement.dataset) &&"
          + " document.querySelector('.wall')?.dataset.signal === 'live'";

  /** What every wall has to fit on, and what some with 36 teams have. */
  private static final List<int[]> SIZES = List.of(new int[] {1920, 1080}, new int[] {1080, 1920});

  private static final List<int[]> MORE_SIZES =
      List.of(new int[] {1366, 768}, new int[] {3840, 2160});

  @TempDir private static Path folder;
  private static Browser browser;
  private static KioskProcess kiosk;

  /** What the engine tells of; each test has its own. */
  private static volatile SampleCampaign campaign = new SampleCampaign(36, 12);

  private static ScriptedEngine engine;
  private static Thread beating;

  @BeforeAll
  static void startAll() throws IOException {
    browser = new Browser();
    kiosk = KioskProcess.start(folder, ENGINE);
    engine = listening();
    beating = beats(engine);
    awaitHeard();
  }

  @AfterAll
  static void stopAll() {
    browser.close();
    kiosk.close();
    stopEngine();
  }

  @BeforeEach
  void beginAnew() {
    serve(new SampleCampaign(36, 12));
  }

  @ParameterizedTest
  @ValueSource(ints = {36, 60})
  void shouldFillTheScreenWithoutScrollingAndCutNothingOff(int teams) {
    fills(teams);
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 12})
  @Tag("all")
  void shouldFillTheScreenWithFewTeams(int teams) {
    fills(teams);
  }

  private static void fills(int teams) {
    SampleCampaign busy = new SampleCampaign(teams, 12, true, true);
    for (int team = 1; team < teams; team++) {
      for (int i = 0; i < 4_320 / teams * (team % 5) / 3; i++) {
        var _ = busy.checkIn(SampleCampaign.code(team), "digital-id", 2, Duration.ZERO);
      }
    }
    serve(busy);
    Page page = open(1920, 1080);
    page.waitForFunction("n => document.querySelectorAll('.tile').length === n", teams);
    engine.send("tally", busy.checkIn("T03", "commerce", 500, Duration.ofMinutes(59)));
    engine.send("tally", busy.checkIn("T02", "public-services", 12, Duration.ofMillis(120)));
    page.waitForFunction(
        "() => document.querySelector('.ticker')?.innerText.includes('12 người')"
            + " && document.querySelector('.ticker').innerText.includes('500 người')");
    page.waitForFunction("() => document.fonts.status === 'loaded'");
    SIZES.forEach(size -> fits(page, size[0], size[1], teams));
    if (teams == 36) {
      MORE_SIZES.forEach(size -> fits(page, size[0], size[1], teams));
    }
    page.context().close();
  }

  private static void fits(Page page, int width, int height, int teams) {
    page.setViewportSize(width, height);
    String where = "%dx%d-%d-teams".formatted(width, height, teams);
    assertThat(page.evaluate("() => document.documentElement.scrollHeight <= innerHeight"))
        .as(where)
        .isEqualTo(true);
    assertThat(page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
        .as(where)
        .isEqualTo(true);
    assertThat(page.evaluate(OVERFLOWS)).as("parts that do not fit: " + where).isEqualTo(List.of());
    if (height < 2_000) {
      Browser.screenshot(page, "wall-" + where);
    }
  }

  @Test
  void shouldShowACheckInWithoutRedrawingTheRest() {
    for (int i = 1; i <= 5; i++) {
      engine.send("tally", campaign.checkIn(SampleCampaign.code(i), "apps", 1, Duration.ZERO));
    }
    Page page = open(1920, 1080);
    page.waitForFunction("() => document.querySelector('.counter-value')?.innerText === '5'");
    page.waitForFunction("() => !document.querySelector('[data-glow]')");
    page.evaluate(
        """
        () => {
          window.changes = {nodes: 0, tiles: new Set(), rest: 0};
          new MutationObserver(all => all.forEach(m => {
            const element = m.target.nodeType === 1 ? m.target : m.target.parentElement;
            [...m.addedNodes].filter(n => n.nodeType === 1).forEach(() => window.changes.nodes++);
            const tile = element?.closest('.tile');
            if (tile) { window.changes.tiles.add(tile.querySelector('.tile-name').textContent); }
            if (m.attributeName !== 'data-beat') { window.changes.rest++; }
          })).observe(document.querySelector('.wall'), {subtree: true, childList: true, attributes: true, characterData: true});
        }
        """);
    engine.send("tally", campaign.checkIn("T12", "public-services", 2, Duration.ofMillis(80)));
    page.waitForFunction(
        "() => document.querySelector('.ticker-line:not([hidden])')?.innerText.includes('Tổ 12')");
    page.waitForFunction(
        "() => /^Trực tiếp · [0-9]+,[0-9]"
            + " giây$/.test(document.querySelector('.light')?.innerText)");
    assertThat(page.evaluate("() => [...window.changes.tiles]")).isEqualTo(List.of("Tổ 12"));
    assertThat((int) page.evaluate("() => window.changes.nodes")).as("elements built").isZero();
    assertThat((int) page.evaluate("() => window.changes.rest")).as("changes made").isLessThan(40);
    assertThat(page.innerText(".ticker-line:not([hidden])").replaceAll("\\s+", " "))
        .isEqualTo("Tổ 12 · Dịch vụ công trực tuyến 2 người · vừa xong");
    page.context().close();
  }

  @Test
  void shouldGlowForTwoSecondsAndNotAgainAfterAReload() {
    List<String> complaints = browser.complaints();
    Page page = open(1920, 1080);
    engine.send("tally", campaign.checkIn("T07", "apps", 1, Duration.ZERO));
    engine.send("tally", campaign.checkIn("T08", "apps", 1, Duration.ZERO));
    page.waitForFunction(
        """
        () => document.getAnimations().filter(a => a.animationName?.startsWith('glow')
          && ['Tổ 07', 'Tổ 08'].includes(a.effect.target.querySelector('.tile-name').textContent)
          && a.effect.getTiming().duration === 2000).length === 2
        """);
    page.reload();
    page.waitForFunction(LIVE);
    assertThat(page.evaluate("() => document.querySelectorAll('[data-glow]').length")).isEqualTo(0);
    engine.send("tally", campaign.checkIn("T07", "apps", 1, Duration.ZERO));
    page.waitForSelector(".tile[data-glow]");
    page.waitForFunction("() => !document.querySelector('.tile[data-glow]')");
    page.context().close();
    assertThat(browser.complaints())
        .as("browsers have nothing to complain about")
        .isEqualTo(complaints);
  }

  @Test
  void shouldNotMoveForWhoeverAskedForStillness() {
    Page page =
        browser.page(
            new NewContextOptions()
                .setViewportSize(1920, 1080)
                .setReducedMotion(ReducedMotion.REDUCE));
    page.navigate(kiosk.url("/").toString());
    page.waitForFunction(LIVE);
    engine.send("tally", campaign.checkIn("T07", "apps", 1, Duration.ZERO));
    page.waitForSelector(".tile[data-glow]");
    assertThat(page.evaluate("() => document.getAnimations().length")).isEqualTo(0);
    page.context().close();
  }

  @Test
  void shouldOwnUpWithinFiveSecondsWhenTheEngineIsLostAndRecoverByItself() throws IOException {
    SampleCampaign doubted = new SampleCampaign(36, 12);
    doubted.doubtTheClock(Duration.ofDays(3));
    var _ = doubted.checkIn("T01", "apps", 1, Duration.ZERO);
    serve(doubted);
    Page page = open(1920, 1080);
    page.waitForSelector(CLOCK + "[data-kind=doubtful]");
    Object warning = colour(page);
    assertThat(page.evaluate(POOR_CONTRAST)).as("texts below 4.5:1").isEqualTo(List.of());
    page.waitForFunction("() => document.querySelector('.counter-value')?.innerText === '1'");
    long lost = System.nanoTime();
    stopEngine();
    page.waitForFunction(STALE);
    assertThat(Duration.ofNanos(System.nanoTime() - lost)).isLessThan(Duration.ofSeconds(5));
    assertThat(page.evaluate(POOR_CONTRAST))
        .as("texts below 4.5:1 while stale")
        .isEqualTo(List.of());
    assertThat(page.innerText(".light")).matches("Mất kết nối từ \\d\\d:\\d\\d");
    assertThat(page.innerText(".counter-value")).as("the last number, kept").isEqualTo("1");
    assertThat(page.isVisible(CLOCK)).isTrue();
    assertThat(colour(page)).as("not grey").isEqualTo(warning).isEqualTo("rgb(143, 42, 32)");
    page.evaluate("document.documentElement.setAttribute('data-cut', '')");
    assertThat(colour(page)).as("cut off from the kiosk's server").isEqualTo(warning);
    page.evaluate("document.documentElement.removeAttribute('data-cut')");
    Browser.screenshot(page, "wall-stale");
    reviveEngine();
    page.waitForFunction(LIVE);
    assertThat(page.innerText(".light")).startsWith("Trực tiếp");
    page.context().close();
  }

  private static Object colour(Page page) {
    return page.evaluate(
        "selector => getComputedStyle(document.querySelector(selector)).backgroundColor", CLOCK);
  }

  @Test
  void shouldUseItsOwnTypefaceForVietnameseAndKeepTheLegendOnOneLineWithEveryLevel() {
    Page page = open(1920, 1080);
    page.evaluate("() => document.fonts.ready.then(() => true)"); // Another face is wider.
    page.waitForFunction("() => document.fonts.status === 'loaded'");
    Object same =
        page.evaluate(
            """
            () => {
              const width = (family, text) => {
                const canvas = document.createElement('canvas').getContext('2d');
                canvas.font = '700 100px ' + family;
                return canvas.measureText(text).width;
              };
              // A letter the typeface lacks would be borrowed, and measured differently from the same letter beside it.
              return [...'ắằẳẵặếềểễệộồổỗữựừửỷỹỵđĐƯƠ'].filter(
                c => width('Roboto, monospace', c) !== width('Roboto, serif', c));
            }
            """);
    assertThat(same).isEqualTo(List.of());
    Object lines =
        page.evaluate(
            """
            () => {
              const legend = document.querySelector('.legend');
              // A level that no team has is not sent to the page: it is made of another here.
              const early = legend.lastElementChild.cloneNode(true);
              early.dataset.pace = 'early';
              early.querySelector('.legend-count').textContent = 'Chưa tính tiến độ: 36';
              legend.append(early);
              const entries = [...legend.querySelectorAll('.legend-entry:not([hidden])')];
              entries.forEach((entry) => {
                const count = entry.querySelector('.legend-count');
                count.textContent = count.textContent.replace(/\\d+/, '36');
              });
              if (entries.length !== 5) return entries.length + ' entries';
              const tops = entries.map((entry) => entry.getBoundingClientRect().top);
              const height = entries[0].getBoundingClientRect().height;
              return Math.max(...tops) - Math.min(...tops) < height / 2 ? 1 : 2;
            }
            """);
    Browser.screenshot(page, "legend-wall-1920x1080");
    assertThat(lines).isEqualTo(1);
    page.context().close();
  }

  @Test
  void shouldOwnUpWhenTheKioskItselfDiesAndRecoverByItself() {
    Page page = open(1920, 1080);
    long lost = System.nanoTime();
    kiosk.program().kill();
    page.waitForFunction(CUT);
    assertThat(Duration.ofNanos(System.nanoTime() - lost)).isLessThan(Duration.ofSeconds(5));
    assertThat(page.innerText(".cut-text")).matches("Màn hình mất kết nối từ \\d\\d:\\d\\d");
    assertThat(page.isVisible(".light")).isFalse();
    Browser.screenshot(page, "wall-cut");
    kiosk = KioskProcess.start(folder, ENGINE, kiosk.port());
    page.waitForFunction(BACK);
    engine.send("tally", campaign.checkIn("T03", "apps", 1, Duration.ZERO));
    page.waitForFunction("() => document.querySelector('.counter-value')?.innerText === '1'");
    page.context().close();
  }

  @Test
  void shouldSpeakEnglishOnRequest() {
    Page page = browser.page(1920, 1080);
    page.navigate(kiosk.url("/wall?lang=en").toString());
    page.waitForFunction(LIVE);
    assertThat(page.innerText(".ring-label")).isEqualTo("DAY");
    assertThat(page.title()).isEqualTo("Campaign board");
    page.context().close();
  }

  @Test
  void shouldSayInVietnameseThatThereIsNoSuchPage() {
    Page page = browser.page(1280, 800);
    page.navigate(kiosk.url("/khong-co").toString());
    page.waitForSelector("h1");
    assertThat(page.innerText("h1")).isEqualTo("Không có trang này");
    page.context().close();
  }

  private static Page open(int width, int height) {
    Page page = browser.page(width, height);
    page.navigate(kiosk.url("/").toString());
    page.waitForFunction(LIVE);
    return page;
  }

  /** The engine that there is tells of another campaign. */
  private static void serve(SampleCampaign other) {
    campaign = other;
    engine.send("board", other.board());
  }

  private static ScriptedEngine listening() throws IOException {
    return new ScriptedEngine(ENGINE_PORT, () -> campaign.campaign(), () -> campaign.board());
  }

  /** Until it is interrupted, the engine gives signs of life. */
  private static Thread beats(ScriptedEngine heard) {
    return Thread.ofVirtual()
        .start(() -> {
          try {
            while (!Thread.interrupted()) {
              heard.beat();
              Thread.sleep(Duration.ofSeconds(2));
            }
          } catch (InterruptedException _) {
            // The engine has fallen silent.
          }
        });
  }

  private static void awaitHeard() {
    patiently().until(() -> Program.answersOk(kiosk.url("/health/ready")));
  }

  private static void reviveEngine() throws IOException {
    engine = listening();
    beating = beats(engine);
    awaitHeard();
  }

  private static void stopEngine() {
    beating.interrupt();
    engine.close();
  }

  private static ConditionFactory patiently() {
    return await().atMost(Duration.ofSeconds(15));
  }

  /** Elements whose content is cut off, or that stick out of the wall or its columns. */
  private static final String OVERFLOWS =
      """
      () => {
        const wall = document.querySelector('.wall').getBoundingClientRect();
        const foot = document.querySelector('.wall-foot').getBoundingClientRect();
        const out = [];
        for (const e of document.querySelectorAll('.wall *')) {
          const box = e.getBoundingClientRect();
          if (box.width === 0 || e.closest('.cut') || e.closest('.tile[data-glow]')) { continue; }
          if (box.right > wall.right + 1 || box.bottom > wall.bottom + 1 || box.left < -1 || box.top < -1) {
            out.push(e.className + ' outside');
          } else if (!e.closest('.wall-foot') && e.closest('.wall-body') && box.bottom > foot.top + 1) {
            out.push(e.className + ' into the foot');
          } else if (getComputedStyle(e).overflow === 'hidden' && e.scrollWidth > e.clientWidth + 1) {
            out.push(e.className + ' cut: ' + e.textContent);
          }
        }
        return out;
      }
      """;

  /** Texts whose colour and plain background are closer than 4.5:1. */
  private static final String POOR_CONTRAST =
      """
      () => {
        const rgb = c => { const m = c.match(/[\\d.]+/g).map(Number); return m.length > 3 && m[3] === 0 ? null : m; };
        const light = ([r, g, b]) => [r, g, b].map(v => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
          .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
        const back = e => { for (; e; e = e.parentElement) { const c = rgb(getComputedStyle(e).backgroundColor); if (c) { return c; } } return [255, 255, 255]; };
        const out = [];
        for (const e of document.querySelectorAll('.wall *')) {
          const text = [...e.childNodes].filter(n => n.nodeType === 3).map(n => n.data).join('').trim();
          if (!text || !e.checkVisibility()) { continue; }
          const a = light(rgb(getComputedStyle(e).color)), b = light(back(e));
          const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
          if (ratio < 4.5) { out.push(e.className + ' ' + text + ' ' + ratio.toFixed(1)); }
        }
        return out;
      }
      """;
}
