package vn.gocua.cli;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Builds modules with Maven when their jars are missing or older than their sources. It needs
 * nothing but the JDK: the launchers run this file with Java's source launcher to build the rest.
 */
public final class Build {
  /** Variables that builds, tests and browsers don't get. */
  static final Set<String> SECRETS =
      Set.of(
          "GOCUA_LEADER_PASSWORD",
          "GOCUA_LEADER_PASSWORD_FILE",
          "GOCUA_VAULT_KEY_FILE",
          "GOCUA_JOURNAL",
          "GOCUA_JOURNAL_FILE",
          "GOCUA_SCRAPE_TOKEN",
          "GOCUA_SCRAPE_TOKEN_FILE",
          "GOCUA_TLS_KEY",
          "GOCUA_KIOSK_TOKEN",
          "GOCUA_KIOSK_TOKEN_FILE");

  private static final Pattern ERROR = Pattern.compile("\\[ERROR\\] .*[^ ].*");
  private static final Pattern ADVICE =
      Pattern.compile(
          ".*\\[Help 1\\].*|\\[ERROR\\] (To see|Re-run|For more|After correcting|  mvn <args>).*");
  private static final int ERRORS_SHOWN = 20;

  /** Exit code after Ctrl-C. */
  private static final int STOPPED = 130;

  private final Path top;

  Build(Path top) {
    this.top = top;
  }

