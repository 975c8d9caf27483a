package vn.gocua.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.UnmatchedArgumentException;
import vn.gocua.base.console.Console;
import vn.gocua.base.text.Language;

/** The {@code gocua} command. The launchers name the top folder by the property gocua.home. */
@Command(name = "gocua")
public final class Main {
  private final Path top;
  private final String command;

  private Main(Path top, String command) {
    this.top = top;
    this.command = command;
  }

  public static void main(String[] args) throws IOException {
    Console.speakVietnamese();
    String command = args.length == 0 || args[0].isEmpty() ? "help" : args[0];
    if (List.of("help", "-h", "--help").contains(command)) {
      help();
      return;
    }
    Path top = Path.of(System.getProperty("gocua.home", "")).toAbsolutePath().normalize();
    CommandLine line = new CommandLine(new Main(top, command));
    line.setExpandAtFiles(false).setOverwrittenOptionsAllowed(true).setEndOfOptionsDelimiter("\0");
    line.getSubcommands()
        .values()
        .forEach(each ->
            each.setUnmatchedOptionsArePositionalParams(
                !each.getCommandSpec().positionalParameters().isEmpty()));
    line.setParameterExceptionHandler(Main::complain);
    line.setExecutionExceptionHandler((e, _, _) -> {
      if (e instanceof Failed failed) {
        if (!failed.text().isEmpty()) {
          Console.complain(failed.text());
        }
        return failed.code();
      } else if (e instanceof IOException) {
        Console.complain(e.toString());
        return 1;
      }
      throw e;
    });
    System.exit(line.execute(args));
  }

  private static void help() throws IOException {
    try (InputStream help = Main.class.getResourceAsStream("help.txt")) {
      Objects.requireNonNull(help).transferTo(System.out);
    }
    System.out.flush();
  }

  private static int complain(ParameterException e, String[] arguments) {
    String command = e.getCommandLine().getCommandName();
    if (command.equals("gocua")) {
      Console.complain(Console.text("cli.no-command", arguments[0]));
    } else if (command.equals("run")) {
      List<String> given = List.of(arguments).subList(1, arguments.length);
      Console.complain(Console.text("cli.run-takes", String.join(" ", given)));
    } else if (e instanceof MissingParameterException missing
        && missing.getMissing().getFirst() instanceof OptionSpec option) {
      Console.complain(Console.text("cli.no-value", option.longestName()));
    } else if (e instanceof UnmatchedArgumentException unmatched) {
      Console.complain(Console.text("cli.no-option", unmatched.getUnmatched().getFirst()));
    } else {
      Console.complain(e.getMessage());
    }
    return 1;
  }

  @Command(name = "run")
  int run(@Option(names = "--without-vault") boolean withoutVault) throws Exception {
    return new RunCommand(Installation.built(top).settled()).run(withoutVault);
  }

  /** Options of a rehearsal. */
  static final class RehearsalOptions {
    @Option(names = "--days")
    private String days = "6";

    @Option(names = "--speed")
    private String speed = "8640";

    @Option(names = "--teams")
    private String teams = "36";

    @Option(names = "--seed")
    private String seed = "1";

    @Option(names = "--phones")
    private @Nullable String phones;

    @Option(names = "--lang")
    private String language = Language.first().tag();

    @Option(names = "--keep")
    private boolean keep;

    @Option(names = "--hold")
    private boolean hold;

    private RehearseCommand.Options checked() {
      return new RehearseCommand.Options(
          number("--days", days),
          number("--speed", speed),
          number("--teams", teams),
          number("--seed", seed),
          phones == null ? "0" : number("--phones", phones),
          language(language),
          keep,
          hold);
    }

    private static String number(String option, String text) {
      if (!text.matches("[1-9][0-9]{0,6}")) {
        throw new Failed(1, Console.text("cli.no-number", option, text));
      }
      return text;
    }

    private static Language language(String tag) {
      Language language = Language.find(tag);
      if (language == null) {
        List<String> tags = Language.all().stream().map(Language::tag).toList();
        throw new Failed(
            1,
            Console.text(
                "cli.no-language", tag, String.join(" hay ", tags), String.join(" nor ", tags)));
      }
      return language;
    }
  }

  @Command(name = "rehearse")
  int rehearse(@CommandLine.Mixin RehearsalOptions options) throws Exception {
    return new RehearseCommand(top, options.checked(), Clock.system(ZoneId.systemDefault())).run();
  }

  @Command(name = "cluster")
  int cluster(
      @Option(names = "--nodes", defaultValue = "3") String nodes,
      @Option(names = "--mongo", defaultValue = "") String mongo)
      throws Exception {
    if (!nodes.matches("[2-7]")) {
      throw new Failed(1, Console.text("cli.no-nodes"));
    }
    Clock clock = Clock.system(ZoneId.systemDefault());
    return new ClusterCommand(top, Integer.parseInt(nodes), mongo, clock).run();
  }

  /** Commands of the engine's program. */
  @Command(
      name = "recount",
      aliases = {
        "backup",
        "restore",
        "move",
        "erase",
        "carry-over",
        "rotate-key",
        "reset-password"
      })
  int engine(@Parameters @Nullable List<String> arguments) throws Exception {
    return engine(command, arguments(arguments));
  }

  /** Without files: about both programs. */
  @Command(name = "advisories")
  int advisories(@Parameters @Nullable List<String> files) throws Exception {
    return engine(
        command,
        arguments(files).isEmpty()
            ? List.of(Build.jar(top, "engine").toString(), Build.jar(top, "kiosk").toString())
            : arguments(files));
  }

  private int engine(String name, List<String> arguments) throws Exception {
    Installation installation = Installation.built(top).settled();
    List<String> program = Installation.command(installation.jar("engine"), List.of(name));
    program.addAll(arguments);
    return Foreground.run(program, Path.of(""), installation.environment);
  }

  @Command(name = "test")
  int test(@Parameters @Nullable List<String> arguments) throws Exception {
    return new TestCommand(top).run(arguments(arguments));
  }

  @Command(name = "bench")
  int bench(@Parameters @Nullable List<String> arguments) throws Exception {
    List<String> all = arguments(arguments);
    if (all.isEmpty() || !all.getFirst().equals("kiosk")) {
      return systemTests().run("vn.gocua.system.bench.Main", all, List.of());
    }
    String visitors = all.size() > 1 ? all.get(1) : "10000";
    if (!visitors.matches("[1-9][0-9]*")) {
      throw new Failed(1, Console.text("cli.no-visitors", visitors));
    }
    return systemTests().soak(visitors);
  }

  @Command(name = "chaos")
  int chaos(@Parameters @Nullable List<String> arguments) throws Exception {
    List<String> all = arguments(arguments);
    // A real replica set is outside of private networks.
    boolean real =
        all.stream().anyMatch(argument -> argument.contains("--mongo"))
            || !System.getenv().getOrDefault("GOCUA_TEST_MONGO_URI", "").isEmpty();
    return systemTests()
        .run("vn.gocua.system.chaos.Main", all, real ? List.of() : SystemTests.ownNetworks());
  }

  private SystemTests systemTests() throws Exception {
    return new SystemTests(Installation.built(top), command);
  }

  private static List<String> arguments(@Nullable List<String> given) {
    return given == null ? List.of() : given;
  }
}
