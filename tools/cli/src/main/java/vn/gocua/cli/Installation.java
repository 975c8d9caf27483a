package vn.gocua.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.gocua.base.console.Console;
import vn.gocua.base.console.Parent;
import vn.gocua.base.settings.ConfigErrors;
import vn.gocua.base.settings.SettingSource;

/**
 * The top folder with the programs' jars, and the settings that the command itself needs. {@link
 * #environment} is the programs'.
 */
final class Installation {
  static final List<String> PROGRAMS = List.of("engine", "kiosk", "tools/rehearsal");

  /**
   * Flags that a jar's manifest can't have: no warning about Hazelcast's sun.misc.Unsafe, and UTF-8
   * on the terminal in any locale.
   */
  private static final List<String> JAVA_FLAGS =
      List.of(
          "--sun-misc-unsafe-memory-access=allow",
          "-Dstdout.encoding=UTF-8",
          "-Dstderr.encoding=UTF-8");

  private static final Map<String, String> ENGINE =
      Map.of(
          "GOCUA_DATA", "data",
          "GOCUA_HOST", "host",
          "GOCUA_ENGINE_PORT", "enginePort",
          "GOCUA_TLS_CERT", "tlsCert",
          "GOCUA_SECURITY_CONTACT", "securityContact");
  private static final Map<String, String> KIOSK =
      Map.of(
          "GOCUA_KIOSK_HOST", "host",
          "GOCUA_KIOSK_PORT", "port",
          "GOCUA_ENGINE_URL", "engineUrl");

  final Path top;
  final Map<String, String> environment = new TreeMap<>(System.getenv());
  Address engine = new Address("http", "127.0.0.1", 8080);
  Address kiosk = new Address("http", "127.0.0.1", 8090);

  private Installation(Path top) {
    this.top = top;
  }

  /** The installation with the environment's settings only. */
  static Installation of(Path top) {
    return new Installation(top);
  }

  /** Builds the shipped programs. */
  static Installation built(Path top) throws IOException, InterruptedException {
    new Build(top).ifNeeded("programs", PROGRAMS);
    return new Installation(top);
  }

  /** Reads the settings; from here on addresses are known. */
  Installation settled() {
    Path config = absolute(environment.getOrDefault("GOCUA_CONFIG", ""), top.resolve("config"));
    environment.put("GOCUA_CONFIG", config.toString());
    // The programs themselves report mistakes in their files.
    SettingSource engines =
        SettingSource.of(environment, "engine.yaml", ENGINE, new ConfigErrors());
    SettingSource kiosks = SettingSource.of(environment, "kiosk.yaml", KIOSK, new ConfigErrors());
    Path data = absolute(engines.text("GOCUA_DATA", ""), top.resolve("data"));
    String scheme = engines.text("GOCUA_TLS_CERT", "").isEmpty() ? "http" : "https";
    engine =
        Address.listening(
            scheme, engines.text("GOCUA_HOST", ""), port(engines, "GOCUA_ENGINE_PORT", 8080));
    kiosk =
        Address.listening(
            "http", kiosks.text("GOCUA_KIOSK_HOST", ""), port(kiosks, "GOCUA_KIOSK_PORT", 8090));
    environment.put("GOCUA_DATA", data.toString());
    environment.put("GOCUA_ENGINE_URL", kiosks.text("GOCUA_ENGINE_URL", engine.url()));
    // The screens name the same contact as the engine.
    environment.put("GOCUA_SECURITY_CONTACT", engines.text("GOCUA_SECURITY_CONTACT", ""));
    return this;
  }

  private static int port(SettingSource settings, String variable, int otherwise) {
    String text = settings.text(variable, String.valueOf(otherwise));
    return text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : otherwise;
  }

  private static Path absolute(String path, Path otherwise) {
    return path.isBlank() ? otherwise : Path.of(path).toAbsolutePath().normalize();
  }

  Path data() {
    return Path.of(setting("GOCUA_DATA"));
  }

  String setting(String variable) {
    return environment.getOrDefault(variable, "");
  }

  /** Whether it is a clone of the repository, not a package. */
  boolean isClone() {
    return Files.isDirectory(top.resolve("tools/system-tests"));
  }

  /** Refuses commands that need the sources. */
  void needClone(String command) {
    if (!isClone()) {
      throw new Failed(2, Console.text("cli.needs-clone", command));
    }
  }

  /** The start of a command that runs a program's jar. */
  List<String> jar(String module, String... jvmFlags) {
    List<String> command = java(jvmFlags);
    command.addAll(List.of("-jar", Build.jar(top, module).toString()));
    return command;
  }

  List<String> java(String... jvmFlags) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(JAVA_FLAGS);
    command.addAll(List.of(jvmFlags));
    return command;
  }

  /** A program with its arguments, which is to end when this process does. */
  static List<String> command(List<String> program, List<String> arguments) {
    List<String> command = new ArrayList<>(program);
    command.addAll(List.of(Parent.OPTION, String.valueOf(ProcessHandle.current().pid())));
    command.addAll(arguments);
    return command;
  }

  /** All settings but the engine's secrets. */
  Map<String, String> withoutEngineSecrets() {
    Map<String, String> told = new TreeMap<>(environment);
    told.keySet()
        .removeIf(name -> Build.SECRETS.contains(name) && !name.startsWith("GOCUA_KIOSK_TOKEN"));
    return told;
  }

  /** All settings but secrets. */
  Map<String, String> withoutSecrets() {
    Map<String, String> told = new TreeMap<>(environment);
    told.keySet().removeAll(Build.SECRETS);
    return told;
  }

  static boolean windows() {
    return File.separatorChar == '\\';
  }
}
