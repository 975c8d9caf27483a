package vn.gocua.system.chaos;

import java.time.Duration;
import java.util.Objects;
import vn.gocua.system.chaos.system.TcpProxy;

/** Trouble with MongoDB. */
final class Stores {
  private static final Duration SLOWNESS = Duration.ofSeconds(2);

  private Stores() {}

  private static TcpProxy proxy(ScenarioRun run) {
    return Objects.requireNonNull(run.cluster().proxy());
  }

  static void down(ScenarioRun run) throws Exception {
    run.say("MongoDB goes away");
    proxy(run).down();
    run.pause(run.time());
    proxy(run).up();
    run.say("MongoDB is back");
    run.pause(Duration.ofSeconds(5));
  }

  static void slow(ScenarioRun run) throws Exception {
    run.say("every write takes 2 s more");
    proxy(run).slow(SLOWNESS);
    run.pause(run.time());
    proxy(run).slow(Duration.ZERO);
    run.say("quick again");
    run.pause(Duration.ofSeconds(5));
  }

  static void primaryChange(ScenarioRun run) throws Exception {
    run.say("the primary steps down");
    run.cluster().changePrimary();
    run.pause(run.time());
  }
}
