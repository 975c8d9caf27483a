package vn.gocua.kiosk.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.gocua.protocol.help.HelpRequestList;
import vn.gocua.protocol.help.TicketReceipt;
import vn.gocua.testkit.page.KioskPage;
import vn.gocua.testkit.page.Leader;
import vn.gocua.testkit.page.PhonePage;

/** Somebody walks up to the kiosk, is understood, and leaves nothing behind. Taps only. */
@ExtendWith(SharedHall.Extension.class)
class ResidentKioskIT {
  private static final String NAME = "Nguyễn Thị Huỳnh";
  private static final String PHONE = "0912345678";

  /** A voice for Vietnamese, and a memory of what it was told to say. */
  private static final String VOICE =
      """
      (() => {
        const spoken = [];
        globalThis.spoken = spoken;
        globalThis.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
        Object.defineProperty(globalThis, 'speechSynthesis', { configurable: true, value: {
          voices: [{ lang: 'vi-VN', name: 'Mẫu' }],
          getVoices() { return this.voices; },
          addEventListener(name, heard) { this.heard = heard; },
          speak(words) { spoken.push({ text: words.text, lang: words.lang, rate: words.rate, voice: words.voice?.name }); },
          cancel() { spoken.length = 0; },
        } });
      })()
      """;

  private static SharedHall hall;
  private static Leader leader;

  /** Paired once; every test begins on its first page. */
  private static KioskPage screen;

