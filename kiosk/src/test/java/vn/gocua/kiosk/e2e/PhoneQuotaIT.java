package vn.gocua.kiosk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gocua.testkit.Browser;
import vn.gocua.testkit.EngineProcess;
import vn.gocua.testkit.KioskProcess;
import vn.gocua.testkit.Ports;
import vn.gocua.testkit.page.PhonePage;

/** A phone beyond its hourly quota keeps everything, says so kindly, and leaders are told. */
@Tag("all")
class PhoneQuotaIT {
  private EngineProcess engine;
  private KioskProcess kiosk;
  private Browser browser;

  @BeforeEach
  void start(@TempDir Path folder) {
    int port = Ports.free();
    Map<String, String> quota = Map.of("GOCUA_PHONE_QUOTA", "2");
    var starting =
        CompletableFuture.supplyAsync(
            () -> EngineProcess.start(folder.resolve("engine"), port, quota));
    kiosk = KioskProcess.start(folder.resolve("kiosk"), URI.create("http://127.0.0.1:" + port));
    browser = new Browser();
    engine = starting.join();
  }

  @AfterEach
  void stop() {
    browser.close();
    kiosk.program().kill();
    engine.program().kill();
  }

  @Test
  void shouldLoseNothingBeyondTheQuotaAndTellVolunteerAndLeaders() {
    PhonePage phone = PhonePage.enrolledWithClock(browser, URI.create(engine.enrolmentLink("T03")));
    phone.choose("apps").record().choose("payments").record().undoIsOver().awaitAllSent();
    phone.choose("apps").record().undoIsOver();
    phone.page().waitForSelector(".status >> text=không mất lượt nào");
    assertThat(phone.text(".status")).contains("1 lượt chờ gửi", "tự gửi tiếp lúc");
    phone.networkIsBack();
    assertThat(phone.text(".status")).contains("không mất lượt nào");
    assertThat(PhonePage.is(phone.items().getLast(), "waiting")).isTrue();
    assertThat(phone.journal()).hasSize(2);
    Browser.screenshot(phone.page(), "phone-quota");

    Page desk = DeskPages.signIn(browser, kiosk, 1440, 900);
    desk.waitForSelector(
        ".overview-alert-list li[data-kind=quota][data-urgent=true]:has-text('Tổ 03')");
    Browser.screenshot(desk, "desk-quota");
    desk.navigate(kiosk.url("/leader/phones").toString());
    desk.waitForSelector(".status-chip:has-text('quá hạn mức')");
    Browser.screenshot(desk, "desk-quota-phones");
  }
}
