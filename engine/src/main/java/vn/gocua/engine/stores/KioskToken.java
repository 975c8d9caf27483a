package vn.gocua.engine.stores;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import vn.gocua.base.console.Console;
import vn.gocua.base.file.PrivateFile;
import vn.gocua.engine.config.Settings;
import vn.gocua.engine.config.StartRefused;
import vn.gocua.engine.rights.Tokens;

/** The secret that the kiosk's server shows: given, or made once and kept in the data folder. */
public final class KioskToken {
  /** Name of its file in the data folder. */
  static final String FILE = "kiosk.token";

  private KioskToken() {}

  /**
   * The secret itself.
   *
   * @throws StartRefused if it can neither be read nor kept
   */
  public static String of(Settings settings) {
    String given = settings.kioskToken();
    if (given != null) {
      return given;
    }
    Path file = settings.data().resolve(FILE);
    try {
      if (!Files.exists(file)) {
        PrivateFile.write(file, Tokens.secret() + "\n");
      }
      String kept = Files.readString(file).strip();
      if (!kept.isEmpty()) {
        return kept;
      }
      // The file is empty. An empty token would admit everybody as the kiosk, so make a new one.
      PrivateFile.replace(file, Tokens.secret() + "\n");
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new StartRefused(
          StartRefused.Reason.CONFIGURATION,
          Console.text("start.data-not-writable", file, String.valueOf(e.getMessage())));
    }
  }
}
