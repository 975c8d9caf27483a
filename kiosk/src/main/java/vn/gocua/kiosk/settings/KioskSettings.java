package vn.gocua.kiosk.settings;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.gocua.base.file.PrivateFile;
import vn.gocua.base.settings.TrustedProxies;

/**
 * Where the kiosk listens and whom it listens to. Each value comes from the environment, else from
 * {@code kiosk.yaml} in the config folder, else from its default.
 *
 * @param engineUrl the kiosk's way to the engine
 * @param publicUrl what phones can reach; links and QR codes are built from it
 * @param data folder of the logs
 * @param printers which screens stand beside a printer
 * @param securityContacts where to report a hole, as addresses; may be empty
 * @param trustedProxies whose {@code X-Forwarded-…} are believed
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

  /** An address as RFC 9116 wants it: what to do with it stands before it. */
  private static final Pattern CONTACT =
      Pattern.compile(
          "mailto:[!-~&&[^@]]{1,64}@[A-Za-z0-9.-]{1,250}|https://[!-~]{1,250}|tel:\\+?[0-9.()-]{3,30}");

  /** Reads and checks everything; a refusal names every problem at once. */
  public static KioskSettings read(Map<String, String> environment) throws StartRefused {
    List<Problem> problems = new ArrayList<>();
    Source source = Source.of(environment, problems);
    String host = source.get("GOCUA_KIOSK_HOST", "127.0.0.1");
    int port = port(source, problems);
    URI engineUrl = url(source, "GOCUA_ENGINE_URL", engineHere(source), problems);
    URI publicUrl = url(source, "GOCUA_PUBLIC_URL", engineUrl, problems);
    Path data = data(source, problems);
    Printers printers = printers(source, problems);
    List<String> securityContacts = securityContacts(source, problems);
    TrustedProxies proxies =
        TrustedProxies.of(
            source.get("GOCUA_TRUSTED_PROXIES", ""),
            wrong ->
                problems.add(
                    Problem.of("bad-proxy", source.nameOf("GOCUA_TRUSTED_PROXIES"), wrong)));
    if (!problems.isEmpty()) {
      throw new StartRefused(problems);
    }
    return new KioskSettings(
        host, port, engineUrl, publicUrl, data, printers, securityContacts, proxies);
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
  private static URI engineHere(Source source) {
    String port = source.get("GOCUA_ENGINE_PORT", DEFAULT_ENGINE_PORT);
    return URI.create(
        "http://127.0.0.1:" + (port.matches("\\d{1,5}") ? port : DEFAULT_ENGINE_PORT));
  }

  private static int port(Source source, List<Problem> problems) {
    String text = source.get("GOCUA_KIOSK_PORT", String.valueOf(DEFAULT_PORT));
    try {
      int port = Integer.parseInt(text);
      if (port >= 0 && port <= 65_535) {
        return port;
      }
    } catch (NumberFormatException _) {
      // Reported below, as any other wrong port.
    }
    problems.add(Problem.of("bad-port", source.nameOf("GOCUA_KIOSK_PORT"), text));
    return DEFAULT_PORT;
  }

  private static URI url(Source source, String name, URI otherwise, List<Problem> problems) {
    String text = source.get(name, otherwise.toString());
    try {
      URI url = new URI(text);
      boolean http =
          "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
      if (http && url.getHost() != null && url.getUserInfo() == null && url.getFragment() == null) {
        return url;
      }
    } catch (URISyntaxException _) {
      // Reported below, as any other wrong address.
    }
    problems.add(Problem.of("bad-url", source.nameOf(name), text));
    return otherwise;
  }

  private static Path data(Source source, List<Problem> problems) {
    String text = source.get("GOCUA_DATA", "./data");
    try {
      Path data = Path.of(text).toAbsolutePath().normalize();
      PrivateFile.shut(PrivateFile.folder(data.resolve("logs")));
      if (Files.isWritable(data.resolve("logs"))) {
        return data;
      }
    } catch (IOException | InvalidPathException _) {
      // Reported below, as any other folder that will not do.
    }
    problems.add(Problem.of("bad-data", source.nameOf("GOCUA_DATA"), text));
    return Path.of("data");
  }

  private static Printers printers(Source source, List<Problem> problems) {
    String text = source.get("GOCUA_KIOSK_PRINTER", "false");
    return Printers.read(text)
        .orElseGet(() -> {
          problems.add(Problem.of("bad-printer", source.nameOf("GOCUA_KIOSK_PRINTER"), text));
          return Printers.NONE;
        });
  }

  private static List<String> securityContacts(Source source, List<Problem> problems) {
    String text = source.get("GOCUA_SECURITY_CONTACT", "");
    List<String> contacts =
        Stream.of(text.split(",", -1)).map(String::strip).filter(each -> !each.isEmpty()).toList();
    for (String contact : contacts) {
      if (!CONTACT.matcher(contact).matches()) {
        problems.add(Problem.of("bad-contact", source.nameOf("GOCUA_SECURITY_CONTACT"), contact));
      }
    }
    return contacts;
  }

  /** Where values come from. */
  private record Source(Map<String, String> environment, Map<String, SettingsFile.Entry> file) {

    static Source of(Map<String, String> environment, List<Problem> problems) {
      @Nullable String folder = present(environment.get("GOCUA_CONFIG"));
      try {
        Path config = Path.of(folder == null ? "./config" : folder);
        if (folder != null && !Files.isDirectory(config)) {
          problems.add(Problem.of("no-config", folder));
        }
        return new Source(environment, SettingsFile.read(config.resolve("kiosk.yaml"), problems));
      } catch (InvalidPathException _) {
        problems.add(Problem.of("no-config", String.valueOf(folder)));
        return new Source(environment, Map.of());
      }
    }

    String get(String name, String otherwise) {
      String fromEnvironment = present(environment.get(name));
      if (fromEnvironment != null) {
        return fromEnvironment;
      }
      SettingsFile.Entry fromFile = file.get(name);
      return fromFile == null ? otherwise : fromFile.value();
    }

    /** What the operator has to look at: the variable, or the file's line. */
    String nameOf(String name) {
      SettingsFile.Entry fromFile = file.get(name);
      return fromFile == null || present(environment.get(name)) != null ? name : fromFile.place();
    }

    private static @Nullable String present(@Nullable String value) {
      return value == null || value.isBlank() ? null : value.strip();
    }
  }
}
