package vn.gocua.kiosk.testing;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * The engine's jar, running on a free port with a data folder of its own and the repository's
 * sample campaign.
 */
public final class EngineProcess implements AutoCloseable {
  public static final String LEADER_PASSWORD = "mat-khau-chi-de-thu-nghiem-42";

  private static final Path JAR = Path.of("..", "engine", "target", "gocua-engine.jar");
  private static final Path CONFIG = Path.of("..", "config");

  private final int port;
  private final Program program;

  private EngineProcess(int port, Program program) {
    this.port = port;
    this.program = program;
  }

  public static EngineProcess start(Path folder) {
    return start(folder, Ports.free());
  }

  /** Listens on this port, so that a test can bring a killed engine back where it was. */
  public static EngineProcess start(Path folder, int port) {
    Map<String, String> environment =
        Map.of(
            "GOCUA_ENGINE_PORT", String.valueOf(port),
            "GOCUA_CONFIG", CONFIG.toAbsolutePath().normalize().toString(),
            "GOCUA_DATA", folder.resolve("data").toString(),
            "GOCUA_LEADER_PASSWORD", LEADER_PASSWORD);
    EngineProcess engine = new EngineProcess(port, Program.start(JAR, folder, environment));
    engine.program.awaitOk(engine.url("/health/ready"), Duration.ofSeconds(60));
    return engine;
  }

  public URI url(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + port);
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
