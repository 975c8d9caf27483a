package vn.gocua.testkit;

import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.gocua.protocol.access.AccessEndpoints;
import vn.gocua.protocol.access.Credentials;
import vn.gocua.protocol.access.NewCode;
import vn.gocua.protocol.client.Caller;
import vn.gocua.protocol.client.EngineApi;

/**
 * A real engine in a process of its own: from the folder of classes this JVM runs with where the
 * engine's are in one, else its finished jar.
 */
public final class EngineProcess implements AutoCloseable {
  /** The password of the account {@code leader}. */
  public static final String PASSWORD = "mat-khau-chi-de-thu-nghiem-42";

  private static final String MAIN = "vn.gocua.engine.Main";
  private static final Duration READY_WITHIN = Duration.ofSeconds(60);

  /** Longer than a busy machine takes. */
  private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(60);

  private final Launch launch;
  private final EngineApi api;
  private Program program;

  private EngineProcess(Launch launch) {
    this.launch = launch;
    this.api = api(launch.address());
    this.program = launch.run();
  }

  /**
   * How an engine is started.
   *
   * @param jvmFlags beside those that open the JDK's modules
   * @param environment added to every test engine's; a blank value removes one
   * @param prefix start of the command, such as a network namespace
   */
  public record Launch(
      Path data,
      Path config,
      int port,
      List<String> jvmFlags,
      Map<String, String> environment,
      List<String> prefix) {

    /** The engine has another working folder: relative paths are taken from this process's. */
    public Launch {
      data = data.toAbsolutePath();
      config = config.toAbsolutePath();
    }

    /** An engine as a commune has it, on a free port. */
    public static Launch of(Path data, Path config, String... jvmFlags) {
      return new Launch(data, config, Ports.free(), List.of(jvmFlags), Map.of(), List.of());
    }

    /** The same once more: the first account is there by now, so no password is given. */
    public Launch again() {
      return with(Map.of("GOCUA_LEADER_PASSWORD", ""));
    }

    /** The same with one JVM flag more. */
    public Launch with(String jvmFlag) {
      List<String> flags = new ArrayList<>(jvmFlags);
      flags.add(jvmFlag);
      return new Launch(data, config, port, flags, environment, prefix);
    }

    /** The same with more settings. */
    public Launch with(Map<String, String> settings) {
      Map<String, String> all = new HashMap<>(environment);
      all.putAll(settings);
      return new Launch(data, config, port, jvmFlags, all, prefix);
    }

    public URI address() {
      return URI.create(
          "http://" + environment.getOrDefault("GOCUA_HOST", "127.0.0.1") + ":" + port);
    }

    public Path journal() {
      return data.resolve("journal.db");
    }

    private Program run() {
      Map<String, String> all = new HashMap<>();
      all.put("GOCUA_DATA", data.toString());
      all.put("GOCUA_CONFIG", config.toString());
      all.put("GOCUA_ENGINE_PORT", String.valueOf(port));
      all.put("GOCUA_LEADER_PASSWORD", PASSWORD);
      all.put("GOCUA_PHONE_QUOTA", "0");
      all.putAll(environment);
      return Program.run(command(), data.resolveSibling("."), all);
    }

    private List<String> command() {
      List<String> command = new ArrayList<>(prefix);
      command.add(Program.java());
      boolean fromFolder = isInFolder();
      if (fromFolder) {
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
            .filter(flag -> flag.startsWith("--add-") || flag.startsWith("--enable-native-access"))
            .forEach(command::add);
      }
      command.addAll(Program.jvmFlags());
      command.addAll(jvmFlags);
      if (fromFolder) {
        command.addAll(List.of("-cp", Program.classPath(), MAIN));
      } else {
        Path jar = Checkout.jar("engine");
        if (!ClassArchive.isTrial(jvmFlags)) {
          command.addAll(ClassArchive.flags(jar, Launch::tryOut));
        }
        command.addAll(List.of("-jar", jar.toString()));
      }
      return command;
    }

    /** Whether the engine's classes are in a folder: its jar may be missing then, or old. */
    private static boolean isInFolder() {
      URL main = EngineProcess.class.getResource("/" + MAIN.replace('.', '/') + ".class");
      return main != null && main.getProtocol().equals("file");
    }

    private static void tryOut(Path folder, String flag) {
      try (EngineProcess engine =
          EngineProcess.start(of(folder.resolve("data"), Checkout.config(), flag))) {
        engine.awaitReady();
      }
    }
  }

  /** Starts a process; {@link #awaitReady} waits until it serves. */
  public static EngineProcess start(Launch launch) {
    return new EngineProcess(launch);
  }

  /** Starts one with a data folder below {@code folder} and the sample configuration; waits. */
  public static EngineProcess start(Path folder) {
    return start(folder, Ports.free());
  }

  /** Listens on this port, so that a test can bring a killed engine back where it was. */
  public static EngineProcess start(Path folder, int port) {
    return start(folder, port, Map.of());
  }

  /** The same with more settings of its own. */
  public static EngineProcess start(Path folder, int port, Map<String, String> settings) {
    EngineProcess engine =
        start(
            new Launch(
                folder.resolve("data"),
                Checkout.config(),
                port,
                List.of("-Xmx512m"),
                settings,
                List.of()));
    engine.awaitReady();
    return engine;
  }

  /** Waits until the engine answers that it is ready; returns how long that took from its start. */
  public Duration awaitReady() {
    return program.awaitOk(url("/health/ready"), READY_WITHIN);
  }

  public Launch launch() {
    return launch;
  }

  public URI url(String path) {
    return launch.address().resolve(path);
  }

  public URI url() {
    return launch.address();
  }

  /** The engine's API, also after {@link #killAndStart}. */
  public EngineApi api() {
    return api;
  }

  /** The API of an engine at any address, with a timeout for busy machines. */
  public static EngineApi api(URI address) {
    return new EngineApi(address).within(ANSWERED_WITHIN);
  }

  public int port() {
    return launch.port();
  }

  /** The process, which is another one after {@link #killAndStart}. */
  public Program program() {
    return program;
  }

  /** All output so far. */
  public String output() {
    return program.output();
  }

  /** Ends the process as a power cut would: SIGKILL. */
  public void kill() {
    program.kill();
  }

  /** The same, and up again. */
  public void killAndStart() {
    program.kill();
    program = launch.run();
    awaitReady();
  }

  /** Content of a fresh enrolment QR code for the team, made by the leader. */
  public String enrolmentLink(String team) {
    Credentials credentials = new Credentials("leader", PASSWORD);
    String session = api.send(Caller.ANYBODY, AccessEndpoints.SIGN_IN, credentials).token();
    NewCode forOne = new NewCode(null, null);
    return api.send(Caller.with(session), AccessEndpoints.MAKE_CODE, forOne, team).url();
  }

  /** Ends the process in good order, and returns when it is gone. */
  @Override
  public void close() {
    api.close();
    program.stop();
  }
}
