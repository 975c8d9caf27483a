package vn.gocua.kiosk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.gocua.testkit.Browser;
import vn.gocua.testkit.EngineProcess;
import vn.gocua.testkit.Network;
import vn.gocua.testkit.page.Leader;
import vn.gocua.testkit.page.PhonePage;

/**
 * When all else fails, what waits goes from a phone's screen to another's camera: here the pictures
 * are taken, read as QR codes, and their links opened elsewhere.
 */
@ExtendWith(SharedField.Extension.class)
class PhoneBackupIT {
  private static final int MANY = 60;
  private static final String ADD_MANY =
      """
      async (many) => {
        const { Phone } = await import('/js/core/phone.js');
        const phone = await Phone.open();
        const activities = ['apps', 'payments', 'digital-id', 'commerce'];
        for (let i = 0; i < many; i++) {
          const groups = i % 3 ? [] : ['elderly'];
          const entry = { activity: activities[i % 4], residents: 1 + (i % 7), groups, hamlet: 'co-giao' };
          await phone.queue.add(entry, phone.clock.stamp(), { team: phone.team });
        }
        phone.close();
      }
      """;

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

  @AfterEach
  void putAway() {
    browser.closePages();
  }

  @Test
  void shouldLetALeaderTakeInWhatWasScannedAndCountItOnceWhenThePhoneSendsItToo()
      throws IOException {
    PhonePage phone = phone("T25");
    network.cut();
    phone.page().evaluate(ADD_MANY, MANY);
    List<String> links = scanned(phone);
    assertThat(links)
        .hasSizeBetween(3, 15)
        .allMatch(link -> link.startsWith(network.url() + "/#b=1."));
    Collections.shuffle(links, new Random(7));

    // The office has a network, the phone still has none.
    PhonePage office = PhonePage.blank(browser);
    for (String link : links) {
      office.open(engine.url(link.substring(network.url().toString().length())));
      office.page().waitForSelector(".handover");
      assertThat(office.page().url()).doesNotContain("b=1");
      if (!link.equals(links.getLast())) {
        office.page().waitForSelector(".dots .there");
        Browser.screenshot(office.page(), "phone-handover-partly");
      }
    }
    office.page().waitForSelector("text=Đã đủ: 60 lượt chưa gửi của Tổ 25.");
    office.page().fill("#username", "leader");
    office.page().fill("#password", "không phải mật khẩu");
    office.page().tap("form .go");
    office.page().waitForSelector("[role=alert]");
    office.page().fill("#password", EngineProcess.PASSWORD);
    Legible.check(office.page(), "handover");
    Browser.screenshot(office.page(), "phone-handover");
    office.page().tap("form .go");
    office.page().waitForSelector("[data-sum=accepted]");
    assertThat(office.text("[data-sum=accepted]")).isEqualTo("60");
    Legible.check(office.page(), "handover, done");
    Browser.screenshot(office.page(), "phone-handover-done");

    network.mend();
    phone.networkIsBack().awaitAllSent();
    assertThat(phone.checkIns()).hasSize(MANY);
    var _ = leader.awaitStanding("T25", MANY);
    assertThat(leader.recount().equal()).isTrue();
  }

  @Test
  void shouldLetAColleaguesPhoneSendThemWithTheSameIds() throws IOException {
    PhonePage phone = phone("T26");
    network.cut();
    phone.choose("apps").people(3).record().choose("digital-id").group("elderly").record();
    List<String> ids = PhonePage.ids(phone.checkIns());
    List<String> links = scanned(phone);
    phone.page().close();

    network.mend();
    PhonePage colleague = phone("T26");
    for (String link : links) {
      colleague.open(URI.create(link));
    }
    colleague.page().tap("button >> text=Nhận vào máy này và gửi");
    colleague.page().waitForSelector(".screen.book");
    colleague.awaitAllSent();
    assertThat(PhonePage.ids(colleague.journal())).containsExactlyInAnyOrderElementsOf(ids);
    var _ = leader.awaitStanding("T26", 2);
  }

  /** The links that a camera reads off the phone's screen, code after code. */
  private static List<String> scanned(PhonePage phone) throws IOException {
    phone.openBook();
    phone.page().tap("[data-codes]");
    phone.page().waitForSelector(".codes canvas");
    Legible.check(phone.page(), "backup");
    Browser.screenshot(phone.page(), "phone-codes");
    List<String> links = new ArrayList<>();
    links.add(read(phone));
    while (phone.page().isEnabled(".turning .next")) {
      phone.page().tap(".turning .next");
      links.add(read(phone));
    }
    return links;
  }

  /**
   * As a camera in a hand, which is held a little otherwise from picture to picture: held quite
   * straight, one code in forty has a pattern that the reader takes for another corner.
   */
  private static String read(PhonePage phone) throws IOException {
    byte[] picture = phone.page().locator(".codes figure").screenshot();
    BufferedImage straight = ImageIO.read(new ByteArrayInputStream(picture));
    for (int degrees : new int[] {0, 3, -5, 7, -2}) {
      BufferedImage seen = turned(straight, degrees);
      int[] pixels = seen.getRGB(0, 0, seen.getWidth(), seen.getHeight(), null, 0, seen.getWidth());
      var source = new RGBLuminanceSource(seen.getWidth(), seen.getHeight(), pixels);
      try {
        return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(source))).getText();
      } catch (ReaderException _) {
        // The next picture may show it better.
      }
    }
    throw new AssertionError("no QR code on the screen: " + phone.text(".turning b"));
  }

  private static BufferedImage turned(BufferedImage picture, int degrees) {
    int width = picture.getWidth();
    int height = picture.getHeight();
    BufferedImage turned = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = turned.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, width, height);
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    pen.rotate(Math.toRadians(degrees), width / 2.0, height / 2.0);
    pen.drawImage(picture, 0, 0, null);
    pen.dispose();
    return turned;
  }

  /** A phone that opens without a network from now on. */
  private static PhonePage phone(String team) {
    network.mend();
    return PhonePage.enrolled(browser, network.url(engine.url("/#code=" + leader.code(team, 1))))
        .awaitKept();
  }
}
