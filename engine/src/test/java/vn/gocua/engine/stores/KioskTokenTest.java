package vn.gocua.engine.stores;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gocua.base.settings.ConfigErrors;
import vn.gocua.engine.config.Settings;

/** The kiosk's server is given a token, or finds one in the data folder. */
class KioskTokenTest {
  @TempDir private Path folder;

  private Settings settings(Map<String, String> more) {
    Map<String, String> environment = new java.util.HashMap<>(more);
    environment.put("GOCUA_DATA", folder.toString());
    environment.put("GOCUA_CONFIG", folder.toString());
    return Settings.read(environment, Clock.systemUTC(), new ConfigErrors());
  }

  @Test
  void shouldMakeATokenOnceForItsOwnerOnly() throws IOException {
    String made = KioskToken.of(settings(Map.of()));
    assertThat(made).hasSizeGreaterThan(40);
    assertThat(KioskToken.of(settings(Map.of()))).isEqualTo(made);
    Path file = folder.resolve("kiosk.token");
    assertThat(Files.readString(file).strip()).isEqualTo(made);
    assertThat(Files.getPosixFilePermissions(file))
        .extracting(Enum::name)
        .containsExactlyInAnyOrder("OWNER_READ", "OWNER_WRITE");
  }

  @Test
  void shouldMakeATokenAnewWhereTheFileWasEmptied() throws IOException {
    Path file = Files.writeString(folder.resolve("kiosk.token"), "\n");
    String made = KioskToken.of(settings(Map.of()));
    assertThat(made).hasSizeGreaterThan(40);
    assertThat(Files.readString(file).strip()).isEqualTo(made);
  }

  @Test
  void shouldTakeTheTokenThatIsGiven() {
    String given = "a-token-that-somebody-has-chosen";
    assertThat(KioskToken.of(settings(Map.of("GOCUA_KIOSK_TOKEN", given)))).isEqualTo(given);
    assertThat(folder.resolve("kiosk.token")).doesNotExist();
  }

  @Test
  void shouldRefuseATokenThatCouldBeGuessed() {
    ConfigErrors errors = new ConfigErrors();
    var _ =
        Settings.read(
            Map.of("GOCUA_CONFIG", folder.toString(), "GOCUA_KIOSK_TOKEN", "kiosk"),
            Clock.systemUTC(),
            errors);
    assertThat(errors.isEmpty()).isFalse();
  }
}
