package vn.gocua.kiosk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gocua.testkit.Browser;
import vn.gocua.testkit.EngineProcess;
import vn.gocua.testkit.KioskProcess;

/**
 * The main job, whole: a leader enrols a phone, a thumb taps, the hall sees it. Everything is real.
 */
class CheckInToWallIT {
  private static final String SIGNAL_IS =
      "signal => document.querySelector('.wall')?.dataset.signal === signal";
  private static final String CHECK_INS_ARE =
      "count => document.querySelector('.counter-value')?.innerText === String(count)";

  @TempDir private Path folder;
  private EngineProcess engine;
  private KioskProcess kiosk;
  private Browser browser;

  @BeforeEach
  void start() {
    engine = EngineProcess.start(folder.resolve("engine"));
    kiosk = KioskProcess.start(folder.resolve("kiosk"), engine.url());
    browser = new Browser();
  }

  @AfterEach
  void stop() {
    browser.close();
    kiosk.close();
    engine.close();
  }

  @Test
  void shouldShowATapOnATeamsPhoneOnTheWallWithinASecond() {
    Page wall = wall(1920, 1080);
    Page phone = phone("T12");
    List<Duration> ways = new ArrayList<>();
    for (int taps = 1; taps <= 6; taps++) {
      long tapped = tap(phone, "public-services");
      wall.waitForFunction(CHECK_INS_ARE, taps);
      ways.add(Duration.ofNanos(System.nanoTime() - tapped));
    }
    ways.removeFirst(); // Both programs have only just started.
    ways.sort(null);
    assertThat(ways.get(ways.size() / 2))
        .as("the usual way of a tap, of %s", ways)
        .isLessThan(Duration.ofSeconds(1));

    assertThat(wall.innerText(".tile:nth-child(12)").replaceAll("\\s+", " "))
        .isEqualTo("Tổ 12 6 tổng 6");
    assertThat(wall.innerText(".ticker-line").replaceAll("\\s+", " "))
        .isEqualTo("Tổ 12 · Dịch vụ công trực tuyến · 1 người · vừa xong");
    wall.waitForFunction(
        "() => /^Trực tiếp · [0-9]+,[0-9]"
            + " giây$/.test(document.querySelector('.light')?.innerText)");
    assertThat(wall.isVisible(".sample")).as("the sample roster says so").isTrue();
    Browser.screenshot(wall, "wall-with-real-engine");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void shouldKeepEveryAcknowledgedCheckInThroughTheEnginesDeathAndOwnUpMeanwhile() {
    Page wall = wall(1080, 1920);
    Page phone = phone("T01");
    var _ = tap(phone, "digital-id");
    wall.waitForFunction(CHECK_INS_ARE, 1);
    phone.waitForSelector("text=Đã gửi");

    long lost = System.nanoTime();
    engine.program().kill();
    wall.waitForFunction(SIGNAL_IS, "stale");
    assertThat(Duration.ofNanos(System.nanoTime() - lost)).isLessThan(Duration.ofSeconds(5));
    assertThat(wall.innerText(".light")).matches("Mất kết nối từ \\d\\d:\\d\\d");
    assertThat(wall.innerText(".counter-value")).isEqualTo("1");
    Browser.screenshot(wall, "wall-portrait-engine-lost");

    engine = EngineProcess.start(folder.resolve("engine"), engine.port());
    wall.waitForFunction(SIGNAL_IS, "live");
    wall.waitForFunction(CHECK_INS_ARE, 1);
    var _ = tap(phone, "digital-id");
    wall.waitForFunction(CHECK_INS_ARE, 2);
  }

  private Page wall(int width, int height) {
    Page wall = browser.page(width, height);
    wall.navigate(kiosk.url("/").toString());
    wall.waitForFunction(SIGNAL_IS, "live");
    return wall;
  }

  private Page phone(String team) {
    Page phone =
        browser.page(
            new NewContextOptions().setViewportSize(360, 740).setHasTouch(true).setIsMobile(true));
    phone.navigate(URI.create(engine.enrolmentLink(team)).toString());
    phone.waitForSelector("#entry");
    return phone;
  }

  /** Chooses what was done and taps the one big button; the moment of the tap is the answer. */
  private static long tap(Page phone, String activity) {
    phone.tap("label[data-activity=" + activity + "]");
    long tapped = System.nanoTime();
    phone.tap("#entry button.go.ready");
    return tapped;
  }
}
