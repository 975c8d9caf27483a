package vn.gocua.system.chaos;

import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.gocua.system.chaos.load.ReadyNodes;
import vn.gocua.system.chaos.system.Cluster;
import vn.gocua.testkit.page.Leader;

/** What people do to a running cluster, on purpose or not. */
final class ChangeFaults {
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final Pattern REVISION = Pattern.compile("(?m)^revision: *(\\d+)");
  private static final Pattern TARGET = Pattern.compile("(?m)^( +checkIns: *)(\\d+)");

  private ChangeFaults() {}

  /** A node comes back with its clock an hour off: it has to say that it is not ready. */
  static void clockOff(ScenarioRun run) throws Exception {
    Cluster cluster = run.cluster();
    int node = run.anyNode();
    cluster.stop(node);
    if (!cluster.startWithClockOff(node, Duration.ofHours(1))) {
      run.expect(false, "needs Linux and a C compiler");
      cluster.start(node);
      return;
    }
    run.say("node " + node + " is back, its clock an hour off");
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> ReadyNodes.status(cluster.address(node)) == 503);
    run.say("it says that it is not ready");
    run.pause(run.time());
    for (int n = 1; n <= cluster.size(); n++) {
      int status = ReadyNodes.status(cluster.address(n));
      run.expect(
          status == (n == node ? 503 : 200), "node " + n + " answers " + status + " on readiness");
    }
    cluster.stop(node);
    cluster.start(node);
    cluster.awaitReady(node);
    run.say("node " + node + " is back with a right clock");
  }

  /** One node after the other is started anew, with other targets. */
  static void rollingRestart(ScenarioRun run) throws Exception {
    Cluster cluster = run.cluster();
    long target = revise(cluster.config().resolve("campaign.yaml"));
    for (int n = 1; n <= cluster.size(); n++) {
      run.say("restart " + n);
      cluster.stop(n);
      cluster.start(n);
      cluster.awaitReady(n);
      if (n == 1) {
        awaitTarget(run, target);
        run.say("every node has the new targets");
      }
      run.pause(run.time().dividedBy(cluster.size()));
    }
    awaitTarget(run, target);
  }

  private static void awaitTarget(ScenarioRun run, long target) {
    for (int n = 1; n <= run.cluster().size(); n++) {
      int node = n;
      await()
          .atMost(SOON)
          .ignoreExceptions()
          .until(() -> run.ask(node, Leader::campaign).targets().checkIns() == target);
    }
  }

  /** Raises revision and target; returns the new target. */
  private static long revise(Path file) throws Exception {
    String text = Files.readString(file);
    Matcher revision = REVISION.matcher(text);
    Matcher target = TARGET.matcher(text);
    if (!revision.find() || !target.find()) {
      throw new IllegalStateException("the sample campaign has no revision or no target");
    }
    long wanted = Long.parseLong(target.group(2)) + 1_000;
    Files.writeString(
        file,
        text.replace(revision.group(), "revision: " + (Integer.parseInt(revision.group(1)) + 1))
            .replace(target.group(), target.group(1) + wanted));
    return wanted;
  }
}
