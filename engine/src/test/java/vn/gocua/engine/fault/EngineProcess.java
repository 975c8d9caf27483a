package vn.gocua.engine.fault;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
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
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** A real engine in a process of its own, from the classes this JVM runs with. */
public final class EngineProcess implements AutoCloseable {
  public static final String PASSWORD = "mat-khau-de-thu";

  private static final String MAIN = "vn.gocua.engine.Main";
  private static final Duration READY_WITHIN = Duration.ofSeconds(60);

  private final Process process;
  private final Launch launch;
  private final long startedAt = System.nanoTime();

  private EngineProcess(Process process, Launch launch) {
    this.process = process;
    this.launch = launch;
  }

  /**
   * What an engine is started with.
   *
   * @param jvmFlags beside those that this JVM was given to open the JDK's doors
   * @param environment added to what every engine here gets; a blank value takes it away
   * @param prefix what the command begins with, such as where it is to run
   */
  public record Launch(
      Path data,
      Path config,
      int port,
      List<String> jvmFlags,
      Map<String, String> environment,
      List<String> prefix) {

    /** An engine as a commune has it, on a free port. */
    public static Launch of(Path data, Path config, String... jvmFlags) {
      return new Launch(data, config, freePort(), List.of(jvmFlags), Map.of(), List.of());
    }

    /** The same once more: the first account is there by now, so no password is given. */
    public Launch again() {
      return new Launch(data, config, port, jvmFlags, Map.of("GOCUA_LEADER_PASSWORD", ""), prefix);
    }

    /** The same with one JVM flag more. */
    public Launch with(String jvmFlag) {
      List<String> flags = new ArrayList<>(jvmFlags);
      flags.add(jvmFlag);
      return new Launch(data, config, port, flags, environment, prefix);
    }

    public URI address() {
      return URI.create(
          "http://" + environment.getOrDefault("GOCUA_HOST", "127.0.0.1") + ":" + port);
    }

    public Path journal() {
      return data.resolve("journal.db");
    }
  }

  /** Starts a process; {@link #awaitReady} waits until it serves. */
  public static EngineProcess start(Launch launch) {
    List<String> command = new ArrayList<>(launch.prefix());
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(flag -> flag.startsWith("--add-") || flag.startsWith("--enable-native-access"))
        .forEach(command::add);
    command.addAll(launch.jvmFlags());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), MAIN));
    try {
      Files.createDirectories(launch.data());
      File output = launch.data().resolve("output.txt").toFile();
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(output));
      builder.environment().keySet().removeIf(name -> name.startsWith("GOCUA_"));
      builder.environment().put("GOCUA_DATA", launch.data().toString());
      builder.environment().put("GOCUA_CONFIG", launch.config().toString());
      builder.environment().put("GOCUA_ENGINE_PORT", String.valueOf(launch.port()));
      builder.environment().put("GOCUA_LEADER_PASSWORD", PASSWORD);
      builder.environment().put("GOCUA_PHONE_QUOTA", "0");
      builder.environment().putAll(launch.environment());
      return new EngineProcess(builder.start(), launch);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until the engine answers that it is ready; returns how long that took from its start. */
  public Duration awaitReady() {
    await()
        .atMost(READY_WITHIN)
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(10))
        .until(() -> !process.isAlive() || answersReady());
    if (!process.isAlive()) {
      throw new IllegalStateException(
          "the engine ended with " + process.exitValue() + ": " + output());
    }
    return Duration.ofNanos(System.nanoTime() - startedAt);
  }

  private boolean answersReady() {
    try {
      HttpURLConnection connection =
          (HttpURLConnection) launch.address().resolve("/health/ready").toURL().openConnection();
      connection.setConnectTimeout(1000);
      connection.setReadTimeout(1000);
      return connection.getResponseCode() == 200;
    } catch (IOException _) {
      return false;
    }
  }

  /** What the process has printed. */
  public String output() {
    try {
      return Files.readString(launch.data().resolve("output.txt"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Launch launch() {
    return launch;
  }

  public long pid() {
    return process.pid();
  }

  /** How much processor time it has used. */
  public Duration cpuTime() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** Whether the process ends by itself in that time; returns when it does or the time is over. */
  public boolean endsWithin(Duration time) throws InterruptedException {
    return process.waitFor(time);
  }

  /** Ends the process as a power cut would: SIGKILL. */
  public void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  /** Ends the process in good order, or by force if it is no longer wanted to answer. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(15, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException _) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  /** A free port below those that the system hands out to clients. */
  public static int freePort() {
    while (true) {
      int port = ThreadLocalRandom.current().nextInt(20_000, 32_000);
      try (var _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        return port;
      } catch (IOException _) {
        // Taken; another.
      }
    }
  }
}
