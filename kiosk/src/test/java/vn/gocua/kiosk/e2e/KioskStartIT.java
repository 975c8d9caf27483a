package vn.gocua.kiosk.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gocua.kiosk.testing.SampleCampaign;
import vn.gocua.kiosk.testing.ScriptedEngine;
import vn.gocua.testkit.KioskProcess;
import vn.gocua.testkit.Ports;
import vn.gocua.testkit.Program;

/** The kiosk's jar as an operator meets it: from any folder, by {@code java -jar} alone. */
class KioskStartIT {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final URI NOBODY = URI.create("http://127.0.0.1:1");

  @TempDir private Path folder;

  @Test
  void shouldPrintTheWallsAddressAndEndCleanlyWhenAsked() throws IOException {
    try (KioskProcess kiosk = KioskProcess.start(folder, NOBODY)) {
      await()
          .until(() -> kiosk.program().output().contains("Màn hình bảng tin: " + kiosk.url("/")));
      assertThat(Files.readString(folder.resolve("data/logs/kiosk.log")))
          .contains("Vaadin is running in production");
      int code = kiosk.program().terminate();
      assertThat(code).as("ended by the signal, or 0 where there are none").isIn(0, 1, 143);
      assertThat(kiosk.program().output()).doesNotContain("Exception");
    }
  }

  @Test
  void shouldBeReadyOnlyWhileItHearsTheEngine() throws Exception {
    SampleCampaign campaign = new SampleCampaign(4, 1);
    int port = Ports.free();
    try (KioskProcess kiosk = KioskProcess.start(folder, URI.create("http://127.0.0.1:" + port))) {
      HttpResponse<String> before = get(kiosk.url("/health/ready"));
      assertThat(before.statusCode()).isEqualTo(503);
      assertThat(before.body()).contains("engine");
      assertThat(get(kiosk.url("/health/live")).statusCode()).isEqualTo(200);
      try (ScriptedEngine _ = new ScriptedEngine(port, campaign::campaign, campaign::board)) {
        await().until(() -> get(kiosk.url("/health/ready")).statusCode() == 200);
      }
      await().until(() -> get(kiosk.url("/health/ready")).statusCode() == 503);
    }
  }

  @Test
  void shouldRefuseAPortThatIsTaken() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Program kiosk =
          KioskProcess.run(folder, KioskProcess.environment(folder, NOBODY, taken.getLocalPort()));
      assertThat(kiosk.exitCode()).isEqualTo(2);
      assertThat(kiosk.output())
          .contains(
              "Cổng " + taken.getLocalPort() + " trên 127.0.0.1 đang được chương trình khác dùng")
          .contains("Port " + taken.getLocalPort() + " on 127.0.0.1 is in use")
          .doesNotContain("Exception", "\tat ");
    }
  }

  @Test
  void shouldRefuseWrongSettingsAllAtOnce() {
    Map<String, String> environment = new HashMap<>(KioskProcess.environment(folder, NOBODY, 1));
    environment.put("GOCUA_KIOSK_PORT", "eighty");
    environment.put("GOCUA_PUBLIC_URL", "hong van");
    Program kiosk = KioskProcess.run(folder, environment);
    assertThat(kiosk.exitCode()).isEqualTo(2);
    assertThat(kiosk.output())
        .contains("GOCUA_KIOSK_PORT: «eighty»", "GOCUA_PUBLIC_URL: «hong van»")
        .doesNotContain("Exception");
  }

  @Test
  void shouldRefuseAnAddressThatIsNotThisMachines() {
    Map<String, String> environment =
        new HashMap<>(KioskProcess.environment(folder, NOBODY, Ports.free()));
    environment.put("GOCUA_KIOSK_HOST", "203.0.113.7");
    Program kiosk = KioskProcess.run(folder, environment);
    assertThat(kiosk.exitCode()).isEqualTo(2);
    assertThat(kiosk.output()).contains("203.0.113.7", "GOCUA_KIOSK_HOST").doesNotContain("\tat ");
  }

  private static HttpResponse<String> get(URI url) throws IOException, InterruptedException {
    return HTTP.send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofString());
  }
}
