package vn.gocua.kiosk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.gocua.kiosk.testing.FieldPhone;
import vn.gocua.protocol.client.Caller;
import vn.gocua.protocol.content.GuideEndpoints;
import vn.gocua.protocol.content.GuideInfo;
import vn.gocua.protocol.content.GuideList;
import vn.gocua.protocol.learning.LearnerList;
import vn.gocua.testkit.Browser;
import vn.gocua.testkit.page.KioskPage;
import vn.gocua.testkit.page.Leader;

/**
 * Learning and teams at the kiosk, by taps only, upright and lying, in both languages, with and
 * without an engine.
 */
@ExtendWith(SharedHall.Extension.class)
class KioskLearningIT {
  private static final double PATIENCE = 20_000;

  private static final String SCROLLS =
      "() => { const e = document.querySelector('.page-body');"
          + " return e.scrollHeight > e.clientHeight + 1; }";

  private static SharedHall hall;
  private static Leader leader;
  private static KioskPage screen;
  private static Page page;

  @BeforeAll
  static void start(SharedHall shared) {
    hall = shared;
    hall.whole();
    leader = hall.leader();
    screen = hall.screen();
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
    page = screen.page();
  }

  @AfterAll
  static void leave() {
    screen.close();
  }

  @BeforeEach
  void home() {
    hall.whole();
    Promises.upright(screen);
    screen.toHome();
  }

  private static void open(String door) {
    page.locator(".choice", new Page.LocatorOptions().setHasText(door)).tap();
  }

  private static void onwards() {
    page.locator(".foot-onwards").tap();
  }

  private static void awaitTitle(String title) {
    PlaywrightAssertions.assertThat(page.locator(".page h1")).hasText(title);
  }

  private static void type(String... keys) {
    for (String key : keys) {
      page.locator("[data-key='" + key + "']").tap();
    }
  }

  private static List<String> titles(String slug) {
    GuideInfo guide = hall.engine().api().call(Caller.ANYBODY, GuideEndpoints.FIND, slug);
    return guide.steps().stream().map(GuideInfo.Step::title).toList();
  }

  @Test
  void shouldTeachStepByStepWithoutScrolling() {
    open("Hướng dẫn từng bước");
    awaitTitle("Bác muốn học việc gì?");
    Promises.everywhere(screen, "guides");
    open("Xem tiếp");
    page.locator("[data-guide=dang-ky-khai-sinh]").waitFor();
    Promises.everywhere(screen, "guides-more");
    page.locator(".foot-back").tap();
    page.locator("[data-guide=vneid-muc-2]").tap();
    awaitTitle("Làm VNeID mức 2");
    assertThat(page.locator(".page").innerText()).contains("vneid.gov.vn", "chưa đối chiếu");
    Promises.everywhere(screen, "guide");
    onwards();
    List<String> steps = titles("vneid-muc-2");
    for (int i = 0; i < steps.size(); i++) {
      awaitTitle(steps.get(i));
      assertThat(page.locator(".lead").innerText())
          .isEqualTo("Bước " + (i + 1) + " trên " + steps.size() + " · Làm VNeID mức 2");
      assertThat(page.locator(".guide-page .guide-mark").innerText())
          .isEqualTo("Mẫu, chưa đối chiếu");
      assertThat((Boolean) page.evaluate(SCROLLS)).as(steps.get(i)).isFalse();
      if (i == 0 || i == steps.size() - 1) {
        Promises.everywhere(screen, "guide-step-" + (i + 1));
      }
      if (i < steps.size() - 1) {
        onwards();
      }
    }
    assertThat(page.locator(".take-home .qr").isVisible()).isTrue();
    onwards();
    page.locator("[data-where=home]").waitFor();
  }

  @Test
  void shouldShowWhereTheHamletsTeamIsMetAndWhatItDid() {
    FieldPhone.enrol(hall.engine(), "T02").checkIn("digital-id", 4);
    open("Tổ của thôn tôi");
    page.locator("[data-hamlet=co-giao]").tap();
    awaitTitle("Các tổ ở thôn Cơ Giáo");
    Promises.everywhere(screen, "teams");
    page.locator("[data-team=T02]").tap();
    awaitTitle("Tổ 02");
    PlaywrightAssertions.assertThat(page.locator(".count-number").last()).hasText("4");
    assertThat(page.locator(".page").innerText())
        .contains("Nhà văn hóa thôn Cơ Giáo", "024 0000 0000", "dữ liệu mẫu")
        .contains("VNeID, định danh điện tử");
    assertThat(page.locator(".take-home .qr").isVisible()).isTrue();
    Promises.everywhere(screen, "team");
  }

  /** Each guide as shipped, step by step: about a second a step. */
  @Test
  @Tag("all")
  @Timeout(300)
  void shouldFitEveryStepOfEveryGuide() {
    for (GuideList.Row guide :
        hall.engine().api().call(Caller.ANYBODY, GuideEndpoints.READ).guides()) {
      open("Hướng dẫn từng bước");
      awaitTitle("Bác muốn học việc gì?");
      if (page.locator("[data-guide=" + guide.slug() + "]").count() == 0) {
        open("Xem tiếp");
      }
      page.locator("[data-guide=" + guide.slug() + "]").tap();
      awaitTitle(guide.title());
      Browser.screenshot(page, "guide-" + guide.slug());
      assertThat((Boolean) page.evaluate(SCROLLS)).as(guide.slug()).isFalse();
      int n = 0;
      for (String title : titles(guide.slug())) {
        onwards();
        awaitTitle(title);
        Browser.screenshot(page, "guide-" + guide.slug() + "-" + ++n);
        assertThat((Boolean) page.evaluate(SCROLLS)).as(guide.slug() + ": " + title).isFalse();
      }
      onwards();
      page.locator("[data-where=home]").waitFor();
    }
  }

