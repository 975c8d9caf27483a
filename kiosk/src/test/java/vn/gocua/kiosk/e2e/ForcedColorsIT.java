package vn.gocua.kiosk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.gocua.kiosk.testing.FieldPhone;
import vn.gocua.testkit.Browser;
import vn.gocua.testkit.page.PhonePage;

/**
 * Wall, kiosk, desk and phone in the system's own colours: nothing is said by a painted ground
 * alone.
 */
@ExtendWith(SharedHall.Extension.class)
class ForcedColorsIT {
  private static final List<String> PACES =
      List.of("on-target", "close", "behind", "early", "none");

  @ParameterizedTest
  @EnumSource(
      value = ColorScheme.class,
      names = {"LIGHT", "DARK"})
  void shouldKeepItsMeaningOnTheWall(ColorScheme scheme, SharedHall hall) {
    hall.whole();
    FieldPhone.enrol(hall.engine(), "T35").checkIn("apps", 2);
    Page wall = open(hall, scheme, 1920, 1080);
    wall.navigate(hall.kiosk().url("/").toString());
    wall.waitForSelector(".wall[data-signal=live] .tile-sign");
    Browser.screenshot(wall, "forced-wall-" + scheme);
    signs(wall, ".tile", ".tile-sign");
    drawn(wall.locator(".ring"), 3_000);
    drawn(wall.locator(".bars .bar:has-text('iHanoi')"), 800);
    drawn(wall.locator(".light-lamp").first(), 30);
    wall.context().close();
  }

  @ParameterizedTest
  @EnumSource(
      value = ColorScheme.class,
      names = {"LIGHT", "DARK"})
  void shouldKeepItsMeaningAtTheKiosk(ColorScheme scheme, SharedHall hall) {
    hall.whole();
    Page kiosk = open(hall, scheme, 1080, 1920);
    kiosk.navigate(hall.kiosk().url("/kiosk").toString());
    kiosk.waitForSelector(".pairing[data-standing=OFFERED]");
    hall.leader().acceptScreen(kiosk.innerText(".pairing .code").replace(" ", ""));
    kiosk.waitForSelector(".shell[data-where=home]");
    Browser.screenshot(kiosk, "forced-kiosk-" + scheme);
    for (Locator picture : kiosk.locator(".choice .pictogram").all()) {
      assertThat(background(picture)).isIn("rgb(255, 255, 255)", "rgb(251, 250, 245)");
      drawn(picture, 1_000);
    }
    BufferedImage small = picture(kiosk.locator(".tool-size .steps"));
    kiosk.locator(".tool-size").click();
    kiosk.waitForSelector(".shell[data-size='2']");
    assertThat(ink(picture(kiosk.locator(".tool-size .steps")))).isGreaterThan(ink(small) + 20);
    kiosk.context().close();
  }

  @ParameterizedTest
  @EnumSource(
      value = ColorScheme.class,
      names = {"LIGHT", "DARK"})
  void shouldKeepItsMeaningOnTheDesk(ColorScheme scheme, SharedHall hall) {
    hall.whole();
    Page page = DeskPages.signIn(hall.browser(), hall.kiosk(), 1440, 900);
    page.emulateMedia(
        new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE).setColorScheme(scheme));
    Browser.screenshot(page, "forced-desk-" + scheme);
    signs(page, ".teams-grid [data-pace]", ".overview-pace-sign");
    drawn(page.locator(".target-gauge").first(), 300);
    page.navigate(hall.kiosk().url("/leader/figures").toString());
    page.waitForFunction("() => document.querySelectorAll('.chart-canvas svg').length === 6");
    assertThat(background(page.locator(".chart-canvas").first())).isEqualTo("rgb(255, 255, 255)");
    Browser.screenshot(page, "forced-desk-figures-" + scheme);
    page.context().close();
  }

  @ParameterizedTest
  @EnumSource(
      value = ColorScheme.class,
      names = {"LIGHT", "DARK"})
  void shouldKeepItsMeaningOnThePhone(ColorScheme scheme, SharedHall hall) {
    PhonePage phone = new PhonePage(open(hall, scheme, 360, 740));
    phone.page().navigate(hall.engine().enrolmentLink("T34"));
    phone.page().waitForSelector("#entry");
    Locator tile = phone.page().locator("label[data-activity=apps]");
    Locator chip = phone.page().locator("label[data-group=elderly]");
    int tileBefore = ink(picture(tile));
    int chipBefore = ink(picture(chip));
    tile.click();
    chip.click();
    Browser.screenshot(phone.page(), "forced-phone-" + scheme);
    assertThat(ink(picture(tile))).as("a chosen activity").isGreaterThan(tileBefore + 500);
    assertThat(ink(picture(chip))).as("a chosen group").isGreaterThan(chipBefore + 300);
    drawn(phone.page().locator(".today .live i"), 20);
    phone.page().context().close();
  }

  private static Page open(SharedHall hall, ColorScheme scheme, int width, int height) {
    return hall.browser()
        .page(
            new NewContextOptions()
                .setViewportSize(width, height)
                .setForcedColors(ForcedColors.ACTIVE)
                .setColorScheme(scheme));
  }

  /** The sign is drawn, and each pace has another. */
  private static void signs(Page page, String holder, String sign) {
    Locator first = page.locator(holder + ":has(" + sign + "):visible").first();
    String before = first.getAttribute("data-pace");
    Set<Integer> different = new HashSet<>();
    for (String pace : PACES) {
      first.evaluate("(e, pace) => { e.dataset.pace = pace; }", pace);
      BufferedImage picture = picture(first.locator(sign).first());
      assertThat(ink(picture)).as("the sign of " + pace).isGreaterThan(15);
      different.add(ink(picture));
    }
    first.evaluate("(e, pace) => { e.dataset.pace = pace; }", before);
    assertThat(different).as("signs that differ").hasSize(PACES.size());
  }

  private static void drawn(Locator what, int pixels) {
    assertThat(ink(picture(what))).as(what.toString()).isGreaterThan(pixels);
  }

  private static String background(Locator what) {
    return (String) what.evaluate("e => getComputedStyle(e).backgroundColor");
  }

  private static BufferedImage picture(Locator what) {
    try {
      return ImageIO.read(new ByteArrayInputStream(what.screenshot()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Pixels that differ from the corner's. */
  private static int ink(BufferedImage picture) {
    int ground = picture.getRGB(0, 0);
    int count = 0;
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        if (picture.getRGB(x, y) != ground) {
          count++;
        }
      }
    }
    return count;
  }
}
