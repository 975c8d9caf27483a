package vn.gocua.kiosk.e2e;

import java.nio.file.Path;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import vn.gocua.testkit.EngineProcess;
import vn.gocua.testkit.Network;

/**
 * What may go wrong between phones and the engine in a day: every other moment the network is cut
 * or loses answers, and twice the engine is killed and started again.
 */
final class Trouble implements AutoCloseable {
  private static final Set<Integer> DEATHS = Set.of(6, 14);
  private static final long MOMENT_MS = 600;

  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
  private final Path folder;
  private final Random random;
  private final Network network;
  private volatile EngineProcess engine;
  private int moment;

  private Trouble(EngineProcess engine, Path folder, long seed) {
    this.engine = engine;
    this.folder = folder;
    this.random = new Random(seed);
    this.network = Network.to(engine.port());
  }

  /** Takes the engine over. */
  static Trouble begin(EngineProcess engine, Path folder, long seed) {
    return new Trouble(engine, folder, seed);
  }

  Network network() {
    return network;
  }

  /** The engine that lives now. */
  EngineProcess engine() {
    return engine;
  }

  void loosen() {
    var _ = clock.scheduleWithFixedDelay(this::happen, MOMENT_MS, MOMENT_MS, TimeUnit.MILLISECONDS);
  }

  private void happen() {
    moment++;
    if (DEATHS.contains(moment)) {
      engine.program().kill();
      engine = EngineProcess.start(folder, engine.port());
    } else if (moment % 2 == 0 || random.nextInt(3) == 0) {
      network.mend();
    } else if (random.nextBoolean()) {
      network.cut();
    } else {
      network.loseAnswers();
    }
  }

  /** All is well again. */
  void end() {
    clock.close();
    network.mend();
  }

  @Override
  public void close() {
    clock.shutdownNow();
    network.close();
    engine.close();
  }
}
