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
import vn.gocua.system.chaos.check.History;
import vn.gocua.system.chaos.check.HistoryFolder;
import vn.gocua.system.chaos.check.Ledger;
import vn.gocua.system.chaos.system.Cluster;

/** Plays scenarios on a cluster, one after the other, and has each checked. */
public final class Theatre implements AutoCloseable {
  private final Cluster cluster;
  private final HistoryFolder history;
  private final Ledger ledger;
  private final Stage.Load load;
  private final Random random;
  private final Consumer<String> told;

  /**
   * Starts the cluster.
   *
   * @param folder takes its files, and the clients' logs
   */
  public Theatre(Path folder, Cluster.Plan plan, Stage.Load load, long seed, Consumer<String> told)
      throws IOException {
    this.history = new HistoryFolder(Files.createDirectories(folder));
    this.ledger = new Ledger(history.clients());
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
    try (Stage stage = new Stage(cluster, ledger, load, time, random, told)) {
      stage.pause(Duration.ofSeconds(3));
      scenario.play().on(stage);
      long memory = cluster.mostMemory();
      stage.awaitWhole();
      stage.pause(Duration.ofSeconds(2));
      Duration agreed = stage.finish();
      history.write(cluster.journal(), stage.seen());
      ledger.flush();
      History whole = history.read();
      List<String> violations = new ArrayList<>(stage.failures());
      violations.addAll(Checker.violations(whole));
      var troubles = stage.troubles();
      return new Result(
          scenario,
          Duration.ofNanos(System.nanoTime() - begun),
          whole.acknowledged().size(),
          troubles.longestBlocked(),
          troubles.longestStale(),
          troubles.retries(),
          troubles.toldToComeBack(),
          agreed,
          memory,
          violations);
    }
  }

  @Override
  public void close() throws IOException {
    cluster.close();
    ledger.close();
  }
}
