package vn.gocua.kiosk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.gocua.testkit.Browser;
import vn.gocua.testkit.page.Leader;
import vn.gocua.testkit.page.PhonePage;

/** Links are made by anybody: none costs the phone more than its length says, or stops it. */
@ExtendWith(SharedHall.Extension.class)
class PhoneLinkIT {
  private static final int PIECE = 4_000;
  private static final String CUT = "text=Đường dẫn bị cắt, không còn đủ mã ghi danh.";
  private static final String ZALO =
      "Mozilla/5.0 (Linux; Android 13; SM-A135F Build/TP1A; wv) AppleWebKit/537.36 (KHTML, like"
          + " Gecko) Version/4.0 Chrome/124.0 Mobile Safari/537.36 Zalo android/24060624";
  private static final String IN_AN_IPHONE =
      "Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like"
          + " Gecko) Mobile/15E148";

  private static final List<String> ENDINGS =
      List.of(
          "",
          ".",
          ",",
          ";",
          ":",
          "!",
          "?",
          ")",
          "]",
          "}",
          ">",
          "\"",
          "'",
          "»",
          "…",
          "”",
          "’",
          "%20",
          "%0A",
          "\u200B",
          "\uFEFF",
          "?zarsrc=30",
          "&fbclid=IwAR0",
          "?fbclid=IwAR0",
          "/",
          "#",
          " xem nhé",
          "%",
          "%zz",
          "%E1%BB",
          "%E2%80%9D",
          "，",
          "\n");

  /** What is in a text, as the app's own reader finds it. */
  private static final String READ =
      """
      async ([text, of]) => {
        const { enrolmentIn, ticketIn } = await import('/js/core/link.js');
        const found = of === 'ticket' ? ticketIn(text) : enrolmentIn(text);
        if (of === 'ticket') return found.cut ? 'cut' : `${found.code} ${found.secret}`;
        return found === null ? 'nothing' : found.cut ? 'cut' : found.code;
      }
      """;

  private static SharedHall hall;

  @BeforeAll
  static void start(SharedHall shared) {
    hall = shared;
  }

  @AfterEach
  void putAway() {
    hall.browser().closePages();
  }

  /** As the browser takes it: much of it is no URI to Java. */
  private static PhonePage opened(String fragment) {
    PhonePage phone = PhonePage.blank(hall.browser());
    phone.page().navigate(hall.engine().url("/") + fragment);
    return phone;
  }

  @Test
  void shouldReadALinkInTimeThatGrowsWithItsLength() {
    PhonePage phone = opened("#".repeat(200_000));
    phone.page().waitForSelector(".enrol");
    phone.page().fill("#code", "#".repeat(300_000) + "code=sai-ma-nay-0000");
    phone.page().tap(".code button");
    phone.page().waitForSelector(CUT);
  }

  @Test
  void shouldSayThatALinkWasCutAndTakeWhatIsLeftOutOfTheAddress() {
    for (String fragment : List.of("#code=%zz", "#code=%E1%BB", "#x&code=%", "#code=7K2M-9PQR-")) {
      PhonePage phone = opened(fragment);
      phone.page().waitForSelector(CUT);
      assertThat(phone.page().url()).doesNotContain("code");
    }
  }

  private static final String CODE = "7K2M-9PQR-ABCD-EFGH";

