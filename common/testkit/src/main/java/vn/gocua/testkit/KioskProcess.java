package vn.gocua.testkit;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The kiosk's jar, running on a free port. */
public final class KioskProcess implements AutoCloseable {
  private static final Duration READY_WITHIN = Duration.ofSeconds(30);

  private final int port;
  private final Program program;

  private KioskProcess(int port, Program program) {
    this.port = port;
    this.program = program;
  }

  public static KioskProcess start(Path folder, URI engine) {
    return start(folder, engine, Ports.free());
  }

  /** Listens on this port, so that a test can bring a killed kiosk back where it was. */
  public static KioskProcess start(Path folder, URI engine, int port) {
    return start(folder, environment(folder, engine, port), port);
  }

  /** Starts a kiosk with further settings. */
  public static KioskProcess start(Path folder, URI engine, Map<String, String> settings) {
    int port = Ports.free();
    Map<String, String> environment = environment(folder, engine, port);
    environment.putAll(settings);
    return start(folder, environment, port);
  }

  private static KioskProcess start(Path folder, Map<String, String> environment, int port) {
    Program program = run(folder, environment);
    KioskProcess kiosk = new KioskProcess(port, program);
    program.awaitOk(kiosk.url("/health/live"), READY_WITHIN);
    return kiosk;
  }

  /** The same with a printer beside every screen. */
  public static KioskProcess startWithPrinter(Path folder, URI engine) {
    return startWithPrinter(folder, engine, Ports.free());
  }

  /** The same on its former port. */
  public static KioskProcess startWithPrinter(Path folder, URI engine, int port) {
    Map<String, String> environment = environment(folder, engine, port);
    environment.put("GOCUA_KIOSK_PRINTER", "true");
    return start(folder, environment, port);
  }

  /** Runs the jar itself, for tests of the start. */
  public static Program run(Path folder, Map<String, String> environment) {
    Path jar = Checkout.jar("kiosk");
    return Program.start(jar, ClassArchive.flags(jar, KioskProcess::tryOut), folder, environment);
  }

  private static void tryOut(Path folder, String flag) {
    int port = Ports.free();
    URI nobody = URI.create("http://127.0.0.1:" + Ports.free());
    Path jar = Checkout.jar("kiosk");
    Program program = Program.start(jar, List.of(flag), folder, environment(folder, nobody, port));
    try (KioskProcess kiosk = new KioskProcess(port, program)) {
      program.awaitOk(kiosk.url("/health/live"), READY_WITHIN);
      program.awaitOk(kiosk.url("/wall"), READY_WITHIN);
      program.terminate();
    }
  }

  public static Map<String, String> environment(Path folder, URI engine, int port) {
    Map<String, String> environment = new HashMap<>();
    environment.put("GOCUA_KIOSK_PORT", String.valueOf(port));
    environment.put("GOCUA_ENGINE_URL", engine.toString());
    environment.put("GOCUA_DATA", folder.resolve("data").toAbsolutePath().toString());
    return environment;
  }

  public URI url(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  public int port() {
    return port;
  }

  public Program program() {
    return program;
  }

  @Override
  public void close() {
    program.close();
  }
}