  @BeforeAll
  static void start(SharedHall shared) {
    hall = shared;
    hall.whole();
    leader = hall.leader();
    screen = hall.screen();
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

  @Test
  void shouldServeOnlyOnceALeaderHasAcceptedItsCodeAndStillAfterARestart() {
    KioskPage fresh = KioskPage.open(hall.browser(), hall.kiosk().url("/kiosk"), 1080, 1920);
    assertThat(fresh.code()).matches("[2-9A-Z]{6}");
    assertThat(fresh.count(".choice")).isZero();
    String code = fresh.code();
    KioskPage stranger = KioskPage.open(hall.browser(), hall.kiosk().url("/kiosk"), 1080, 1920);
    fresh.accepted(leader);
    assertThat(stranger.code()).as("another browser is another screen").isNotEqualTo(code);
    stranger.close();

    hall.restartKiosk();
    hall.whole();
    fresh.reloaded().awaitHome();
    screen.reloaded().awaitHome();
    leader.revokeScreen(code);
    fresh.reloaded().await(".pairing[data-standing=REVOKED]");
    assertThat(fresh.count(".choice")).isZero();
    fresh.say("Lấy mã mới");
    assertThat(fresh.code()).isEqualTo(code);
    fresh.close();
  }

  @Test
  void shouldTakeARequestInNineTaps() {
    int before = screen.taps();
    Promises.everywhere(screen, "home");
    screen.tap(".choice >> nth=0").awaitTitle("Bác cần giúp");
    Promises.everywhere(screen, "activity");
    screen.tap(".choice >> nth=0").await(".hamlets");
    Promises.everywhere(screen, "hamlet");
    screen.type("no ba").await(".hamlet:only-child");
    assertThat(screen.count(".hamlet[data-hamlet=no-ban]")).as("found without marks").isEqualTo(1);
    screen.tap(".hamlet").await("text=Buổi chiều");
    Promises.everywhere(screen, "when");
    screen.tap(".choice >> nth=2").await("text=Cho trẻ em");
    Promises.everywhere(screen, "whom");
    screen.tap(".choice >> nth=1").await(".keyboard");
    screen.type("nguyên4 thi5 huynh2");
    screen.awaitLine(NAME);
    Promises.everywhere(screen, "name");
    screen.onwards().await(".number-pad").digits(PHONE);
    screen.awaitLine("0912 345 678");
    Promises.everywhere(screen, "phone");
    screen.onwards().await(".key-row-digits");
    screen.type("xom1 ").press("2").awaitLine("Xóm 2");
    Promises.everywhere(screen, "address");
    screen.onwards().await(".points");
    assertThat(screen.text(".facts"))
        .contains(NAME, "0912 ••• 678", "Nỏ Bạn", "Xóm 2")
        .doesNotContain(PHONE, "345 678");
    Promises.everywhere(screen, "consent");
    screen.onwards().await(".made");
    assertThat(screen.taps() - before).as("taps apart from typing").isLessThanOrEqualTo(9);
    screen.await("text=Nơi gặp");
    Promises.everywhere(screen, "ticket");

    String ticket = screen.text(".ticket .code");
    HelpRequestList.Row request = leader.helpRequest(ticket);
    assertThat(request.hamlet()).isEqualTo("no-ban");
    assertThat(request.when()).isEqualTo("afternoon");
    assertThat(request.guardian()).isTrue();
    assertThat(leader.contact(ticket).name()).isEqualTo(NAME);
    assertThat(screen.page().url())
        .as("nothing personal")
        .isEqualTo(hall.kiosk().url("/kiosk").toString());
    printsOnASlip(ticket);
  }

  /** One piece of the roll's width, with the code and nothing of the person. */
  private static void printsOnASlip(String ticket) {
    screen.page().evaluate("() => { globalThis.print = () => { globalThis.printed = true; }; }");
    assertThat(screen.page().locator(".slip").textContent())
        .contains(ticket, screen.text(".pin"), "Nỏ Bạn", "Buổi chiều")
        .doesNotContain(NAME, PHONE, "Xóm 2", "345 678");
    Map.of(80, 4, 58, 5).forEach((roll, edge) -> printsOnARoll(ticket, roll, edge));
  }

  /**
   * @param edge mm at each side that the printer's head can't reach
   */
  private static void printsOnARoll(String ticket, int roll, int edge) {
    screen
        .page()
        .evaluate(
            "roll => { globalThis.printed = false;"
                + " document.querySelector('.slip').dataset.roll = roll; }",
            roll);
    screen.tap(".print-slip").await(".said:has-text('máy in')");
    screen.page().waitForFunction("() => globalThis.printed");
    Printed printed = Printed.of(screen.page(), "kiosk-slip-" + roll);
    assertThat(printed.sheets()).as("one piece of paper").hasSize(1);
    Printed.Sheet slip = printed.sheets().getFirst();
    assertThat(printed.text()).doesNotContain("1 / 1");
    double end = slip.lines().stream().mapToDouble(Printed.Line::bottom).max().orElseThrow();
    assertThat(slip.height() - end).as("paper for nothing").isLessThan(20);
    assertThat(slip.width()).isBetween(roll - 0.5, roll + 0.5);
    assertThat(slip.height()).isGreaterThan(roll + 9.5);
    assertThat(printed.text()).contains(ticket, "Buổi chiều", "Nỏ Bạn").doesNotContain(NAME);
    assertThat(slip.lines())
        .as("within what the printer reaches")
        .allMatch(line -> line.left() > edge - 0.3 && line.right() < roll - edge + 0.3);
    assertThat(slip.isBlank(0, 0, edge - 0.3, 200)).isTrue();
    assertThat(slip.isBlank(roll - edge + 0.3, 0, roll, 200)).isTrue();
    double code = slip.line(ticket).bottom();
    assertThat(slip.code(0, code + 2, roll, code + 62)).contains("/t#");
  }

  @Test
  void shouldBeReadableInEveryWayOfShowingIt() {
    screen.tap(".choice >> nth=4").await(".number-pad");
    Promises.everywhere(screen, "find");
    screen.tap(".foot-home").awaitHome().tap(".choice >> nth=5").await(".board");
    Promises.everywhere(screen, "board");
    screen.tap(".foot-home").awaitHome();
    screen.rest();
    Promises.here(screen, "portrait", "vi", "rest");
    Promises.lying(screen);
    Promises.here(screen, "landscape", "vi", "rest");
    screen.tap(".rest-touch").awaitHome();
    for (int size = 2; size <= 4; size++) {
      screen.tap(".tool-size").await(".shell[data-size='%d']".formatted(size));
    }
    Promises.here(screen, "landscape", "vi", "home-largest");
    Promises.upright(screen);
    Promises.here(screen, "portrait", "vi", "home-largest");
    screen.tap(".tool-contrast").await(".shell[data-contrast=high]");
    screen.tap(".choice >> nth=0").awaitTitle("Bác cần giúp");
    Promises.here(screen, "portrait", "vi", "activity-contrast");
    Promises.lying(screen);
    Promises.here(screen, "landscape", "vi", "activity-contrast");
    Promises.upright(screen);
    screen.tap(".tool-size").await(".shell[data-size='1']");
    screen.tap(".tool-low").await(".shell[data-low=true]");
    int top =
        ((Number)
                screen
                    .page()
                    .evaluate(
                        "Math.min(...[...document.querySelectorAll('.kiosk button')].filter(b =>"
                            + " b.getClientRects().length).map(b =>"
                            + " b.getBoundingClientRect().top))"))
            .intValue();
    assertThat(top).as("within reach of who sits").isGreaterThan(1920 / 3);
    Promises.here(screen, "portrait", "vi", "activity-low");
    screen.tap(".choice >> nth=0").await(".hamlets");
    Promises.here(screen, "portrait", "vi", "hamlet-low");
  }

  @Test
  void shouldReadAloudInTheLanguageShownAndOnlyWhereThereIsAVoice() {
    KioskPage speaking = hall.again(screen);
    assertThat(speaking.locator(".tool-aloud").isVisible()).as("no voice here").isFalse();
    speaking.page().addInitScript(VOICE);
    speaking.reloaded().awaitHome();
    speaking.tap(".choice >> nth=0").awaitTitle("Bác cần giúp").tap(".tool-aloud");
    List<Map<String, Object>> spoken = spoken(speaking);
    assertThat(spoken)
        .first()
        .satisfies(first -> {
          assertThat(first.get("text")).asString().contains("Bác cần giúp");
          assertThat(first.get("lang")).isEqualTo("vi-VN");
          assertThat(first.get("voice")).isEqualTo("Mẫu");
          assertThat(first).containsEntry("rate", 0.9);
        });
    assertThat(spoken.stream().map(part -> (String) part.get("text")))
        .as("title, lead and six choices")
        .hasSizeGreaterThanOrEqualTo(7)
        .anyMatch(text -> text.contains("Dịch vụ công"));
    speaking.tap(".foot-back").awaitHome();
    assertThat(spoken(speaking)).as("silent on the next page").isEmpty();
    speaking.tap(".tool-language").await(".shell[lang=en]");
    assertThat(speaking.locator(".tool-aloud").isVisible()).as("no English voice").isFalse();
    speaking
        .page()
        .evaluate(
            "speechSynthesis.voices.push({ lang: 'en-US', name: 'Sample' });"
                + " speechSynthesis.heard();");
    speaking.tap(".tool-aloud");
    assertThat(spoken(speaking))
        .first()
        .satisfies(first -> {
          assertThat(first.get("lang")).isEqualTo("en-GB");
          assertThat(first.get("voice")).isEqualTo("Sample");
        });
    speaking.close();
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> spoken(KioskPage speaking) {
    return (List<Map<String, Object>>) speaking.page().evaluate("spoken");
  }

  @Test
  void shouldForgetWhoeverHasLeft() {
    KioskPage timed = hall.again(screen);
    timed.page().clock().install();
    timed.reloaded().awaitHome();
    toName(timed).type("nguyên4").awaitLine("Nguyễn");
    // A page that was frozen finds ten minutes gone when it goes on: it asks first.
    timed.page().clock().fastForward(600_000);
    timed.await("html[data-asking]");
    assertThat(timed.locator(".still").isVisible()).isTrue();
    Promises.here(timed, "portrait", "vi", "still");
    timed.tap(".still-yes");
    timed.await("html:not([data-asking])");
    assertThat(timed.text(".line-text")).as("kept").isEqualTo("Nguyễn");

    timed.page().clock().fastForward(61_000);
    timed.await("html[data-asking]");
    timed.page().clock().fastForward(16_000);
    timed.awaitHome();
    toName(timed);
    assertThat(timed.text(".line-text")).as("wiped").isEmpty();
    timed.close();
  }

  /** The PC's clock is set while a name stands on the screen: durations don't hear of it. */
  @ParameterizedTest
  @ValueSource(ints = {-60, 60})
  @Tag("all")
  void shouldForgetWhoHasLeftAndNobodyElseWhenTheComputersClockIsSet(int minutes) {
    KioskPage timed = hall.again(screen);
    timed.page().clock().install();
    timed.reloaded().awaitHome();
    toName(timed).type("nguyên4").awaitLine("Nguyễn");
    timed.page().clock().setSystemTime(Date.from(Instant.now().plus(minutes, ChronoUnit.MINUTES)));
    timed.page().clock().runFor(3_000);
    assertThat(timed.count("html[data-asking]")).as("somebody has just touched a key").isZero();
    timed.type(" thi").awaitLine("Nguyễn Thi");

    timed.page().clock().fastForward(61_000);
    timed.await("html[data-asking]");
    timed.page().clock().fastForward(16_000);
    timed.awaitHome();
    toName(timed);
    assertThat(timed.text(".line-text")).as("wiped").isEmpty();
    timed.close();
  }

  @Test
  void shouldTellTheServerOfTouchesButNotOfEach() {
    KioskPage timed = hall.again(screen);
    timed.page().clock().install();
    timed
        .page()
        .addInitScript(
            "globalThis.told = 0; addEventListener('gocua-here', () => { told += 1; }, true);");
    timed.reloaded().awaitHome();
    toName(timed).type("nguyên").awaitLine("Nguyên");
    int told = (int) timed.page().evaluate("told");
    assertThat(told).isBetween(1, 3);
    timed.page().clock().fastForward(11_000);
    timed.type("4").awaitLine("Nguyễn");
    assertThat(timed.page().evaluate("told")).isEqualTo(told + 1);
    timed.close();
  }

  /** A trembling finger, however often it comes down; and somebody who means it twice. */
  @Test
  void shouldTakeTremblingOnOneToneForOnePress() {
    KioskPage trembling = hall.again(screen).awaitHome();
    toName(trembling).type("thi").awaitLine("Thi");
    for (int times : List.of(2, 3)) {
      trembling.tremble("nang", times, 150);
      trembling.awaitLine("Thị").type("n").awaitLine("Thịn").press("backspace").awaitLine("Thị");
      trembling.press("backspace").awaitLine("Thi");
    }
    trembling.tremble("shift", 2, 150);
    trembling.type("b").awaitLine("ThiB").press("backspace");
    trembling.tremble("nang", 2, 400);
    trembling.type("n").awaitLine("Thin");
    trembling.tremble("n", 2, 100);
    trembling.awaitLine("Thinnn");
    trembling.close();
  }

  @Test
  void shouldTakeTwoTapsOfOneFingerForOne() {
    KioskPage hasty = hall.again(screen).hasty().awaitHome();
    hasty.tap(".choice >> nth=0").awaitTitle("Bác cần giúp").tap(".choice >> nth=0");
    hasty.tap(".choice >> nth=3").await(".hamlets");
    hasty.type("nno").awaitLine("Nno");
    hasty.tap(".foot-back").awaitTitle("Bác cần giúp").tap(".foot-back");
    hasty.tap(".tool-language").await(".shell[lang=en]").tap(".tool-language");
    hasty.tap(".tool-size").tap(".tool-size").await(".shell[lang=en][data-size='3']");
    // Both come before the server has answered to the first.
    hasty
        .page()
        .evaluate("const size = document.querySelector('.tool-size'); size.click(); size.click();");
    hasty.await(".shell[data-size='1']");
    assertThat(hasty.count(".tile-choice")).as("one step back, not two").isEqualTo(6);
    assertThat(hasty.count(".shell[data-where=page]")).isEqualTo(1);
    hasty.close();
  }

  @Test
  void shouldLeadToTheFirstPageByTheBackButton() {
    toName(screen).type("nguyên4");
    screen.page().goBack();
    screen.awaitHome();
    screen.page().goBack();
    screen.awaitHome();
    assertThat(screen.page().url()).isEqualTo(hall.kiosk().url("/kiosk").toString());
    toName(screen);
    assertThat(screen.text(".line-text")).isEmpty();
  }

  @Test
  void shouldFollowARequestFromTheKioskToThePhoneAndBackAndOntoTheWall() {
    screen.tap(".choice >> nth=0").awaitTitle("Bác cần giúp").tap(".choice >> nth=3");
    screen.tap(".hamlet[data-hamlet=phuong-que]").await("text=Buổi sáng").tap(".choice >> nth=0");
    screen.await("text=Cho tôi").tap(".choice >> nth=0").await(".keyboard").type("lan");
    screen.onwards().await(".number-pad").digits(PHONE).onwards().await(".key-row-digits");
    screen.type("đê2").onwards().await(".points").onwards().await(".made");
    String code = screen.text(".ticket .code");
    String pin = screen.text(".pin").replace(" ", "");
    String team = leader.helpRequest(code).team();
    String carried = QrReader.read(screen.locator(".ticket .qr").getAttribute("src"));
    assertThat(carried).startsWith(hall.network().url() + "/t#" + code + ".");
    find(code);
    assertThat(screen.count(".choice")).as("a code alone changes nothing").isEqualTo(1);
    screen.tap(".foot-back").await(".find").scan(carried);
    screen.await(".ticket-page[data-status=open] .choice:has-text('Hủy yêu cầu')");

    var wall = hall.browser().page(1920, 1080);
    wall.navigate(hall.kiosk().url("/").toString());
    wall.waitForSelector(".wall[data-signal=live]");
    int helped = counted(wall);
    PhonePage phone =
        PhonePage.enrolledWithClock(
            hall.browser(), hall.engine().url("/#code=" + leader.code(team, 1)));
    phone.page().tap(".help-link");
    phone.page().tap("[data-list=open] [data-code=%s] .go".formatted(code));
    screen.await(".ticket-page[data-status=claimed]");
    Promises.everywhere(screen, "ticket-claimed");
    phone.page().tap("[data-list=mine] [data-code=%s] .pair .go".formatted(code));
    phone.page().waitForSelector(".screen.finish");
    phone.page().tap("#entry .go");
    phone.page().waitForSelector("[data-undo]");
    phone.undoIsOver();
    screen.await(".ticket-page[data-status=closed]");
    wall.waitForSelector(".ticker-line");
    wall.waitForFunction(
        "before => Number(document.querySelector('.counter-value')?.innerText.replaceAll('.', ''))"
            + " > before",
        helped);
    assertThat(leader.helpRequest(code).checkIn())
        .as("closed by the visit's check-in")
        .isNotEmpty();

    Promises.everywhere(screen, "ticket-closed");
    find(code);
    screen.tap(".choice").awaitTitle("Số bí mật");
    Promises.everywhere(screen, "pin");
    screen.digits(pin.equals("000000") ? "000001" : "000000").onwards();
    screen.await(".said:has-text('không khớp')");
    screen.digits(pin).awaitLine(pin.substring(0, 3) + " " + pin.substring(3));
    screen.onwards().await(".faces");
    screen.tap(".faces .choice >> nth=4").await("text=Cảm ơn bác");
    assertThat(leader.helpRequest(code).stars()).isEqualTo(5);
    assertThat(screen.text(".ticket-steps")).contains("Đã giúp xong");
    wall.context().close();
    phone.page().context().close();
  }

  @Test
  void shouldShowItsHolderWhatIsKeptAndEraseTheGroupsAlone() {
    TicketReceipt ticket =
        hall.resident().askWith(List.of("elderly"), "Người Có Phiếu", "bach-lien", "apps");
    find(ticket.code());
    screen
        .tap(".choice")
        .awaitTitle("Số bí mật")
        .digits(Objects.requireNonNull(ticket.pin()))
        .onwards();
    screen.tap(".choice:has-text('Xem thông tin')").await(".own-page");
    assertThat(screen.text(".own-page"))
        .contains("Người Có Phiếu", "•••", "Người cao tuổi", "muộn nhất ngày")
        .doesNotContain(leader.contact(ticket.code()).phone());
    Promises.everywhere(screen, "own-data");
    screen.tap(".choice:has-text('nhóm ưu tiên')").awaitTitle("Xóa nhóm ưu tiên");
    Promises.everywhere(screen, "own-groups");
    screen.tap(".choice >> nth=0").await("text=Đã xóa nhóm ưu tiên");
    assertThat(screen.text(".own-page")).contains("không có").doesNotContain("Người cao tuổi");
    assertThat(screen.count(".choice")).isZero();
    screen.tap(".foot-back").await(".ticket-page[data-status=open]");
    assertThat(leader.audit("help-groups-withdrawn").toString()).contains(ticket.code());
  }

  private static int counted(com.microsoft.playwright.Page wall) {
    return Integer.parseInt(wall.locator(".counter-value").first().innerText().replace(".", ""));
  }

  private static void find(String code) {
    screen.toHome().tap(".choice >> nth=4").await(".number-pad");
    screen.digits(code.substring(3)).onwards().await(".ticket-page");
  }

  @Test
  void shouldSendARequestAgainThatWasNotAnsweredAndHaveItOnce() {
    toName(screen).type("lan").onwards().await(".number-pad").digits("0987654321");
    screen.onwards().await(".key-row-digits").type("đê2").onwards().await(".points");
    int before = leader.openRequests();
    hall.network().loseAnswers();
    screen.onwards().awaitTitle("Máy chủ đang nghỉ một lát");
    Promises.everywhere(screen, "away");
    hall.network().mend();
    screen.tap(".foot-back").await(".points").onwards().await(".made");
    String code = screen.text(".ticket .code");
    assertThat(leader.openRequests() - before).as("sent twice, asked once").isEqualTo(1);
    String pin = screen.text(".pin").replace(" ", "");
    find(code);
    screen.tap(".choice").awaitTitle("Số bí mật").digits(pin).onwards();
    screen.await(".choice:has-text('Hủy yêu cầu')").tap(".choice >> nth=0");
    screen.await("text=Buổi tối").tap(".choice >> nth=3").await("text=Đã đổi");
    assertThat(leader.helpRequest(code).when()).isEqualTo("evening");
    screen.tap(".choice >> nth=1").await("text=Vâng, hủy yêu cầu");
    Promises.everywhere(screen, "withdraw");
    screen.tap(".choice >> nth=0").await(".ticket-page[data-status=withdrawn]");
    Promises.everywhere(screen, "withdrawn");
    assertThatThrownBy(() -> leader.contact(code)).hasMessageContaining("contact-erased");
  }

  @Test
  void shouldStopWhoGuessesTheSecretNumberAndSayWhatHelps() {
    String code = hall.resident().ask("bach-lien", "apps");
    find(code);
    screen.tap(".choice").awaitTitle("Số bí mật").digits("12").onwards();
    screen.await(".said:has-text('sáu chữ số')").press("all");
    for (int tries = 0; tries < 5; tries++) {
      screen.digits("00000" + tries).awaitLine("000 00" + tries).onwards();
      screen.awaitLine("");
    }
    screen.await(".said:has-text('không khớp')").digits("000005").onwards();
    screen.await(".said:has-text('Bác chờ 10 phút')");
    Promises.everywhere(screen, "pin-stopped");
    screen.toHome().tap(".choice >> nth=4").await(".number-pad").digits("99999999").onwards();
    screen.await(".said:has-text('Không có phiếu hẹn HV-99999999')");
  }

  private static KioskPage toName(KioskPage screen) {
    return screen
        .tap(".choice >> nth=0")
        .awaitTitle("Bác cần giúp")
        .tap(".choice >> nth=0")
        .tap(".hamlet")
        .await("text=Buổi sáng")
        .tap(".choice >> nth=0")
        .await("text=Cho tôi")
        .tap(".choice >> nth=0")
        .await(".keyboard");
  }
}