  /** The code as messages bring it; behind the bar, what is to be found. */
  @Test
  void shouldFindAnEnrolmentCodeByItsOwnAlphabet() {
    PhonePage phone = opened("");
    String link = "https://xa.vn/#code=" + CODE;
    for (String ending : ENDINGS) {
      assertThat(phone.page().evaluate(READ, List.of(link + ending, "code")))
          .as("«%s»", ending)
          .isEqualTo(CODE);
    }
    for (String text :
        List.of(
            "#code=" + CODE + "#code=" + CODE,
            "https://xa.vn/?zarsrc=30#code=" + CODE,
            "https://xa.vn/%23code%3D" + CODE,
            "https://XA.vn/#code=7k2m-9pqr-abcd-efgh",
            "https://xa.vn/#code=7K2M9PQRABCDEFGH",
            "https://xa.vn/#code=7K2M-9PQR-\nABCD-EFGH",
            "https://xa.vn/#code=7K2M-9PQR-%0AABCD-EFGH",
            "https://xa.vn/#code=7K2M\u20119PQR\u2013ABCD\u200B-EFGH",
            "https://xa.vn/#code=\uFF17\uFF2B2M-9PQR-ABCD-EFGH",
            "Mã của tổ: https://xa.vn/#code=" + CODE + " (dùng một lần)",
            "Mã ghi danh của anh chị là " + CODE + ", hạn 30 phút.",
            "«" + CODE + "»",
            "7k2m9pqrabcdefgh",
            " 7K2M 9PQR ABCD EFGH ")) {
      assertThat(phone.page().evaluate(READ, List.of(text, "code"))).as(text).isEqualTo(CODE);
    }
    for (String text : List.of("https://xa.vn/#code=7K2M-9PQR", "https://xa.vn/", "#code=")) {
      assertThat(phone.page().evaluate(READ, List.of(text, "code"))).as(text).isEqualTo("cut");
    }
    for (String text : List.of("", "sai-ma-nay-0000", "Nhờ anh chị gửi mã giúp", "%", "%E1%BB")) {
      assertThat(phone.page().evaluate(READ, List.of(text, "code"))).as(text).isEqualTo("nothing");
    }
  }

  @Test
  void shouldFindATicketByItsOwnAlphabet() {
    PhonePage phone = opened("");
    String secret = "aB3_-xYz0123456789AbC-";
    for (String ending : ENDINGS) {
      String text = "#HV-4821." + secret + ending;
      assertThat(phone.page().evaluate(READ, List.of(text, "ticket")))
          .as(text)
          .isEqualTo("HV-4821 " + secret);
    }
    for (String text :
        List.of(
            "%23hv-4821%2E" + secret, "#HV\u20114821." + secret, "Phiếu: x/t#HV-4821." + secret)) {
      assertThat(phone.page().evaluate(READ, List.of(text, "ticket")))
          .as(text)
          .isEqualTo("HV-4821 " + secret);
    }
    for (String text : List.of("#HV-4821", "#HV-4821.", "#HV-4821.aB3_-xYz01%E1%BB")) {
      assertThat(phone.page().evaluate(READ, List.of(text, "ticket"))).as(text).isEqualTo("cut");
    }
    for (String text : List.of("", "#", "#%", "#%E1%BB", "#b1")) {
      assertThat(phone.page().evaluate(READ, List.of(text, "ticket"))).as(text).isEqualTo(" ");
    }
  }

  @Test
  void shouldEnrolByALinkThatAChatAppHasAddedTo() {
    Leader leader = hall.leader();
    for (String link :
        List.of(
            "#code=%s?zarsrc=30", "?zarsrc=30&utm_source=zalo#code=%s", "#code=%s%%E2%%80%%9D.")) {
      PhonePage phone = opened(link.formatted(leader.code("T26", 1)));
      phone.page().waitForSelector(".who >> text=Tổ 26");
      assertThat(phone.page().url()).doesNotContain("code");
      phone.page().context().close();
    }
  }

  private static PhonePage within(String app, String fragment) {
    PhonePage phone =
        new PhonePage(hall.browser().page(PhonePage.options(360, 740).setUserAgent(app)));
    phone.page().navigate(hall.engine().url("/") + fragment);
    return phone;
  }

