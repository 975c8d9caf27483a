package vn.gocua.engine.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.gocua.base.settings.ConfigErrors;
import vn.gocua.base.settings.InvalidConfig;

/** What an engine is started with: the environment, else engine.yaml, else the default. */
class SettingsTest {
  private final Map<String, String> environment = new HashMap<>();
  private Path folder;

  @BeforeEach
  void layOut(@TempDir Path folder) {
    this.folder = folder;
    environment.put("GOCUA_CONFIG", folder.toString());
    environment.put("GOCUA_DATA", folder.resolve("data").toString());
  }

  private Settings read() {
    ConfigErrors errors = new ConfigErrors();
    Settings settings = Settings.read(environment, Clock.systemUTC(), errors);
    errors.throwIfAny();
    return settings;
  }

  private List<String> mistakes() {
    ConfigErrors errors = new ConfigErrors();
    Settings.read(environment, Clock.systemUTC(), errors);
    try {
      errors.throwIfAny();
      return List.of();
    } catch (InvalidConfig e) {
      return e.mistakes();
    }
  }

  @Test
  void shouldHaveDefaultsForAll() {
    Settings settings = read();
    assertThat(settings.host()).isEqualTo("127.0.0.1");
    assertThat(settings.port()).isEqualTo(8080);
    assertThat(settings.publicUrl()).isEqualTo("http://127.0.0.1:8080");
    assertThat(settings.journal()).isEqualTo("sqlite");
    assertThat(settings.leaderPassword()).isNull();
    assertThat(settings.documentMegabytes()).isEqualTo(200);
    assertThat(settings.phoneQuota()).isEqualTo(1000);
    assertThat(settings.readingLimits()).isEqualTo(new ReadingLimits(20, 60, 120, 400));
    assertThat(settings.securityContacts()).isEmpty();
    assertThat(settings.rehearsal()).isFalse();
    assertThat(settings.clockSpeed()).isEqualTo(1);
  }

  @Test
  void shouldLetTheEnvironmentWin() throws IOException {
    Files.writeString(
        folder.resolve("engine.yaml"),
        "host: 0.0.0.0\nenginePort: 9001\npublicUrl: https://a.vn\n");
    assertThat(read().port()).isEqualTo(9001);
    assertThat(read().host()).isEqualTo("0.0.0.0");
    environment.put("GOCUA_ENGINE_PORT", "9002");
    environment.put("GOCUA_PUBLIC_URL", "https://b.vn/");
    assertThat(read().port()).isEqualTo(9002);
    assertThat(read().publicUrl()).isEqualTo("https://b.vn");
  }

  @Test
  void shouldNameAKeyThatMeansNothing() throws IOException {
    Files.writeString(folder.resolve("engine.yaml"), "host: 127.0.0.1\nprot: 80\n");
    assertThat(mistakes()).singleElement().asString().startsWith("engine.yaml:2:").contains("prot");
  }

  @ParameterizedTest
  @CsvSource({
    "enginePort, eighty",
    "publicUrl, gocua.vn",
    "journal, postgres://x",
    "retentionDays, never",
    "expiryDays, 0",
    "dataContact, 'Một nơi có tên dài hơn một trăm ký tự, thế nên chẳng màn hình nào của bà con hiện được cho đủ cả tên ấy ra'",
    "phoneQuota, many",
    "phoneQuota, -1",
    "phoneContactsHour, -1",
    "documentMegabytes, 0",
    "securityContact, bao-mat@gocua.example.vn",
    "clock, noon",
    "host, [a]"
  })
  void shouldNameAWrongValueWhereItIsWritten(String key, String value) throws IOException {
    Files.writeString(folder.resolve("engine.yaml"), "# ours\n" + key + ": " + value + "\n");
    assertThat(mistakes()).singleElement().asString().startsWith("engine.yaml:2: ").contains(" / ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"host:\n", "host: ''\n", "# nothing yet\n", ""})
  void shouldTakeABlankValueForNotGiven(String file) throws IOException {
    Files.writeString(folder.resolve("engine.yaml"), file);
    assertThat(mistakes()).isEmpty();
  }

  @Test
  void shouldTakeSeveralContacts() {
    environment.put("GOCUA_SECURITY_CONTACT", "mailto:a@b.vn,  https://b.vn/x?y=1 , tel:+84-24-1");
    assertThat(read().securityContacts())
        .containsExactly("mailto:a@b.vn", "https://b.vn/x?y=1", "tel:+84-24-1");
  }

  @Test
  void shouldTakeASecretFromAFile() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "đủ dài rồi\n");
    environment.put("GOCUA_LEADER_PASSWORD_FILE", secret.toString());
    assertThat(read().leaderPassword()).isEqualTo("đủ dài rồi");
    Files.delete(secret);
    assertThat(mistakes())
        .singleElement()
        .asString()
        .startsWith("GOCUA_LEADER_PASSWORD_FILE")
        .contains(secret.toString());
  }

