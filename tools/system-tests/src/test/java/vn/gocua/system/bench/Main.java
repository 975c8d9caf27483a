package vn.gocua.system.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.gocua.base.console.Parent;
import vn.gocua.base.file.Folders;

/** Measures this machine's engine; exit code 1 if a target was missed. */
@Command(
    name = "gocua bench",
    mixinStandardHelpOptions = true,
    description = "Measures the engine beside the bare store, within one run.")
public final class Main implements Callable<Integer> {
  /** What can be measured. */
  enum What {
    THROUGHPUT,
    LATENCY,
    WALL,
    PHONE,
    START,
    GROWTH,
    EXPORT,
    DESK,
    CLUSTER
  }

  @Option(
      names = "--only",
      split = ",",
      description = "some of: ${COMPLETION-CANDIDATES}; default: all but the desk and the cluster")
  private Set<What> only = EnumSet.complementOf(EnumSet.of(What.DESK, What.CLUSTER));

  @Parameters(
      arity = "0..1",
      description =
          "desk: what leaders see, with a million check-ins; cluster: several engines, instead of"
              + " the one that is measured otherwise")
  private @Nullable What alone;

  @Option(names = "--rounds", defaultValue = "12", description = "default: ${DEFAULT-VALUE}")
  private int rounds = 12;

  @Option(
      names = "--seconds",
      defaultValue = "1",
      description = "of each contestant in each round; default: ${DEFAULT-VALUE}")
  private double seconds = 1;

  @Option(
      names = "--latency-seconds",
      defaultValue = "20",
      description = "of steady traffic; default: ${DEFAULT-VALUE}")
  private int latencySeconds = 20;

  @Option(names = "--lang", defaultValue = "vi", description = "of the table: vi or en")
  private String lang = "vi";

  @Option(names = "--write", description = "a page to write the table into, in English")
  private @Nullable Path page;

  private Main() {}

  public static void main(String[] args) {
    System.exit(
        new CommandLine(new Main())
            .setCaseInsensitiveEnumValuesAllowed(true)
            .execute(Parent.watch(args)));
  }

  @Override
  public Integer call() throws Exception {
    Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "bench");
    try {
      Report report = new Report(Locale.of(lang));
      System.out.println(report.machine());
      List<Figure> figures = new ArrayList<>();
      boolean whole = true;
      for (What what : alone == null ? only : EnumSet.of(alone)) {
        System.out.println(report.text("measuring." + what.name().toLowerCase(Locale.ROOT)));
        try {
          figures.addAll(measurement(what, new Bench(folder)).run());
        } catch (IOException | RuntimeException e) {
          whole = false;
          e.printStackTrace();
        }
      }
      System.out.println("\n" + report.table(figures));
      if (page != null && whole) {
        new Report(Locale.ENGLISH).write(page, figures);
      }
      return whole && figures.stream().allMatch(Figure::met) ? 0 : 1;
    } finally {
      Folders.delete(folder);
    }
  }

  private Measurement measurement(What what, Bench bench) {
    Duration each = Duration.ofMillis(Math.round(seconds * 1000));
    return switch (what) {
      case THROUGHPUT -> new Throughput(bench, rounds, each);
      case LATENCY -> new Latency(bench, Duration.ofSeconds(latencySeconds));
      case WALL -> new WallLatency(bench, Duration.ofSeconds(latencySeconds));
      case PHONE -> new PhoneStart(bench);
      case START -> new StartUp(bench);
      case GROWTH -> new Growth(bench, rounds, each);
      case EXPORT -> new Exporting(bench);
      case DESK -> new DeskLoad(bench);
      case CLUSTER -> new ClusterLoad(bench, rounds, each, Duration.ofSeconds(latencySeconds));
    };
  }
}
