package vn.gocua.system.chaos.check;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The checker as a program: reads a folder of logs, says what was broken; exit code 1 if so. */
public final class CheckCommand {
  private CheckCommand() {}

  public static void main(String[] args) throws IOException {
    List<String> violations = Checker.violations(new HistoryFolder(Path.of(args[0])).read());
    violations.forEach(System.out::println);
    System.out.println(violations.size());
    System.exit(violations.isEmpty() ? 0 : 1);
  }
}
