package vn.gocua.system.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import vn.gocua.system.chaos.system.Cluster;

/** Power cuts: SIGKILL under load. */
final class Kills {
  private Kills() {}

  static void one(Stage stage) throws Exception {
    killAndRestart(stage, 1);
  }

  static void two(Stage stage) throws Exception {
    killAndRestart(stage, 2);
  }

  static void all(Stage stage) throws Exception {
    killAndRestart(stage, stage.cluster().size());
  }

  private static void killAndRestart(Stage stage, int count) throws Exception {
    List<Integer> killed = some(stage, count);
    stage.say("kill -9 of " + killed);
    for (int node : killed) {
      stage.cluster().kill(node);
    }
    stage.pause(stage.time().dividedBy(2));
    stage.say("start " + killed);
    killed.forEach(stage.cluster()::start);
    killed.forEach(stage.cluster()::awaitReady);
    stage.say("ready again");
    stage.pause(stage.time().dividedBy(2));
  }

  private static List<Integer> some(Stage stage, int count) {
    List<Integer> nodes = new ArrayList<>();
    for (int n = 1; n <= stage.cluster().size(); n++) {
      nodes.add(n);
    }
    Collections.shuffle(nodes, stage.random());
    return nodes.subList(0, count);
  }

  /** At any moment, in any order, sometimes while another is still starting. */
  static void inRandomOrder(Stage stage) throws Exception {
    Cluster cluster = stage.cluster();
    long end = System.nanoTime() + stage.time().toNanos();
    int kills = 0;
    while (System.nanoTime() < end) {
      stage.pause(Duration.ofMillis(3_000 + stage.random().nextInt(9_000)));
      int node = stage.anyNode();
      if (cluster.isRunning(node)) {
        stage.say("kill -9 of " + node);
        cluster.kill(node);
        kills++;
      }
      stage.pause(Duration.ofMillis(stage.random().nextInt(4_000)));
      for (int n = 1; n <= cluster.size(); n++) {
        if (!cluster.isRunning(n) && stage.random().nextInt(3) > 0) {
          stage.say("start " + n);
          cluster.start(n);
        }
      }
    }
    for (int n = 1; n <= cluster.size(); n++) {
      if (!cluster.isRunning(n)) {
        cluster.start(n);
      }
    }
    stage.say(kills + " kills");
  }
}
