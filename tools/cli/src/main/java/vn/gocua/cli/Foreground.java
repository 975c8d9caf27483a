package vn.gocua.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Runs one program that has the terminal to itself; the command ends with its exit code. */
final class Foreground {
  private Foreground() {}

  /** Runs it and returns its exit code. A signal is handed on to it. */
  static int run(List<String> command, Path folder, Map<String, String> environment)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toAbsolutePath().toFile()).inheritIO();
    builder.environment().clear();
    builder.environment().putAll(environment);
    return run(builder);
  }

  static int run(ProcessBuilder builder) throws IOException, InterruptedException {
    Process process = builder.start();
    Signals.handle(process::destroy);
    return process.waitFor();
  }
}
