package vn.gocua.system.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.gocua.system.chaos.system.Cluster;

/** The short scenarios, one after the other on one cluster; all of them: {@code ./gocua chaos}. */
@Tag("slow")
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class ChaosTest {
  private static final List<String> SMALL =
      List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m");

  private static ScenarioRunner runner;
  private static long seed;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    seed = new Random().nextLong();
    runner =
        new ScenarioRunner(
            folder,
            new Cluster.Plan(3, null, true, SMALL),
            new ScenarioRun.Load(6, 500),
            seed,
            _ -> {});
  }

  @AfterAll
  static void stop() throws Exception {
    runner.close();
  }

  private static void play(Scenario scenario, Duration time) throws Exception {
    String obstacle = runner.obstacle(scenario);
    assumeTrue(obstacle == null, scenario.code() + " " + obstacle);
    Result result = runner.play(scenario, time);
    assertThat(result.violations()).as("%s, seed %d", scenario.code(), seed).isEmpty();
    assertThat(result.checkIns()).isPositive();
  }

  @Test
  void shouldLoseNothingWhenAnEngineIsKilled() throws Exception {
    play(Scenario.KILL_ONE, Duration.ofSeconds(4));
  }

  @Test
  void shouldLoseNothingWhenMongoDbGoesAway() throws Exception {
    play(Scenario.MONGO_DOWN, Duration.ofSeconds(5));
  }

  /** The others, for up to a minute each; for their usual time: {@code ./gocua chaos}. */
  @Tag("all")
  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"KILL_ONE", "MONGO_DOWN"})
  void shouldLoseNothingWhateverHappens(Scenario scenario) throws Exception {
    play(scenario, Duration.ofSeconds(Math.min(60, scenario.usualTime().toSeconds())));
  }
}
