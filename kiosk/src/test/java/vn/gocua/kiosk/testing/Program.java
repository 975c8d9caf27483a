package vn.gocua.kiosk.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/**
 * One of our jars, run the way an operator runs it. Its output is kept beside the test's folder.
 */
public final class Program implements AutoCloseable {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final Process process;
  private final Path output;

  private Program(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  /** Starts {@code java -jar} in the folder, with this environment on top of a bare one. */
  public static Program start(
      Path jar, Path folder, Map<String, String> environment, String... arguments) {
    if (!Files.isRegularFile(jar)) {
      throw new IllegalStateException("%s is missing: build its module first".formatted(jar));
    }
    try {
      Files.createDirectories(folder);
      Path output = Files.createTempFile(folder, "output", ".txt");
      ProcessBuilder builder =
          new ProcessBuilder(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              "-Xmx512m",
              "-jar",
              jar.toAbsolutePath().toString());
      builder.command().addAll(List.of(arguments));
      builder.environment().keySet().removeIf(k -> k.startsWith("GOCUA_"));
      builder.environment().putAll(environment);
      builder.directory(folder.toFile()).redirectErrorStream(true).redirectOutput(output.toFile());
      return new Program(builder.start(), output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until the address answers 200. */
  public Program awaitOk(URI url, Duration patience) {
    Awaitility.await(url.toString())
        .atMost(patience)
        .pollInterval(Duration.ofMillis(50))
        .until(() -> {
          if (!process.isAlive()) {
            throw new IllegalStateException("ended with " + process.exitValue() + ": " + output());
          }
          return answersOk(url);
        });
    return this;
  }

  public static boolean answersOk(URI url) {
    try {
      HttpRequest request = HttpRequest.newBuilder(url).timeout(Duration.ofSeconds(2)).build();
      return HTTP.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException _) {
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** As Ctrl-C and service managers do it. */
  public int terminate() {
    process.destroy();
    return exitCode();
  }

  /** As a power cut does it. */
  public void kill() {
    process.destroyForcibly();
    exitCode();
  }

  public int exitCode() {
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        throw new IllegalStateException("still running: " + output());
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Of the process. */
  public long pid() {
    return process.pid();
  }

  /** What it has printed so far. */
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