  @ParameterizedTest
  @CsvSource({
    "GOCUA_ENGINE_PORT, 0",
    "GOCUA_ENGINE_PORT, 65536",
    "GOCUA_ENGINE_PORT, eighty",
    "GOCUA_PUBLIC_URL, gocua.vn",
    "GOCUA_PUBLIC_URL, ftp://gocua.vn",
    "GOCUA_PUBLIC_URL, https://",
    "GOCUA_JOURNAL, postgres://x",
    "GOCUA_KIOSK_TOKEN, short",
    "GOCUA_DOCUMENT_MEGABYTES, 2001",
    "GOCUA_PHONE_QUOTA, 1000001",
    "GOCUA_PHONE_QUOTA, 1.5",
    "GOCUA_PHONE_CONTACTS_HOUR, few",
    "GOCUA_PHONE_CONTACTS_DAY, -1",
    "GOCUA_LEADER_CONTACTS_HOUR, 100001",
    "GOCUA_LEADER_CONTACTS_DAY, 1.5",
    "GOCUA_SECURITY_CONTACT, bao-mat@gocua.example.vn",
    "GOCUA_SECURITY_CONTACT, http://gocua.example.vn",
    "GOCUA_SECURITY_CONTACT, mailto:bao mat@gocua.example.vn",
    "GOCUA_SECURITY_CONTACT, javascript:alert(1)",
    "GOCUA_CLOCK, noon",
    "GOCUA_CLOCK, 2025-08-11T00:00:00Z;2025-08-11T00:00:00Z;0",
    "GOCUA_CLOCK, 2025-08-11;2025-08-11T00:00:00Z;1"
  })
  void shouldNameAValueThatIsWrong(String variable, String value) {
    environment.put(variable, value);
    assertThat(mistakes()).singleElement().asString().startsWith(variable + ": ");
  }

  @Test
  void shouldNameAllThatIsWrongAtOnceButNoSecret() {
    environment.put("GOCUA_ENGINE_PORT", "x");
    environment.put("GOCUA_KIOSK_TOKEN", "bi-mat-khac");
    environment.put("GOCUA_VAULT_KEY_FILE", folder.resolve("data/key").toString());
    assertThat(mistakes()).hasSize(3).noneMatch(mistake -> mistake.contains("bi-mat"));
  }

  @Test
  void shouldRunARehearsalOnItsOwnClock() {
    environment.put("GOCUA_CLOCK", "2026-11-23T10:00:00Z;2026-11-23T00:00:00+07:00;8640");
    assertThat(read().rehearsal()).isTrue();
    assertThat(read().clockSpeed()).isEqualTo(8640);
  }

  @Test
  void shouldSayWhereItCannotWrite() throws IOException {
    Files.writeString(folder.resolve("data"), "a file where a folder should be");
    ConfigErrors errors = new ConfigErrors();
    Settings.read(environment, Clock.systemUTC(), errors).checkData(errors);
    assertThat(errors.isEmpty()).isFalse();
  }
}
