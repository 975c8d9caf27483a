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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import vn.gocua.kiosk.testing.Browser;

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
      "() => streams.length > 0 && streams.every(s => s.getTracks().every(t => t.readyState === 'ended'))";

  @TempDir private static Path folder;
  private static SharedHall hall;
  private static JsonNode ticket;

  @BeforeAll
  static void start(SharedHall shared) {
    hall = shared;
    hall.whole();
    ticket =
        Resident.at(new Api(hall.engine().url()), hall.folder().resolve("data"))
            .askFor("no-ban", "digital-id");
  }

  private static Browser seeing(Path film) {
    return new Browser(
        List.of(
            "--use-fake-device-for-media-stream",
            "--use-fake-ui-for-media-stream",
            "--use-file-for-fake-video-capture=" + film));
  }

  private static KioskPage lookUp(Browser browser, KioskPage paired) {
    KioskPage screen =
        KioskPage.open(browser, hall.kiosk().url("/kiosk"), 1080, 1920, paired.cookies());
    screen.page().addInitScript(STREAMS);
    screen.reloaded().awaitHome();
    return screen.tap(".choice >> nth=4").await(".number-pad");
  }

  @Test
  void shouldFindATicketByItsQrCodeAndTurnTheCameraOffByItself() throws IOException {
    KioskPage paired = hall.screen();
    assertThat(paired.tap(".choice >> nth=4").await(".number-pad").locator(".camera").isVisible())
        .as("offered where there is no camera")
        .isFalse();
    String code = ticket.get("code").asString();
    String address = hall.engine().url("/t") + "#" + code + "." + ticket.get("secret").asString();
    try (Browser browser = seeing(Film.of(address, folder.resolve("ticket.y4m")))) {
      KioskPage screen = lookUp(browser, paired);
      List<String> hosts = new CopyOnWriteArrayList<>();
      screen.page().onRequest(request -> hosts.add(URI.create(request.url()).getAuthority()));
      screen.await("html[data-camera]");
      Promises.everywhere(screen, "find-camera");
      screen
          .tap(".camera-start")
          .await(".ticket-page[data-status=open] .choice:has-text('Rút lại')");
      assertThat(screen.text("h1")).contains(code);
      screen.page().waitForFunction(ALL_OFF);
      assertThat(screen.count(IS_ON)).isZero();
      assertThat(hosts)
          .as("nothing goes elsewhere")
          .containsOnly("127.0.0.1:" + hall.kiosk().port());
      screen.close();
    }
    paired.close();
  }

  @Test
  void shouldSayThatItIsOnAndGoOutAfterHalfAMinuteOrWhenThePageIsLeft() throws IOException {
    KioskPage paired = hall.screen();
    try (Browser browser = seeing(Film.of("", folder.resolve("nothing.y4m")))) {
      KioskPage screen = lookUp(browser, paired);
      screen.page().clock().install();
      screen.reloaded().awaitHome().tap(".choice >> nth=4").await("html[data-camera]");
      screen.tap(".camera-start").await(IS_ON);
      screen.page().waitForFunction("() => document.querySelector('video').videoWidth > 0");
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
    paired.close();
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
