package vn.gocua.system.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import vn.gocua.protocol.client.EngineApi;
import vn.gocua.testkit.EngineProcess;
import vn.gocua.testkit.SampleCampaign;

/** What one check-in costs with little and with much in the journal: two engines, in turns. */
final class Growth implements Measurement {
  private static final int FEW = 10_000;
  private static final Duration WARM_UP = Duration.ofSeconds(5);

  private final Bench bench;
  private final int rounds;
  private final Duration each;

  Growth(Bench bench, int rounds, Duration each) {
    this.bench = bench.with(SampleCampaign.DAYS);
    this.rounds = rounds;
    this.each = each;
  }

  @Override
  public List<Figure> run() throws Exception {
    try (EngineProcess few = start("few", FEW);
        EngineProcess many = start("many", StartUp.MILLION);
        Load fewLoad = load(few);
        Load manyLoad = load(many)) {
      fewLoad.run(WARM_UP);
      manyLoad.run(WARM_UP);
      List<Double> fewCost = new ArrayList<>();
      List<Double> manyCost = new ArrayList<>();
      List<Double> ratios = new ArrayList<>();
      for (int round = 0; round < rounds; round++) {
        fewCost.add(1e6 / fewLoad.run(each).perSecond());
        manyCost.add(1e6 / manyLoad.run(each).perSecond());
        ratios.add(manyCost.getLast() / fewCost.getLast());
      }
      return List.of(
          Figure.plain("growth.few", Stats.median(fewCost), Figure.Unit.MICROSECONDS),
          Figure.timesAtMost("growth.many", Stats.median(manyCost), Stats.median(ratios), 1.25));
    }
  }

  private EngineProcess start(String name, int checkIns) throws Exception {
    EngineProcess.Launch launch = bench.engine(name);
    Filled.journal(launch.journal(), bench.work(), checkIns, SampleCampaign.DAYS);
    EngineProcess engine = EngineProcess.start(launch);
    engine.awaitReady();
    return engine;
  }

  /** One phone, one check-in after the other. */
  private Load load(EngineProcess engine) throws Exception {
    try (EngineApi api = EngineProcess.api(engine.launch().address())) {
      return new Load(engine.launch().port(), bench.uploads(bench.phones(api, 1), 1));
    }
  }
}
