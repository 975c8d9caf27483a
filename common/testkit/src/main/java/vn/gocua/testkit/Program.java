package vn.gocua.testkit;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;

/** A program in a process of its own. Its output is kept beside the test's folder. */
public final class Program implements AutoCloseable {
  private static final int GOES_WITHIN_SECONDS = 20;

  private final Process process;
  private final Path output;
  private final long startedAt = System.nanoTime();

  private Program(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  /** Runs a jar in the folder as an operator does, with this environment only. */
  public static Program start(
      Path jar, Path folder, Map<String, String> environment, String... arguments) {
    return start(jar, List.of(), folder, environment, arguments);
  }

  /** The same with more JVM flags. */
  static Program start(
      Path jar,
      List<String> jvmFlags,
      Path folder,
      Map<String, String> environment,
      String... arguments) {
    if (!Files.isRegularFile(jar)) {
      throw new IllegalStateException("%s is missing: build its module first".formatted(jar));
    }
    List<String> command = new ArrayList<>(List.of(java(), "-Xmx512m"));
    command.addAll(jvmFlags());
    command.addAll(jvmFlags);
    command.addAll(List.of("-jar", jar.toAbsolutePath().toString()));
    command.addAll(List.of(arguments));
    return run(command, folder, environment);
  }

  /** Runs a command in the folder, with this environment on one without settings of ours. */
  public static Program run(List<String> command, Path folder, Map<String, String> environment) {
    try {
      Files.createDirectories(folder);
      Path output = Files.createTempFile(folder, "output", ".txt");
      ProcessBuilder builder = new ProcessBuilder(command);
      builder.environment().keySet().removeIf(name -> name.startsWith("GOCUA_"));
      builder.environment().putAll(environment);
      builder.directory(folder.toFile()).redirectErrorStream(true).redirectOutput(output.toFile());
      return new Program(builder.start(), output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The Java that runs this test. */
  public static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /**
   * JVM flags that the build names for programs under test. Tests want a quick start; benchmarks,
   * which the build does not run, take the JVM as it is.
   */
  static List<String> jvmFlags() {
    return Arrays.stream(System.getProperty("gocua.test.jvm", "").split(" "))
        .filter(flag -> !flag.isEmpty())
        .toList();
  }

  /** The class path of this test, for a process with another working folder. */
  public static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(part -> Path.of(part).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** Waits until the address answers 200; returns how long that took from the start. */
  public Duration awaitOk(URI url, Duration patience) {
    Awaitility.await(url.toString())
        .atMost(patience)
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(10))
        .until(() -> {
          if (!process.isAlive()) {
            throw new IllegalStateException("ended with " + process.exitValue() + ": " + output());
          }
          return answersOk(url);
        });
    return Duration.ofNanos(System.nanoTime() - startedAt);
  }

  public static boolean answersOk(URI url) {
    try {
      HttpURLConnection connection = (HttpURLConnection) url.toURL().openConnection();
      connection.setConnectTimeout(1000);
      connection.setReadTimeout(10_000);
      return connection.getResponseCode() == 200;
    } catch (IOException _) {
      return false;
    }
  }

  /** Ends it as Ctrl-C and service managers do; returns its exit code. */
  public int terminate() {
    process.destroy();
    return exitCode();
  }

  /** Stops it, by force if it takes too long; returns when it is gone. */
  public void stop() {
    process.destroy();
    try {
      if (!process.waitFor(GOES_WITHIN_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException _) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  /** Ends it as a power cut does. */
  public void kill() {
    process.destroyForcibly();
    exitCode();
  }

  /** Waits for its end. */
  public int exitCode() {
    try {
      if (!process.waitFor(GOES_WITHIN_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException("still running: " + output());
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whether it ends by itself in that time; returns when it does or the time is over. */
  public boolean endsWithin(Duration time) throws InterruptedException {
    return process.waitFor(time);
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  public long pid() {
    return process.pid();
  }

  /** Processor time used so far. */
  public Duration cpuTime() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /** All output so far. */
  public String output() {
    try {
      return Files.readString(output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
