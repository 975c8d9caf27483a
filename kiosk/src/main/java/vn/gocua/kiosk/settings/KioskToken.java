package vn.gocua.kiosk.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * This server's secret for the engine: from the environment, from a file that it names, or from the
 * data folder of an engine on the same machine. It is read when needed, since that engine may start
 * later.
 */
public final class KioskToken {
  private final @Nullable String given;
  private final Path file;

  private KioskToken(@Nullable String given, Path file) {
    this.given = given;
    this.file = file;
  }

  /** The token for these settings. */
  public static KioskToken of(Map<String, String> environment, Path data) {
    String given = environment.get("GOCUA_KIOSK_TOKEN");
    String named = environment.get("GOCUA_KIOSK_TOKEN_FILE");
    return new KioskToken(
        given == null || given.isBlank() ? null : given.strip(),
        named == null || named.isBlank() ? data.resolve("kiosk.token") : Path.of(named.strip()));
  }

  /**
   * The token itself.
   *
   * @throws IOException if it was not given and there is no readable file
   */
  public String read() throws IOException {
    return given == null ? Files.readString(file).strip() : given;
  }
}
