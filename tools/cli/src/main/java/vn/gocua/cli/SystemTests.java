package vn.gocua.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.gocua.base.console.Console;

/** Programs that measure the others, or break them. They never ship: they need a clone. */
final class SystemTests {
  private static final Pattern FLAGS =
      Pattern.compile("<test.jvm.flags>(.*?)</test.jvm.flags>", Pattern.DOTALL);

  private final Path top;
  private final Installation installation;

  /**
   * Refuses an installation without them.
   *
   * @param command that needs them
   */
  SystemTests(Installation installation, String command) {
    top = installation.top;
    this.installation = installation;
    installation.needClone(command);
  }

  /** Builds them; returns their class path. */
  String build() throws IOException, InterruptedException {
    Console.say("cli.building");
    new Build(top)
        .run(
            List.of(
                "-ntp",
                "-pl",
                "tools/system-tests",
                "-am",
                "-DskipTests",
                "package",
                "dependency:build-classpath",
                "-Dmdep.includeScope=test",
                "-Dmdep.outputFile=target/test-classpath"),
            top.resolve("target/system-tests-build.log"));
    Path target = folder().resolve("target");
    return target.resolve("test-classes")
        + File.pathSeparator
        + Files.readString(target.resolve("test-classpath")).strip();
  }

  private Path folder() {
    return top.resolve("tools/system-tests");
  }

  /** Runs one of them in their folder. */
  int run(String main, List<String> arguments, List<String> prefix)
      throws IOException, InterruptedException {
    String classPath = build();
    Matcher flags = FLAGS.matcher(Files.readString(top.resolve("pom.xml")));
    List<String> program = new ArrayList<>(prefix);
    program.addAll(
        installation.java(flags.find() ? flags.group(1).strip().split("\\s+") : new String[0]));
    program.addAll(List.of("-cp", classPath, main));
    return Foreground.run(
        Installation.command(program, arguments), folder(), installation.withoutSecrets());
  }

  /** Many visitors at the kiosk. */
  int soak(String visitors) throws IOException, InterruptedException {
    installation.environment.putAll(chromium());
    return run("vn.gocua.system.soak.KioskSoak", List.of(visitors), List.of());
  }

  /** Settings that choose the tests' Chromium. */
  static Map<String, String> chromium() throws IOException {
    Path browser = findChromium();
    if (browser == null) {
      throw new Failed(1, Console.text("cli.no-chromium"));
    }
    return Map.of(
        "GOCUA_TEST_CHROMIUM", browser.toString(), "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
  }

  static @Nullable Path findChromium() {
    List<String> folders =
        List.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator));
    Stream<Path> installed =
        Stream.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
            .flatMap(name -> folders.stream().map(folder -> Path.of(folder, name)));
    Stream<Path> macs =
        Stream.of(Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"));
    return Stream.concat(installed, macs).filter(Files::isExecutable).findFirst().orElse(null);
  }

  /**
   * Start of a command in networks of its own without root: user namespaces, where the system has
   * them. Empty where root needs none, or where they are missing: then partitions are left out.
   */
  static List<String> ownNetworks() throws IOException, InterruptedException {
    String lay = "mount -t tmpfs tmpfs /run && ip link set lo up && exec \"$@\"";
    List<String> prefix =
        List.of("unshare", "--map-root-user", "--net", "--mount", "sh", "-c", lay, "sh");
    if (Installation.windows() || System.getProperty("user.name").equals("root")) {
      return List.of();
    }
    List<String> trial = new ArrayList<>(prefix);
    trial.add("true");
    try {
      return quiet(trial) == 0 ? prefix : List.of();
    } catch (IOException _) {
      return List.of();
    }
  }

  static int quiet(List<String> command) throws IOException, InterruptedException {
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }
}
