package vn.gocua.rehearsal;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A real engine in a process of its own, on a free port and a folder of its own, which can be
 * killed and started again.
 */
final class EngineProcess implements AutoCloseable {
  private final Path folder;
  private final Map<String, String> settings;
  private final URI url;
  private Process process;

  /**
   * @param folder with a {@code config} folder
   * @param settings more of the engine's variables
   */
  EngineProcess(Path folder, Map<String, String> settings) throws IOException {
    this.folder = folder;
    this.settings = settings;
    this.url = URI.create("http://127.0.0.1:" + freePort());
    this.process = start();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private Process start() throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> argument.startsWith("--"))
        .forEach(command::add);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), "vn.gocua.engine.Main"));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(name -> name.startsWith("GOCUA_"));
    builder.environment().put("GOCUA_DATA", folder.resolve("data").toString());
    builder.environment().put("GOCUA_CONFIG", folder.resolve("config").toString());
    builder.environment().put("GOCUA_ENGINE_PORT", String.valueOf(url.getPort()));
    builder.environment().put("GOCUA_PHONE_QUOTA", "0");
    builder.environment().putAll(settings);
    Path output = Files.createDirectories(folder.resolve("data")).resolve("output.txt");
    Process started =
        builder
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
            .start();
    await()
        .atMost(Duration.ofSeconds(60))
        .failFast("the engine has stopped: see " + output, () -> !started.isAlive())
        .ignoreException(java.net.ConnectException.class)
        .until(this::isReady);
    return started;
  }

  private boolean isReady() throws IOException {
    var connection = (HttpURLConnection) url.resolve("/health/ready").toURL().openConnection();
    return connection.getResponseCode() == 200;
  }

  URI url() {
    return url;
  }

  /** As kill -9 does, and up again. */
  void killAndStart() throws IOException, InterruptedException {
    process.destroyForcibly().waitFor();
    process = start();
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
