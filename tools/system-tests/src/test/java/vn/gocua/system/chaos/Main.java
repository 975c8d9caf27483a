package vn.gocua.system.chaos;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.gocua.base.console.Parent;
import vn.gocua.base.file.Folders;
import vn.gocua.system.chaos.check.Checker;
import vn.gocua.system.chaos.check.HistoryFolder;
import vn.gocua.system.chaos.system.Cluster;

/** Plays what can go wrong, and checks what came of it; exit code 1 if a promise was broken. */
@Command(
    name = "gocua chaos",
    mixinStandardHelpOptions = true,
    description = "Breaks a cluster of engines under load, and checks that nothing was lost.")
public final class Main implements Callable<Integer> {
  @Option(names = "--scenario", split = ",", description = "names, or all; without: a list of them")
  private List<String> names = List.of();

  @Option(names = "--seconds", description = "how long the trouble lasts; default: as listed")
  private @Nullable Integer seconds;

  @Option(names = "--nodes", defaultValue = "3", description = "default: ${DEFAULT-VALUE}")
  private int nodes = 3;

  @Option(names = "--phones", defaultValue = "12", description = "default: ${DEFAULT-VALUE}")
  private int phones = 12;

  @Option(
      names = "--mongo",
      description = "a real replica set; default: $GOCUA_TEST_MONGO_URI, else the stand-in")
  private @Nullable String mongo;

  @Option(names = "--seed", description = "the same order of events again")
  private @Nullable Long seed;

  @Option(names = "--keep", description = "keep logs and data")
  private boolean keep;

  @Option(names = "--check", description = "only check a folder that was kept")
  private @Nullable Path check;

  @Option(names = "--lang", defaultValue = "vi", description = "of the report: vi or en")
  private String lang = "vi";

  @Option(names = "--write", description = "a page whose rows to renew, in English")
  private @Nullable Path page;

  private Main() {}

  public static void main(String[] args) {
    System.exit(new CommandLine(new Main()).execute(Parent.watch(args)));
  }

  @Override
  public Integer call() throws Exception {
    Report report = new Report(Locale.of(lang));
    if (check != null) {
      return tell(report, Checker.violations(new HistoryFolder(check).read()));
    }
    if (names.isEmpty()) {
      for (Scenario scenario : Scenario.values()) {
        System.out.printf("  %-16s %s%n", scenario.code(), report.name(scenario));
      }
      return 0;
    }
    List<Result> results = new ArrayList<>();
    for (Scenario scenario : wanted()) {
      System.out.println(report.name(scenario));
      Result result = play(report, scenario);
      if (result != null) {
        results.add(result);
        tell(report, result.violations());
      }
    }
    System.out.println();
    System.out.println(report.machine());
    System.out.println(report.table(results));
    if (page != null) {
      new Report(Locale.ENGLISH).write(page, results);
    }
    return results.stream().allMatch(result -> result.violations().isEmpty()) ? 0 : 1;
  }

  private static int tell(Report report, List<String> violations) {
    violations.forEach(violation -> System.out.println("  " + violation));
    System.out.println(
        "  "
            + (violations.isEmpty()
                ? report.text("nothing-broken")
                : report.text("broken", violations.size())));
    return violations.isEmpty() ? 0 : 1;
  }

  private List<Scenario> wanted() {
    if (names.contains("all")) {
      return List.of(Scenario.values());
    }
    return names.stream()
        .map(name ->
            Arrays.stream(Scenario.values())
                .filter(scenario -> scenario.code().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no scenario " + name)))
        .toList();
  }

  private @Nullable Result play(Report report, Scenario scenario) throws Exception {
    Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "chaos");
    long drawn = seed == null ? new Random().nextLong() : seed;
    Cluster.Plan plan =
        new Cluster.Plan(nodes, uri(scenario), true, List.of("-Xmx512m", "-XX:+UseSerialGC"));
    boolean whole = false;
    try (ScenarioRunner runner =
        new ScenarioRunner(
            folder,
            plan,
            new ScenarioRun.Load(phones, 1_000),
            drawn,
            line -> System.out.println(line))) {
      String obstacle = runner.obstacle(scenario);
      if (obstacle != null) {
        System.out.println("  " + report.text("skipped", obstacle));
        whole = true;
        return null;
      }
      Duration time = seconds == null ? scenario.usualTime() : Duration.ofSeconds(seconds);
      Result result = runner.play(scenario, time);
      whole = result.violations().isEmpty();
      return result;
    } finally {
      if (keep || !whole) {
        System.out.println(
            "  " + report.text("where", folder.toAbsolutePath(), String.valueOf(drawn)));
      } else {
        Folders.delete(folder);
      }
    }
  }

  /** Scenarios that need the stand-in get it, whatever else there is. */
  private @Nullable String uri(Scenario scenario) {
    if (scenario == Scenario.MONGO_DOWN || scenario == Scenario.MONGO_SLOW) {
      return null;
    }
    return mongo != null ? mongo : System.getenv("GOCUA_TEST_MONGO_URI");
  }
}
