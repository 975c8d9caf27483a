package vn.gocua.kiosk.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gocua.base.settings.InvalidConfig;

class KioskSettingsTest {
  @TempDir private Path folder;
  private final Map<String, String> environment = new HashMap<>();

  @BeforeEach
  void ownFolders() {
    environment.put("GOCUA_CONFIG", folder.toString());
    environment.put("GOCUA_DATA", folder.resolve("data").toString());
  }

  @Test
  void shouldListenOnThisMachineOnlyUnlessToldOtherwise() {
    KioskSettings settings = KioskSettings.read(environment);
    assertThat(settings.host()).isEqualTo("127.0.0.1");
    assertThat(settings.port()).isEqualTo(8090);
    assertThat(settings.engineUrl()).isEqualTo(URI.create("http://127.0.0.1:8080"));
    assertThat(settings.publicUrl())
        .as("phones reach the engine itself")
        .isEqualTo(settings.engineUrl());
    assertThat(settings.logFile())
        .hasFileName("kiosk.log")
        .hasParentRaw(folder.resolve("data/logs"));
  }

  @Test
  void shouldFollowTheEnginesPort() {
    environment.put("GOCUA_ENGINE_PORT", "9080");
    assertThat(KioskSettings.read(environment).engineUrl())
        .isEqualTo(URI.create("http://127.0.0.1:9080"));
  }

  @Test
  void shouldLetTheEnvironmentWinOverTheFile() throws Exception {
    kioskYaml("port: 9001\nengineUrl: http://engine.local:1\nhost:\n");
    environment.put("GOCUA_KIOSK_PORT", " 9002 ");
    KioskSettings settings = KioskSettings.read(environment);
    assertThat(settings.port()).isEqualTo(9002);
    assertThat(settings.engineUrl()).isEqualTo(URI.create("http://engine.local:1"));
    assertThat(settings.host()).as("an empty value is none").isEqualTo("127.0.0.1");
  }

  @Test
  void shouldNameEveryProblemAtOnceWithItsPlaceInBothLanguages() throws IOException {
    kioskYaml("prot: 1\nengineUrl: ftp://x\npublicUrl: [a]\n");
    environment.put("GOCUA_KIOSK_PORT", "65536");
    Path file = Files.createFile(folder.resolve("file"));
    environment.put("GOCUA_DATA", file.toString());

    assertThat(refused().mistakes())
        .hasSize(5)
        .anyMatch(mistake -> mistake.startsWith("kiosk.yaml:1: «prot»"))
        .anyMatch(mistake -> mistake.startsWith("kiosk.yaml:2: «ftp://x»"))
        .anyMatch(mistake -> mistake.startsWith("kiosk.yaml:3: «publicUrl»"))
        .anyMatch(mistake -> mistake.startsWith("GOCUA_DATA: "))
        .anyMatch(mistake ->
            mistake.matches("GOCUA_KIOSK_PORT: «65536» không phải .* / «65536» is not .*"));
  }

  @Test
  void shouldRefuseAFileThatIsNotYamlAndSayWhere() throws IOException {
    kioskYaml("port: 1\n  host: x: y\n");
    assertThat(refused()).hasMessageContaining("kiosk.yaml:2");
  }

  @Test
  void shouldRefuseAConfigFolderThatIsNotThere() {
    environment.put("GOCUA_CONFIG", folder.resolve("nowhere").toString());
    assertThat(refused().mistakes()).singleElement().asString().contains("nowhere");
  }

  @Test
  void shouldShowAnAddressThatABrowserOnThisMachineCanOpen() {
    environment.put("GOCUA_KIOSK_HOST", "0.0.0.0");
    assertThat(KioskSettings.read(environment).wallUrl(81))
        .isEqualTo(URI.create("http://127.0.0.1:81/"));
    environment.put("GOCUA_KIOSK_HOST", "::1");
    assertThat(KioskSettings.read(environment).wallUrl(81))
        .isEqualTo(URI.create("http://[::1]:81/"));
  }

  @Test
  void shouldTakeOnlyContactsThatSayWhatToDoWithThem() throws Exception {
    assertThat(KioskSettings.read(environment).securityContacts()).isEmpty();
    kioskYaml("securityContact: mailto:a@b.vn, https://b.vn/x\n");
    assertThat(KioskSettings.read(environment).securityContacts())
        .containsExactly("mailto:a@b.vn", "https://b.vn/x");
    environment.put("GOCUA_SECURITY_CONTACT", "a@b.vn");
    assertThat(refused().mistakes()).singleElement().asString().contains("«a@b.vn»");
  }

  @Test
  void shouldKnowTheWidthOfEachPrintersPaper() throws Exception {
    assertThat(KioskSettings.read(environment).printers().roll("K7M29Q")).isEqualTo(80);
    kioskYaml("printer: true\nroll: 58\n");
    assertThat(KioskSettings.read(environment).printers().roll("K7M29Q")).isEqualTo(58);
    environment.put("GOCUA_KIOSK_ROLL", "K7M29Q, ABC234");
    assertThat(KioskSettings.read(environment).printers().roll("ABC234")).isEqualTo(58);
    assertThat(KioskSettings.read(environment).printers().roll("XYZ789")).isEqualTo(80);
    environment.put("GOCUA_KIOSK_ROLL", "75");
    assertThatThrownBy(() -> KioskSettings.read(environment)).hasMessageContaining("58 mm");
  }

  @Test
  void shouldKnowWhichScreensStandBesideAPrinter() throws Exception {
    assertThat(KioskSettings.read(environment).printers().at("K7M29Q")).isFalse();
    kioskYaml("printer: true\n");
    assertThat(KioskSettings.read(environment).printers().at("K7M29Q")).isTrue();
    environment.put("GOCUA_KIOSK_PRINTER", "K7M29Q, ABC234");
    Printers printers = KioskSettings.read(environment).printers();
    assertThat(printers.at("ABC234")).isTrue();
    assertThat(printers.at("XYZ789")).isFalse();
    assertThat(printers.at("")).isFalse();
    environment.put("GOCUA_KIOSK_PRINTER", "yes");
    assertThat(refused().mistakes()).singleElement().asString().contains("«yes»");
  }

  @Test
  void shouldTrustTheProxiesThatItIsToldAndNameWhatIsNone() throws Exception {
    InetAddress proxy = InetAddress.ofLiteral("10.0.0.5");
    assertThat(KioskSettings.read(environment).trustedProxies().trusts(proxy)).isFalse();
    kioskYaml("trustedProxies: 192.168.1.1, 10.0.0.0/24\n");
    assertThat(KioskSettings.read(environment).trustedProxies().trusts(proxy)).isTrue();
    kioskYaml("trustedProxies: 10.0.0.0/33\n");
    assertThat(refused()).hasMessageContaining("kiosk.yaml:1: «10.0.0.0/33» không phải");
    environment.put("GOCUA_TRUSTED_PROXIES", "proxy, 10.0.0, http://x");
    assertThat(refused().mistakes())
        .hasSize(2)
        .allMatch(mistake -> mistake.startsWith("GOCUA_TRUSTED_PROXIES: "));
  }

  private InvalidConfig refused() {
    return catchThrowableOfType(InvalidConfig.class, () -> KioskSettings.read(environment));
  }

  private void kioskYaml(String text) throws IOException {
    Files.writeString(folder.resolve("kiosk.yaml"), text);
  }
}
