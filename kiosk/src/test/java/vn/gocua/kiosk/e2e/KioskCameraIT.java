package vn.gocua.kiosk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vn.gocua.protocol.help.TicketReceipt;
import vn.gocua.testkit.Browser;
import vn.gocua.testkit.page.KioskPage;

/** A ticket's QR code is shown to the camera; what the camera sees here is a file. */
@ExtendWith(SharedHall.Extension.class)
class KioskCameraIT {
  private static final String IS_ON = "html[data-camera-on]";
  private static final String STREAMS =
      """
      (() => {
        globalThis.streams = [];
        const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
        navigator.mediaDevices.getUserMedia = async (wish) => {
          const stream = await ask(wish);
          globalThis.streams.push(stream);
          return stream;
        };
      })()
      """;
  private static final String ALL_OFF =
      "() => streams.length > 0 && streams.every(s => s.getTracks().every(t => t.readyState ==="
          + " 'ended'))";

  /**
   * What some browsers have and Chromium on Linux has not. Its first look fails, as a camera's
   * first picture may; its second finds nothing; then somebody holds the code still.
   */
  private static final String DETECTOR =
      """
      (() => {
        globalThis.looks = [];
        globalThis.BarcodeDetector = class {
          static async getSupportedFormats() { return ['aztec', 'qr_code']; }
          constructor({ formats }) { this.formats = formats; }
          async detect(picture) {
            if (!(picture instanceof HTMLVideoElement) || picture.videoWidth === 0) {
              throw new DOMException('no picture', 'InvalidStateError');
            }
            looks.push(this.formats.join());
            switch (looks.length) {
              case 1: throw new DOMException('not yet', 'OperationError');
              case 2: return [];
              default: return [{ format: 'qr_code', rawValue: globalThis.held }];
            }
          }
        };
      })()
      """;

  @TempDir private static Path folder;
  private static SharedHall hall;
  private static TicketReceipt ticket;
  private static String address;
  private static KioskPage paired;

  /** Its camera sees a wall. */
  private static Browser idle;

  @BeforeAll
  static void start(SharedHall shared) throws IOException {
    hall = shared;
    hall.whole();
    ticket = hall.resident().askFor("no-ban", "digital-id");
    address = hall.engine().url("/t") + "#" + ticket.code() + "." + ticket.secret();
    paired = hall.screen();
    idle = seeing(Film.of("", folder.resolve("nothing.y4m")));
  }

  @AfterAll
  static void stop() {
    idle.close();
    paired.close();
  }

  private static Browser seeing(Path film) {
    return new Browser(
        List.of(
            "--use-fake-device-for-media-stream",
            "--use-fake-ui-for-media-stream",
            "--use-file-for-fake-video-capture=" + film));
  }

  private static KioskPage open(Browser browser, String... scripts) {
    KioskPage screen =
        KioskPage.open(browser, hall.kiosk().url("/kiosk"), 1080, 1920, paired.cookies());
    screen.page().addInitScript(STREAMS);
    for (String script : scripts) {
      screen.page().addInitScript(script);
    }
    return screen;
  }

  private static KioskPage lookUp(KioskPage screen) {
    return screen.reloaded().awaitHome().tap(".choice >> nth=4").await(".number-pad");
  }

  @Test
  void shouldFindATicketByItsQrCodeAndTurnTheCameraOffByItself() throws IOException {
    assertThat(paired.tap(".choice >> nth=4").await(".number-pad").locator(".camera").isVisible())
        .as("offered where there is no camera")
        .isFalse();
    try (Browser browser = seeing(Film.of(address, folder.resolve("ticket.y4m")))) {
      KioskPage screen = lookUp(open(browser));
      List<String> hosts = new CopyOnWriteArrayList<>();
      screen.page().onRequest(request -> hosts.add(URI.create(request.url()).getAuthority()));
      screen.await("html[data-camera]");
      Promises.everywhere(screen, "find-camera");
      screen
          .tap(".camera-start")
          .await(".ticket-page[data-status=open] .choice:has-text('Hủy yêu cầu')");
      assertThat(screen.text("h1")).contains(ticket.code());
      screen.page().waitForFunction(ALL_OFF);
      assertThat(screen.count(IS_ON)).isZero();
      assertThat(hosts)
          .as("nothing goes elsewhere")
          .containsOnly("127.0.0.1:" + hall.kiosk().port());
      screen.close();
    }
  }