  /** Entry of the launchers: builds the command itself, in the argument's folder. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    System.setOut(new PrintStream(System.out, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(System.err, true, StandardCharsets.UTF_8));
    try {
      new Build(Path.of(arguments[0])).ifNeeded("cli", List.of("tools/cli"));
    } catch (Failed e) {
      System.err.println(e.text());
      System.exit(e.code());
    }
  }

  /** Builds these modules and their dependencies, unless their jars are newer. */
  void ifNeeded(String name, List<String> modules) throws IOException, InterruptedException {
    if (!stale(name, modules)) {
      return;
    }
    Path maven = maven();
    System.out.println(
        """
        Đang dựng Gõ Cửa; lần đầu phải tải thư viện, có thể mất vài phút.
        Building Gõ Cửa; the first time it fetches its libraries, which can take some minutes.\
        """);
    // One build at a time in one work tree. The system releases the lock of a dead process.
    try (FileChannel file =
            FileChannel.open(
                folder().resolve(".build-lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        FileLock _ = file.lock()) {
      if (stale(name, modules)) {
        long started = System.nanoTime();
        // A jar that Maven found unchanged keeps its old date, so a good build leaves a stamp.
        Path begun = Files.writeString(folder().resolve(".building-" + name), "");
        run(
            maven,
            List.of("-Dmaven.test.skip=true", "-pl", String.join(",", modules), "-am", "package"),
            folder().resolve("build.log"),
            true);
        Files.move(begun, stamp(name), StandardCopyOption.REPLACE_EXISTING);
        long seconds = (System.nanoTime() - started) / 1_000_000_000;
        System.out.printf("  xong sau %d giây (done in %d s)%n", seconds, seconds);
      }
    }
  }

  /** The folder of the cli's own files; makes it. */
  Path folder() throws IOException {
    return Files.createDirectories(top.resolve("target"));
  }

  private Path stamp(String name) {
    return top.resolve("target/.built-" + name);
  }

  private boolean stale(String name, List<String> modules) throws IOException {
    if (!Files.exists(top.resolve("pom.xml"))) {
      return false; // A package: there is nothing to build from.
    }
    for (String module : modules) {
      Path jar = jar(top, module);
      if (!Files.isRegularFile(jar) || !Files.isDirectory(jar.resolveSibling("lib"))) {
        return true;
      }
      FileTime built = Files.getLastModifiedTime(jar);
      if (Files.exists(stamp(name))
          && Files.getLastModifiedTime(stamp(name)).compareTo(built) > 0) {
        built = Files.getLastModifiedTime(stamp(name));
      }
      if (newer(top.resolve("pom.xml"), built) || sourcesNewer(top.resolve(module), built)) {
        return true;
      }
      try (Stream<Path> shared = Files.list(top.resolve("common"))) {
        for (Path part : shared.toList()) {
          if (sourcesNewer(part, built)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /** Place of a program's jar. */
  static Path jar(Path top, String module) {
    Path folder = top.resolve(module);
    return folder.resolve("target").resolve("gocua-" + folder.getFileName() + ".jar");
  }

  private static boolean sourcesNewer(Path module, FileTime than) throws IOException {
    return newer(module.resolve("pom.xml"), than) || newer(module.resolve("src/main"), than);
  }

  private static boolean newer(Path fileOrFolder, FileTime than) throws IOException {
    try (Stream<Path> files = Files.walk(fileOrFolder)) {
      return files.anyMatch(file -> {
        try {
          return Files.getLastModifiedTime(file).compareTo(than) > 0;
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      });
    }
  }

  /** Runs Maven into a log. Fails with the errors in it, without Maven's advice on them. */
  void run(List<String> arguments, Path log) throws IOException, InterruptedException {
    run(maven(), arguments, log, false);
  }

  private void run(Path maven, List<String> arguments, Path log, boolean narrate)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(maven.toString(), "-B", "-Dstyle.color=never"));
    command.addAll(arguments);
    Process process = process(command).redirectErrorStream(true).start();
    Signals.handle(() -> {
      process.destroy();
      System.out.println("\nĐã dừng (stopped).");
      Runtime.getRuntime().halt(STOPPED);
    });
    int fetched = 0;
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        PrintWriter into = new PrintWriter(Files.newBufferedWriter(log), true)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        into.println(line);
        fetched += line.contains("Downloaded from ") ? 1 : 0;
        if (narrate) {
          tell(line, fetched);
        }
      }
    }
    int code = process.waitFor();
    Signals.handle(() -> Runtime.getRuntime().halt(STOPPED));
    if (code != 0) {
      throw new Failed(
          1,
          String.join(
              "\n",
              errors(log),
              "Chưa dựng được. Toàn bộ nhật ký: " + log,
              "The build failed. The whole log: " + log));
    }
  }

  private static void tell(String line, int fetched) {
    int at = line.indexOf("[INFO] Building Gõ Cửa ");
    if (at >= 0) {
      System.out.println(
          "  " + line.substring(at + "[INFO] Building ".length()).split(" [0-9]", 2)[0]);
    } else if (fetched % 100 == 0 && fetched > 0 && line.contains("Downloaded from ")) {
      System.out.printf("  … đã tải %1$d tệp thư viện (%1$d library files fetched)%n", fetched);
    }
  }

  private static String errors(Path log) throws IOException {
    List<String> errors = new ArrayList<>();
    for (String line : Files.readAllLines(log)) {
      if (ERROR.matcher(line).matches()
          && !ADVICE.matcher(line).matches()
          && (errors.isEmpty() || !errors.getLast().equals(line))) {
        errors.add(line);
      }
    }
    return String.join("\n", errors.subList(0, Math.min(ERRORS_SHOWN, errors.size())));
  }

  /** A Maven process in the top folder, without secrets. */
  ProcessBuilder process(List<String> command) {
    List<String> whole = new ArrayList<>();
    if (File.separatorChar == '/') {
      // Data and logs are private; a build is not.
      whole.addAll(List.of("sh", "-c", "umask 022; exec \"$0\" \"$@\""));
    }
    whole.addAll(command);
    ProcessBuilder builder = new ProcessBuilder(whole).directory(top.toFile());
    builder.environment().keySet().removeAll(SECRETS);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    return builder;
  }

  /** The Maven of this machine. */
  Path maven() {
    Map<String, String> environment = System.getenv();
    boolean windows = File.separatorChar == '\\';
    String name = windows ? "mvn.cmd" : "mvn";
    List<String> folders =
        new ArrayList<>(List.of(environment.getOrDefault("PATH", "").split(File.pathSeparator)));
    for (String home : List.of("MAVEN_HOME", "M2_HOME")) {
      if (environment.containsKey(home)) {
        folders.add(Path.of(environment.get(home), "bin").toString());
      }
    }
    if (!windows) {
      try (DirectoryStream<Path> unpacked =
          Files.newDirectoryStream(Path.of("/opt"), "apache-maven*")) {
        unpacked.forEach(home -> folders.add(home.resolve("bin").toString()));
      } catch (IOException _) {
        // No such folder.
      }
      String sdkman =
          environment.getOrDefault("SDKMAN_DIR", System.getProperty("user.home") + "/.sdkman");
      folders.addAll(
          List.of(
              "/usr/share/maven/bin",
              "/opt/maven/bin",
              "/opt/homebrew/bin",
              "/usr/local/bin",
              sdkman + "/candidates/maven/current/bin"));
    }
    for (String folder : folders) {
      if (!folder.isEmpty() && Files.isExecutable(Path.of(folder, name))) {
        return Path.of(folder, name);
      }
    }
    throw new Failed(
        1,
        """
        Cần Maven 3.8.6 trở lên để dựng Gõ Cửa; máy này chưa có.
        Maven 3.8.6 or newer is needed to build Gõ Cửa; this machine has none.
          Debian, Ubuntu:  apt install maven
          macOS:           brew install maven
          SDKMAN:          sdk install maven\
        """);
  }
}
