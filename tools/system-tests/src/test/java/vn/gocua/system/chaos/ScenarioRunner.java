package vn.gocua.system.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.gocua.system.chaos.check.Checker;
import vn.gocua.system.chaos.check.ClientLog;
import vn.gocua.system.chaos.check.History;
import vn.gocua.system.chaos.check.HistoryFolder;
import vn.gocua.system.chaos.system.Cluster;

/** Plays scenarios on a cluster, one after the other, and has each checked. */
public final class ScenarioRunner implements AutoCloseable {
  private final Cluster cluster;
  private final HistoryFolder history;
  private final ClientLog log;
  private final ScenarioRun.Load load;
  private final Random random;
  private final Consumer<String> told;

  /**
   * Starts the cluster.
   *
   * @param folder takes its files, and the clients' logs
   */
  public ScenarioRunner(
      Path folder, Cluster.Plan plan, ScenarioRun.Load load, long seed, Consumer<String> told)
      throws IOException {
    this.history = new HistoryFolder(Files.createDirectories(folder));
    this.log = new ClientLog(history.clients());
    this.load = load;
    this.random = new Random(seed);
    this.told = told;
    this.cluster = Cluster.start(folder.resolve("cluster"), plan);
  }

  /** Why a scenario cannot be played here; null if it can. */
  public @Nullable String obstacle(Scenario scenario) {
    return scenario.obstacle(cluster);
  }

  /**
   * Plays one.
   *
   * @param time how long its trouble lasts
   */
  public Result play(Scenario scenario, Duration time) throws Exception {
    long begun = System.nanoTime();
    try (ScenarioRun run = new ScenarioRun(cluster, log, load, time, random, told)) {
      run.pause(Duration.ofSeconds(3));
      scenario.play().on(run);
      long memory = cluster.mostMemory();
      run.awaitWhole();
      run.pause(Duration.ofSeconds(2));
      Duration agreed = run.finish();
      history.write(cluster.journal(), run.seen());
      log.flush();
      History whole = history.read();
      List<String> violations = new ArrayList<>(run.failures());
      violations.addAll(Checker.violations(whole));
      var stats = run.stats();
      return new Result(
          scenario,
          Duration.ofNanos(System.nanoTime() - begun),
          whole.acknowledged().size(),
          stats.longestBlocked(),
          stats.longestStale(),
          stats.retries(),
          stats.toldToComeBack(),
          agreed,
          memory,
          violations);
    }
  }

  @Override
  public void close() throws IOException {
    cluster.close();
    log.close();
  }
}
