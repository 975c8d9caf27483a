package vn.gocua.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.gocua.base.console.Console;

/** Builds and runs the tests. Reports skipped tests, and those that only passed when repeated. */
final class TestCommand {
  private static final Pattern CASE =
      Pattern.compile("<testcase name=\"([^\"]*)\" classname=\"([^\"]*)\"");
  private static final Pattern MESSAGE = Pattern.compile("<skipped[^>]*message=\"([^\"]*)\"");

  private final Path top;

  TestCommand(Path top) {
    this.top = top;
  }

  int run(List<String> arguments) throws IOException, InterruptedException {
    Installation installation = Installation.of(top);
    installation.needClone("test");
    Build build = new Build(top);
    // Short enough to wait for: no jars, no browser, no clusters, no killed engines.
    boolean quick = arguments.contains("--quick");
    List<String> command =
        new ArrayList<>(List.of(build.maven().toString(), "-B", "-ntp", quick ? "test" : "verify"));
    for (String argument : arguments) {
      switch (argument) {
        case "--quick" -> command.add("-Dexcluded.tests=slow | all");
        case "--all" -> command.add("-Dexcluded.tests=");
        default -> command.add(argument);
      }
    }
    ProcessBuilder maven = build.process(command).inheritIO();
    if (!quick) {
      maven.environment().putAll(browser());
    }
    Path begun = Files.writeString(build.folder().resolve(".testing"), "");
    FileTime started = Files.getLastModifiedTime(begun);
    int code = Foreground.run(maven);
    List<String> reports = reports(started);
    tellSkipped(reports);
    tellFlaky(reports);
    return code;
  }

  private static Map<String, String> browser() throws IOException, InterruptedException {
    Path browser = SystemTests.findChromium();
    if (browser == null && installChromium()) {
      browser = SystemTests.findChromium();
    }
    if (browser == null) {
      Console.say("cli.own-chromium");
      return Map.of();
    }
    return Map.of(
        "GOCUA_TEST_CHROMIUM", browser.toString(), "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
  }

  private static boolean installChromium() throws InterruptedException {
    try {
      boolean root = System.getProperty("user.name").equals("root");
      if (SystemTests.quiet(List.of("apt-get", "--version")) != 0
          || (!root && SystemTests.quiet(List.of("sudo", "-n", "true")) != 0)) {
        return false;
      }
      Console.say("cli.installing-chromium");
      List<String> sudo = root ? List.of() : List.of("sudo", "-n");
      return apt(sudo, "install", "-y", "-q", "chromium")
          || (apt(sudo, "update", "-q") && apt(sudo, "install", "-y", "-q", "chromium"));
    } catch (IOException _) {
      return false;
    }
  }

  private static boolean apt(List<String> sudo, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(sudo);
    command.add("apt-get");
    command.addAll(List.of(arguments));
    return SystemTests.quiet(command) == 0;
  }

  /** The reports since then, a text each. */
  private List<String> reports(FileTime since) throws IOException {
    List<String> reports = new ArrayList<>();
    for (Path folder : targets()) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.toList()) {
          if (file.toString().matches(".*-reports.TEST-[^/\\\\]*\\.xml")
              && Files.getLastModifiedTime(file).compareTo(since) > 0) {
            reports.add(Files.readString(file, StandardCharsets.UTF_8));
          }
        }
      }
    }
    return reports;
  }

  private List<Path> targets() throws IOException {
    List<Path> targets = new ArrayList<>();
    for (String module : List.of("engine", "kiosk", "common", "tools")) {
      try (Stream<Path> files =
          Files.find(top.resolve(module), 2, (file, _) -> file.endsWith("target"))) {
        targets.addAll(files.toList());
      }
    }
    return targets;
  }

  private static void tellSkipped(List<String> reports) {
    List<String> lines = new ArrayList<>();
    int count = 0;
    for (String report : reports) {
      String before = "";
      for (String line : report.lines().toList()) {
        if (line.contains("<skipped")) {
          count++;
          name(before).ifPresent(lines::add);
          Matcher message = MESSAGE.matcher(line);
          if (message.find()) {
            lines.add("      " + message.group(1));
          }
        }
        before = line;
      }
    }
    if (count > 0) {
      Console.say("cli.skipped", count);
      lines.forEach(System.out::println);
    }
  }

  private static void tellFlaky(List<String> reports) {
    TreeSet<String> flaky = new TreeSet<>();
    for (String report : reports) {
      String before = "";
      for (String line : report.lines().toList()) {
        if (line.contains("<flakyFailure") || line.contains("<flakyError")) {
          name(before).ifPresent(flaky::add);
        }
        before = line;
      }
    }
    if (!flaky.isEmpty()) {
      Console.say("cli.flaky");
      flaky.forEach(System.out::println);
    }
  }

  private static Optional<String> name(String line) {
    return CASE.matcher(line)
        .results()
        .findFirst()
        .map(found -> "  " + found.group(2) + "." + found.group(1));
  }
}