  @Test
  void shouldSpendNoCodeInAChatAppsOwnBrowser() {
    String code = hall.leader().code("T25", 1);
    PhonePage phone = within(ZALO, "#code=" + code);
    phone.page().waitForSelector("h2 >> text=Mở bằng Chrome");
    String link = hall.engine().url("/#code=" + code).toString();
    assertThat(phone.text(".code-shown")).isEqualTo(link);
    assertThat(phone.text(".steps")).contains("Mã ghi danh chưa bị dùng.");
    assertThat(phone.page().getAttribute("a.go", "href"))
        .startsWith(link.replace("http:", "intent:") + "#Intent;scheme=http;")
        .contains("package=com.android.chrome;", "S.browser_fallback_url=http%3A%2F%2F")
        .endsWith(";end");
    Browser.screenshot(phone.page(), "phone-in-zalo");
    assertThat(phone.page().url()).doesNotContain("code");

    PhonePage chrome = opened("#code=" + code);
    chrome.page().waitForSelector(".who >> text=Tổ 25");
    phone.page().tap("text=Vẫn dùng ở đây");
    phone.page().waitForSelector("text=Mã ghi danh không đúng, đã hết hạn hoặc đã dùng hết.");
  }

  @Test
  void shouldLetAPersonStayInAChatAppsBrowserAndTypeTheCode() {
    String code = hall.leader().code("T24", 1);
    PhonePage phone = within(ZALO.replace("; wv", "").replaceFirst("Zalo.*", "[FBAN/EMA]"), "");
    phone.page().waitForSelector("h2 >> text=Mở bằng Chrome");
    assertThat(phone.page().locator("#code").count()).isZero();
    phone.page().tap("text=Vẫn dùng ở đây");
    phone.page().fill("#code", code);
    phone.page().tap(".code button");
    phone.page().waitForSelector(".who >> text=Tổ 24");
  }

  @Test
  void shouldSendAnIphonesChatAppToSafari() {
    String code = hall.leader().code("T23", 1);
    PhonePage phone = within(IN_AN_IPHONE, "#code=" + code);
    phone.page().waitForSelector("h2 >> text=Mở bằng Safari");
    assertThat(phone.page().locator("a.go").count()).as("no intent: there").isZero();
    assertThat(phone.text(".code-shown")).endsWith("/#code=" + code);
    Browser.screenshot(phone.page(), "phone-in-an-iphones-app");
    phone.page().tap("text=Vẫn dùng ở đây");
    phone.page().waitForSelector(".who >> text=Tổ 23");
  }

  @Test
  void shouldSayWhenALinkCouldNotBeCopied() {
    PhonePage phone = within(ZALO, "");
    phone.page().waitForSelector(".code-shown");
    phone
        .page()
        .evaluate("document.execCommand = () => false; navigator.clipboard.writeText = null;");
    phone.page().tap("button >> text=Chép đường dẫn");
    phone.page().waitForSelector("text=Bấm giữ vào dòng chữ");
    phone.page().evaluate("document.execCommand = () => true;");
    phone.page().tap("button >> text=Chép đường dẫn");
    phone.page().waitForSelector("text=Đã chép đường dẫn");
  }

  @Test
  void shouldNotUnpackABackupWithoutEnd() throws IOException {
    PhonePage phone = PhonePage.blank(hall.browser());
    for (String link : links(new byte[64 << 20])) {
      phone.open(hall.engine().url("/" + link));
      phone.page().waitForSelector(".handover");
      assertThat(phone.page().url()).doesNotContain("b=1");
    }
    phone.page().waitForSelector("text=Các mã này không ghép lại được.");
  }

  private static List<String> links(byte[] file) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(file);
    }
    CRC32 crc = new CRC32();
    crc.update(packed.toByteArray());
    String data = Base64.getUrlEncoder().withoutPadding().encodeToString(packed.toByteArray());
    int count = (data.length() + PIECE - 1) / PIECE;
    List<String> links = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String piece = data.substring(i * PIECE, Math.min(data.length(), (i + 1) * PIECE));
      links.add("#b=1.%08x.%d.%d.%s".formatted(crc.getValue(), i + 1, count, piece));
    }
    return links;
  }
}
