package vn.gocua.system.chaos;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import vn.gocua.system.fault.Crowd;

/** Too many at once. */
final class Crowds {
  private static final int VIEWERS = 5_000;
  private static final int PHONES = 200;

  private Crowds() {}

  /** Two hundred phones that never pause. */
  static void overload(Stage stage) throws Exception {
    long before = stage.cluster().mostMemory();
    long requests = stage.troubles().requests();
    stage.addPhones(new Stage.Load(PHONES, 0));
    stage.say(PHONES + " phones more, without a pause");
    stage.pause(stage.time());
    stage.say(
        "%,d requests answered, %,d told to come back, slowest answer %.1f s, memory %,d → %,d MiB"
            .formatted(
                stage.troubles().requests() - requests,
                stage.troubles().toldToComeBack(),
                stage.troubles().slowestAnswer().toMillis() / 1e3,
                before >> 20,
                stage.cluster().mostMemory() >> 20));
  }

  /**
   * Viewers by the thousand at every node; one node dies, and all of its viewers come to another.
   */
  static void viewers(Stage stage) throws Exception {
    int nodes = stage.cluster().size();
    int dying = stage.anyNode();
    List<Crowd> crowds = new ArrayList<>();
    try {
      for (int n = 1; n <= nodes; n++) {
        Crowd crowd = new Crowd(stage.cluster().address(n));
        crowds.add(crowd);
        crowd.join(VIEWERS / nodes);
      }
      stage.say(VIEWERS / nodes * nodes + " viewers watch");
      stage.pause(stage.time().dividedBy(2));
      stage.say("kill -9 of " + dying);
      stage.cluster().kill(dying);
      int refuge = dying % nodes + 1;
      crowds.get(refuge - 1).join(VIEWERS / nodes);
      stage.say("its viewers come to " + refuge);
      stage.pause(stage.time().dividedBy(2));
      stage.cluster().start(dying);
      stage.awaitWhole();
      for (int n = 1; n <= nodes; n++) {
        if (n != dying) {
          awaitUpToDate(stage, n, crowds.get(n - 1));
        }
      }
      stage.say("every viewer is up to date");
    } finally {
      for (Crowd crowd : crowds) {
        crowd.close();
      }
    }
  }

  private static void awaitUpToDate(Stage stage, int node, Crowd crowd) throws Exception {
    long version = stage.version(node);
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> crowd.viewers().stream().allMatch(viewer -> viewer.version() >= version));
    long ended = crowd.viewers().stream().filter(Crowd.Viewer::ended).count();
    stage.expect(ended == 0, ended + " viewers of node " + node + " were cut off");
  }
}