  @Test
  void shouldReadWithTheBrowsersOwnDetectorWhereThereIsOneAndSendNoPictureAtAll() {
    KioskPage screen = lookUp(open(idle, "globalThis.held = '" + address + "';", DETECTOR));
    List<String> sent = new CopyOnWriteArrayList<>();
    screen.page().onRequest(request -> sent.add(URI.create(request.url()).getPath()));
    screen
        .await("html[data-camera]")
        .tap(".camera-start")
        .await(".ticket-page[data-status=open] .choice:has-text('Hủy yêu cầu')");
    screen.page().waitForFunction(ALL_OFF);
    assertThat(screen.count(IS_ON)).isZero();
    assertThat(screen.list("looks")).isEqualTo(List.of("qr_code", "qr_code", "qr_code"));
    assertThat(sent).as("pictures").doesNotContain("/kiosk/scan");
    screen.close();
  }

  /**
   * It reads dark on bright only: what it finds white on black must have been turned round for it.
   */
  private static final String ONLY_DARK_ON_BRIGHT =
      """
      globalThis.BarcodeDetector = class {
        static async getSupportedFormats() { return ['qr_code']; }
        async detect(picture) {
          if (picture instanceof HTMLVideoElement) return [];
          const { width, height } = picture;
          const { data } = picture.getContext('2d').getImageData(0, 0, width, height);
          const light = (x, y) => data[4 * (Math.round(y * height) * width + Math.round(x * width))];
          const turned = light(0.02, 0.5) > 250 && light(0.5, 0.5) > 200;
          return turned ? [{ format: 'qr_code', rawValue: globalThis.held }] : [];
        }
      };
      """;

  @Test
  void shouldShowAPictureTheOtherWayRoundToADetectorThatFindsNothing() throws IOException {
    try (Browser browser = seeing(Film.black(folder.resolve("black.y4m")))) {
      KioskPage screen =
          lookUp(open(browser, "globalThis.held = '" + address + "';", ONLY_DARK_ON_BRIGHT));
      screen
          .await("html[data-camera]")
          .tap(".camera-start")
          .await(".ticket-page[data-status=open] .choice:has-text('Hủy yêu cầu')");
      screen.close();
    }
  }

  @Test
  void shouldFindATicketInWhiteOnBlack() throws IOException {
    try (Browser browser = seeing(Film.inverted(address, folder.resolve("inverted.y4m")))) {
      KioskPage screen = lookUp(open(browser));
      screen
          .await("html[data-camera]")
          .tap(".camera-start")
          .await(".ticket-page[data-status=open] .choice:has-text('Hủy yêu cầu')");
      screen.close();
    }
  }

  @Test
  void shouldTellTheServerNothingOfAnotherCode() throws IOException {
    String other = "WIFI:S:nha-mau;P:mat-khau-mau;;";
    List<String> sent = new CopyOnWriteArrayList<>();
    KioskPage screen = open(idle, "globalThis.held = '" + other + "';", DETECTOR);
    screen
        .page()
        .onWebSocket(socket -> socket.onFrameSent(frame -> sent.add(String.valueOf(frame.text()))));
    lookUp(screen)
        .await("html[data-camera]")
        .tap(".camera-start")
        .await(".said:has-text('không phải')");
    assertThat(sent).isNotEmpty().noneMatch(message -> message.contains("mau"));
    screen.close();
  }

  @Test
  void shouldSayThatItIsOnAndGoOutAfterHalfAMinuteOrWhenThePageIsLeft() {
    KioskPage screen = open(idle);
    screen.page().clock().install();
    lookUp(screen).await("html[data-camera]").tap(".camera-start").await(IS_ON);
    screen.page().waitForFunction("() => document.querySelector('video')?.videoWidth > 0");
    assertThat(screen.text(".camera-words")).contains("đang bật", "không được lưu");
    Promises.here(screen, "portrait", "vi", "camera-on");
    Promises.lying(screen);
    Promises.here(screen, "landscape", "vi", "camera-on");
    Promises.upright(screen);
    screen.page().clock().fastForward(31_000);
    screen.page().waitForFunction(ALL_OFF);
    assertThat(screen.count(IS_ON)).isZero();

    screen.tap(".camera-start").await(IS_ON);
    screen.page().waitForFunction("() => streams.length > 1");
    screen.tap(".foot-home").awaitHome();
    screen.page().waitForFunction(ALL_OFF);
    screen.close();
  }

  @Test
  void shouldTakePicturesFromItsOwnMachineOnly() throws IOException, InterruptedException {
    assertThat(scan(new byte[480 * 480], "X-Nobody").statusCode())
        .as("no code in it")
        .isEqualTo(204);
    assertThat(scan(new byte[100], "X-Nobody").statusCode()).isEqualTo(400);
    assertThat(scan(new byte[480 * 480], "X-Forwarded-For").statusCode()).isEqualTo(403);
  }

  private static HttpResponse<Void> scan(byte[] grey, String header)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(hall.kiosk().url("/kiosk/scan"))
            .header(header, "192.0.2.1")
            .POST(BodyPublishers.ofByteArray(grey))
            .build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(request, BodyHandlers.discarding());
    }
  }
}
