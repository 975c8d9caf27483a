package vn.gocua.engine.transfer;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;

/**
 * One command that was run, as from a terminal.
 *
 * @param code what it ended with
 * @param out what it printed, complaints included
 */
record Run(int code, String out) {

  /** Runs a command in this process. */
  static Run of(TransferCommand command, String... arguments) {
    StringWriter out = new StringWriter();
    int code =
        new CommandLine(command)
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(out, true))
            .execute(arguments);
    return new Run(code, out.toString());
  }

  /** The same, if it ended so. */
  Run expect(int expected) {
    if (code != expected) {
      throw new AssertionError("expected to end with " + expected + ", was " + code + ": " + out);
    }
    return this;
  }

  static Run move(String from, String to) {
    return of(new MoveCommand(), "--from", from, "--to", to);
  }

  static Run backup(Path file, String from, String... more) {
    return of(new BackupCommand(), with(more, file.toString(), "--from", from));
  }

  static Run restore(Path file, String to, String... more) {
    return of(new RestoreCommand(), with(more, file.toString(), "--to", to));
  }

  private static String[] with(String[] more, String... arguments) {
    return Stream.concat(Stream.of(arguments), Stream.of(more)).toArray(String[]::new);
  }

  /** Begins a command in a process of its own, which can be killed. */
  static Process begin(Path output, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> argument.startsWith("--"))
        .forEach(command::add);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), "vn.gocua.engine.Main"));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(output.toFile())
        .start();
  }
}
