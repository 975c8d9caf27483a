package vn.gocua.system.chaos;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import vn.gocua.system.fault.Crowd;
import vn.gocua.testkit.page.Leader;

/** Too many at once. */
final class CrowdFaults {
  private static final int VIEWERS = 5_000;
  private static final int PHONES = 200;

  private CrowdFaults() {}

  /** Two hundred phones that never pause. */
  static void overload(ScenarioRun run) throws Exception {
    long before = run.cluster().mostMemory();
    long requests = run.stats().requests();
    run.addPhones(new ScenarioRun.Load(PHONES, 0));
    run.say(PHONES + " phones more, without a pause");
    run.pause(run.time());
    run.say(
        "%,d requests answered, %,d told to come back, slowest answer %.1f s, memory %,d → %,d MiB"
            .formatted(
                run.stats().requests() - requests,
                run.stats().toldToComeBack(),
                run.stats().slowestAnswer().toMillis() / 1e3,
                before >> 20,
                run.cluster().mostMemory() >> 20));
  }

  /**
   * Viewers by the thousand at every node; one node dies, and all of its viewers come to another.
   */
  static void viewers(ScenarioRun run) throws Exception {
    int nodes = run.cluster().size();
    int dying = run.anyNode();
    List<Crowd> crowds = new ArrayList<>();
    try {
      for (int n = 1; n <= nodes; n++) {
        Crowd crowd = new Crowd(run.cluster().address(n));
        crowds.add(crowd);
        crowd.join(VIEWERS / nodes);
      }
      run.say(VIEWERS / nodes * nodes + " viewers watch");
      run.pause(run.time().dividedBy(2));
      run.say("kill -9 of " + dying);
      run.cluster().kill(dying);
      int refuge = dying % nodes + 1;
      crowds.get(refuge - 1).join(VIEWERS / nodes);
      run.say("its viewers come to " + refuge);
      run.pause(run.time().dividedBy(2));
      run.cluster().start(dying);
      run.awaitWhole();
      for (int n = 1; n <= nodes; n++) {
        if (n != dying) {
          awaitUpToDate(run, n, crowds.get(n - 1));
        }
      }
      run.say("every viewer is up to date");
    } finally {
      for (Crowd crowd : crowds) {
        crowd.close();
      }
    }
  }

  private static void awaitUpToDate(ScenarioRun run, int node, Crowd crowd) throws Exception {
    long version = run.ask(node, Leader::board).version();
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> crowd.viewers().stream().allMatch(viewer -> viewer.version() >= version));
    long ended = crowd.viewers().stream().filter(Crowd.Viewer::ended).count();
    run.expect(ended == 0, ended + " viewers of node " + node + " were cut off");
  }
}
