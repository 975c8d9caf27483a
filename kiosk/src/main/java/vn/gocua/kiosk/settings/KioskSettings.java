package vn.gocua.kiosk.settings;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.gocua.base.file.PrivateFile;
import vn.gocua.base.settings.ConfigErrors;
import vn.gocua.base.settings.InvalidConfig;
import vn.gocua.base.settings.SettingSource;
import vn.gocua.base.settings.TrustedProxies;

/**
 * The kiosk's settings. Each value comes from the environment, else from {@code kiosk.yaml} in the
 * config folder, else from its default.
 *
 * @param engineUrl the kiosk's way to the engine
 * @param publicUrl the address that phones can reach, for links and QR codes
 * @param data folder of the logs
 * @param printers screens with a printer
 * @param securityContacts where to report a vulnerability, as addresses; may be empty
 * @param trustedProxies proxies whose {@code X-Forwarded-…} headers are used
 */
public record KioskSettings(
    String host,
    int port,
    URI engineUrl,
    URI publicUrl,
    Path data,
    Printers printers,
    List<String> securityContacts,
    TrustedProxies trustedProxies) {
  private static final int DEFAULT_PORT = 8090;
  private static final String DEFAULT_ENGINE_PORT = "8080";

  /** Settings that {@code kiosk.yaml} may have, with their keys. */
  private static final Map<String, String> KEYS =
      Map.of(
          "GOCUA_KIOSK_HOST", "host",
          "GOCUA_KIOSK_PORT", "port",
          "GOCUA_ENGINE_URL", "engineUrl",
          "GOCUA_PUBLIC_URL", "publicUrl",
          "GOCUA_DATA", "data",
          "GOCUA_KIOSK_PRINTER", "printer",
          "GOCUA_KIOSK_ROLL", "roll",
          "GOCUA_SECURITY_CONTACT", "securityContact",
          "GOCUA_TRUSTED_PROXIES", "trustedProxies");

  /**
   * Reads and checks everything.
   *
   * @throws InvalidConfig naming every mistake at once
   */
  public static KioskSettings read(Map<String, String> environment) {
    ConfigErrors errors = new ConfigErrors();
    SettingSource source = SettingSource.of(environment, "kiosk.yaml", KEYS, errors);
    source.checkConfig();
    URI engineUrl = source.url("GOCUA_ENGINE_URL", engineHere(source));
    KioskSettings settings =
        new KioskSettings(
            source.text("GOCUA_KIOSK_HOST", "127.0.0.1"),
            source.port("GOCUA_KIOSK_PORT", 0, DEFAULT_PORT),
            engineUrl,
            source.url("GOCUA_PUBLIC_URL", engineUrl),
            data(source),
            printers(source),
            source.contacts("GOCUA_SECURITY_CONTACT"),
            source.proxies("GOCUA_TRUSTED_PROXIES"));
    errors.throwIfAny();
    return settings;
  }

  /**
   * The wall's address for a browser on this machine or, if the kiosk listens elsewhere, for that
   * host.
   */
  public URI wallUrl(int listeningPort) {
    String shown = Set.of("0.0.0.0", "::", "[::]").contains(host) ? "127.0.0.1" : host;
    String authority = shown.contains(":") && !shown.startsWith("[") ? "[" + shown + "]" : shown;
    return URI.create("http://" + authority + ":" + listeningPort + "/");
  }

  public Path logFile() {
    return data.resolve("logs").resolve("kiosk.log");
  }

  /** The engine's usual address on this machine; a port that is none is the engine's to report. */
  private static URI engineHere(SettingSource source) {
    String port = source.text("GOCUA_ENGINE_PORT", DEFAULT_ENGINE_PORT);
    return URI.create(
        "http://127.0.0.1:" + (port.matches("\\d{1,5}") ? port : DEFAULT_ENGINE_PORT));
  }

  private static Path data(SettingSource source) {
    Path data = source.folder("GOCUA_DATA", "data");
    Path logs = data.resolve("logs");
    try {
      PrivateFile.shut(PrivateFile.folder(logs));
      if (!Files.isWritable(logs)) {
        source.error("GOCUA_DATA", "not-writable", logs);
      }
    } catch (IOException e) {
      source.error("GOCUA_DATA", "not-made", logs, e.getMessage());
    }
    return data;
  }

  private static Printers printers(SettingSource source) {
    String text = source.text("GOCUA_KIOSK_PRINTER", "false");
    Printers printers =
        Printers.read(text)
            .orElseGet(() -> {
              source.error("GOCUA_KIOSK_PRINTER", "printer", text);
              return Printers.NONE;
            });
    String rolls = source.text("GOCUA_KIOSK_ROLL", "80");
    return Printers.Narrow.read(rolls)
        .map(printers::with)
        .orElseGet(() -> {
          source.error("GOCUA_KIOSK_ROLL", "roll", rolls);
          return printers;
        });
  }
}
