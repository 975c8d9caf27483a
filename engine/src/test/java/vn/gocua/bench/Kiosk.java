package vn.gocua.bench;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import vn.gocua.engine.fault.EngineProcess;

/** The kiosk's server, from its jar, in a process of its own. */
final class Kiosk implements AutoCloseable {
  static final Path JAR = Path.of("..", "kiosk", "target", "gocua-kiosk.jar");

  private final Process process;
  private final URI address;

  private Kiosk(Process process, URI address) {
    this.process = process;
    this.address = address;
  }

  static Kiosk start(EngineProcess.Launch engine) throws IOException {
    int port = EngineProcess.freePort();
    Path data = Files.createDirectories(engine.data().resolveSibling("kiosk"));
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                JAR.toString())
            .redirectErrorStream(true)
            .redirectOutput(data.resolve("output.txt").toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("GOCUA_"));
    builder.environment().put("GOCUA_DATA", data.toString());
    builder.environment().put("GOCUA_CONFIG", engine.config().toString());
    builder.environment().put("GOCUA_KIOSK_PORT", String.valueOf(port));
    builder.environment().put("GOCUA_ENGINE_URL", engine.address().toString());
    Kiosk kiosk = new Kiosk(builder.start(), URI.create("http://127.0.0.1:" + port + "/"));
    await().atMost(Duration.ofSeconds(60)).until(() -> !kiosk.process.isAlive() || kiosk.answers());
    if (!kiosk.process.isAlive()) {
      throw new IOException("the kiosk ended: " + Files.readString(data.resolve("output.txt")));
    }
    return kiosk;
  }

  private boolean answers() {
    try {
      HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
      connection.setConnectTimeout(1000);
      connection.setReadTimeout(10_000);
      return connection.getResponseCode() == 200;
    } catch (IOException _) {
      return false;
    }
  }

  /** Processor time so far. */
  Duration worked() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  URI wall() {
    return address;
  }

  @Override
  public void close() {
    process.destroy();
    await().atMost(Duration.ofSeconds(15)).until(() -> !process.isAlive());
  }
}