  private static String schedule(String title, int seats) {
    return leader.schedule(title, "co-giao", "Nhà văn hóa thôn Cơ Giáo (mẫu)", seats);
  }

  @Test
  void shouldGiveTheLastSeatAndSayThatItWas() {
    String session = schedule("Nhận biết lừa đảo qua điện thoại", 1);
    open("Lớp Bình dân học vụ số");
    Locator row = page.locator("[data-class='" + session + "']");
    PlaywrightAssertions.assertThat(row).containsText("còn 1 chỗ");
    Promises.everywhere(screen, "classes");
    row.tap();
    awaitTitle("Nhận biết lừa đảo qua điện thoại");
    Promises.everywhere(screen, "class");
    onwards();
    awaitTitle("Tên người đi học là gì?");
    type("m", "â", "nga", "u");
    onwards();
    awaitTitle("Số điện thoại của bác?");
    type("0", "9", "1", "2", "3", "4", "5", "6", "7", "8");
    onwards();
    awaitTitle("Bác xem lại giúp");
    assertThat(page.locator(".page").innerText()).doesNotContain("0912345678", "0912 345 678");
    Promises.everywhere(screen, "class-consent");
    onwards();
    awaitTitle("Đã giữ chỗ cho bác");
    assertThat(page.locator(".ticket .code").innerText()).matches("LH-[0-9]{4}");
    Promises.everywhere(screen, "class-slip");
    assertThat(page.locator(".foot-back").count()).isZero();
    onwards();
    List<LearnerList.Row> list = leader.learners(session);
    assertThat(list).hasSize(1);
    assertThat(list.getFirst().phone()).isEqualTo("0912345678");
    assertThat(list.getFirst().name()).isEqualTo("Mẫu");
    open("Lớp Bình dân học vụ số");
    PlaywrightAssertions.assertThat(row).containsText("hết chỗ");
    row.tap();
    awaitTitle("Nhận biết lừa đảo qua điện thoại");
    assertThat(page.locator(".foot-onwards").count()).isZero();
  }

  @Test
  void shouldLimitSeatsScreenByScreen() {
    String session = schedule("Thanh toán không dùng tiền mặt", 20);
    KioskPage busy = KioskPage.open(hall.browser(), hall.kiosk().url("/kiosk"), 1080, 1920);
    String code = busy.code();
    busy.accepted(hall.leader()).tap(".choice >> nth=3");
    busy.tap("[data-class='" + session + "']").onwards().awaitTitle("Tên người đi học").type("lan");
    busy.onwards().awaitTitle("Số điện thoại").digits("0912345678").onwards();
    busy.awaitTitle("Bác xem lại giúp");
    hall.resident().useUp(code, schedule("Lớp một chỗ", 1));
    busy.onwards().await(".said:has-text('Máy này')");
    assertThat(leader.learners(session))
        .as("the screen's own share is used up, whoever asks there")
        .isEmpty();
    busy.close();
  }

  @Test
  @Timeout(120)
  void shouldTeachAndShowTeamsWhileTheEngineIsAway() {
    schedule("Dùng VNeID", 20);
    open("Hướng dẫn từng bước");
    page.locator("[data-guide]").first().waitFor();
    page.locator(".foot-home").tap();
    open("Lớp Bình dân học vụ số");
    page.locator(".class-choice", new Page.LocatorOptions().setHasText("Dùng VNeID")).waitFor();
    page.locator(".foot-home").tap();
    screen.awaitHome().rest().await(".rest-class:has-text('Lớp sắp mở')");
    Promises.here(screen, "portrait", "vi", "rest-class");
    Promises.lying(screen);
    Promises.here(screen, "landscape", "vi", "rest-class");
    Promises.upright(screen);
    screen.tap(".rest-touch").awaitHome();
    open("Tổ của thôn tôi");
    page.locator("[data-hamlet=van-la]").tap();
    page.locator("[data-team=T10]").waitFor();
    page.locator(".foot-home").tap();
    hall.network().cut();
    open("Hướng dẫn từng bước");
    page.locator("[data-guide=tro-cap-khuyet-tat]").tap();
    onwards();
    awaitTitle(titles("tro-cap-khuyet-tat").getFirst());
    page.locator(".foot-home").tap();
    open("Tổ của thôn tôi");
    page.locator("[data-hamlet=van-la]").tap();
    page.locator("[data-team=T10]").tap();
    awaitTitle("Tổ 10");
    page.locator(".foot-home").tap();
    open("Lớp Bình dân học vụ số");
    page.locator(".class-choice", new Page.LocatorOptions().setHasText("Dùng VNeID")).tap();
    awaitTitle("Dùng VNeID");
    hall.awaitEngine(false);
    onwards();
    awaitTitle("Máy chủ đang nghỉ một lát");
    Promises.everywhere(screen, "class-away");
  }
}
