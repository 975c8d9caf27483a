package vn.gocua.system.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import vn.gocua.system.chaos.system.Cluster;

/** Power cuts: SIGKILL under load. */
final class KillFaults {
  private KillFaults() {}

  static void one(ScenarioRun run) throws Exception {
    killAndRestart(run, 1);
  }

  static void two(ScenarioRun run) throws Exception {
    killAndRestart(run, 2);
  }

  static void all(ScenarioRun run) throws Exception {
    killAndRestart(run, run.cluster().size());
  }

  private static void killAndRestart(ScenarioRun run, int count) throws Exception {
    List<Integer> killed = some(run, count);
    run.say("kill -9 of " + killed);
    for (int node : killed) {
      run.cluster().kill(node);
    }
    run.pause(run.time().dividedBy(2));
    run.say("start " + killed);
    killed.forEach(run.cluster()::start);
    killed.forEach(run.cluster()::awaitReady);
    run.say("ready again");
    run.pause(run.time().dividedBy(2));
  }

  private static List<Integer> some(ScenarioRun run, int count) {
    List<Integer> nodes = new ArrayList<>();
    for (int n = 1; n <= run.cluster().size(); n++) {
      nodes.add(n);
    }
    Collections.shuffle(nodes, run.random());
    return nodes.subList(0, count);
  }

  /** At any moment, in any order, sometimes while another is still starting. */
  static void inRandomOrder(ScenarioRun run) throws Exception {
    Cluster cluster = run.cluster();
    long end = System.nanoTime() + run.time().toNanos();
    int kills = 0;
    while (System.nanoTime() < end) {
      run.pause(Duration.ofMillis(3_000 + run.random().nextInt(9_000)));
      int node = run.anyNode();
      if (cluster.isRunning(node)) {
        run.say("kill -9 of " + node);
        cluster.kill(node);
        kills++;
      }
      run.pause(Duration.ofMillis(run.random().nextInt(4_000)));
      for (int n = 1; n <= cluster.size(); n++) {
        if (!cluster.isRunning(n) && run.random().nextInt(3) > 0) {
          run.say("start " + n);
          cluster.start(n);
        }
      }
    }
    for (int n = 1; n <= cluster.size(); n++) {
      if (!cluster.isRunning(n)) {
        cluster.start(n);
      }
    }
    run.say(kills + " kills");
  }
}
