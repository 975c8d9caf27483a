package vn.gocua.system.chaos;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.gocua.system.chaos.system.Cluster;

/** What can go wrong, each to be repeated at will. */
public enum Scenario {
  KILL_ONE(20),
  KILL_TWO(20),
  KILL_ALL(10),
  KILL_RANDOM(600),
  FREEZE(20),
  PARTITION(30),
  MONGO_DOWN(30),
  MONGO_SLOW(30),
  PRIMARY_CHANGE(30),
  CLOCK_OFF(10),
  ROLLING_RESTART(20),
  OVERLOAD(60),
  VIEWERS(20);

  private final int seconds;

  /** What happens, on a run where phones and viewers are at work. */
  @FunctionalInterface
  interface Play {
    void on(ScenarioRun run) throws Exception;
  }

  Scenario(int seconds) {
    this.seconds = seconds;
  }

  /** How it is called on the command line. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** How long its trouble lasts, unless somebody wants otherwise. */
  public Duration usualTime() {
    return Duration.ofSeconds(seconds);
  }

  Play play() {
    return switch (this) {
      case KILL_ONE -> KillFaults::one;
      case KILL_TWO -> KillFaults::two;
      case KILL_ALL -> KillFaults::all;
      case KILL_RANDOM -> KillFaults::inRandomOrder;
      case FREEZE -> CutFaults::freeze;
      case PARTITION -> CutFaults::partition;
      case MONGO_DOWN -> Stores::down;
      case MONGO_SLOW -> Stores::slow;
      case PRIMARY_CHANGE -> Stores::primaryChange;
      case CLOCK_OFF -> ChangeFaults::clockOff;
      case ROLLING_RESTART -> ChangeFaults::rollingRestart;
      case OVERLOAD -> CrowdFaults::overload;
      case VIEWERS -> CrowdFaults::viewers;
    };
  }

  /** Why it cannot be played on a cluster; null if it can. */
  @Nullable String obstacle(Cluster cluster) {
    return switch (this) {
      case PARTITION ->
          cluster.canBeCut() ? null : "needs network namespaces: Linux, «ip», and root";
      case MONGO_DOWN, MONGO_SLOW ->
          cluster.proxy() != null ? null : "needs the stand-in for MongoDB: leave --mongo out";
      case PRIMARY_CHANGE ->
          cluster.proxy() == null
              ? null
              : "needs a real replica set: --mongo, or GOCUA_TEST_MONGO_URI";
      default -> null;
    };
  }
}
