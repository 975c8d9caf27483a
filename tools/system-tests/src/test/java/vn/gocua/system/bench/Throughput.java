package vn.gocua.system.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import vn.gocua.protocol.board.RecountInfo;
import vn.gocua.protocol.client.EngineApi;
import vn.gocua.testkit.EngineProcess;
import vn.gocua.testkit.page.Leader;

/** Check-ins a second over HTTP, as shares of what the bare store takes in the same round. */
final class Throughput implements Measurement {
  private static final int CONNECTIONS = 32;
  private static final int CEILING_TRANSACTIONS = 40;
  private static final Duration WARM_UP = Duration.ofSeconds(5);

  private final Bench bench;
  private final int rounds;
  private final Duration each;
  private final List<Contestant> contestants =
      List.of(new Contestant(50, 0.5), new Contestant(10, 0.35), new Contestant(1, 0.1));
  private long taken;

  /** Uploads of one size, and the share of the ceiling that is asked of them. */
  private record Contestant(
      int size, double asked, List<Double> rates, List<Double> shares, List<Double> micros) {
    Contestant(int size, double asked) {
      this(size, asked, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    List<Figure> figures() {
      String name = "throughput.%02d".formatted(size);
      return List.of(
          Figure.shareAtLeast(name, Stats.median(rates), Stats.median(shares), asked),
          Figure.plain(name + ".cpu", Stats.median(micros), Figure.Unit.MICROSECONDS));
    }
  }

  /**
   * @param rounds in each of which every contestant has its turn, for {@code each}
   */
  Throughput(Bench bench, int rounds, Duration each) {
    this.bench = bench;
    this.rounds = rounds;
    this.each = each;
  }

  @Override
  public List<Figure> run() throws IOException, SQLException {
    try (EngineProcess engine = EngineProcess.start(bench.engine("throughput"));
        Ceiling ceiling = new Ceiling(bench.work(), bench.folder().resolve("ceiling.db"));
        EngineApi api = EngineProcess.api(engine.launch().address())) {
      engine.awaitReady();
      List<String> tokens = bench.phones(api, CONNECTIONS);
      for (Contestant contestant : contestants) {
        load(engine, tokens, contestant.size(), WARM_UP);
      }
      ceiling.run(CEILING_TRANSACTIONS);
      List<Double> bare = new ArrayList<>();
      for (int round = 0; round < rounds; round++) {
        bare.add(ceiling.run(CEILING_TRANSACTIONS));
        for (Contestant contestant : contestants) {
          Duration cpu = engine.program().cpuTime();
          Load.Taken now = load(engine, tokens, contestant.size(), each);
          contestant.rates().add(now.perSecond());
          contestant.shares().add(now.perSecond() / bare.getLast());
          contestant
              .micros()
              .add(engine.program().cpuTime().minus(cpu).toNanos() / 1e3 / now.checkIns());
        }
      }
      proveAllCounted(api);
      List<Figure> figures = new ArrayList<>();
      figures.add(Figure.plain("throughput.ceiling", Stats.median(bare), Figure.Unit.PER_SECOND));
      contestants.forEach(contestant -> figures.addAll(contestant.figures()));
      return figures;
    }
  }

  private Load.Taken load(EngineProcess engine, List<String> tokens, int size, Duration time)
      throws IOException {
    try (Load load = new Load(engine.launch().port(), bench.uploads(tokens, size))) {
      Load.Taken now = load.run(time);
      taken += now.checkIns();
      return now;
    }
  }

  private void proveAllCounted(EngineApi api) {
    RecountInfo recount = Leader.signIn(api).recount();
    if (!recount.equal() || recount.journal().checkIns() != taken) {
      throw new IllegalStateException("accepted " + taken + ", recounted " + recount);
    }
  }
}
