package vn.gocua.system.chaos;

/** Nodes that are there and are not. */
final class CutFaults {
  private CutFaults() {}

  /** SIGSTOP: a node keeps its connections and says nothing. */
  static void freeze(ScenarioRun run) throws Exception {
    int node = run.anyNode();
    run.say("SIGSTOP of " + node);
    run.cluster().freeze(node);
    run.pause(run.time());
    run.say("SIGCONT of " + node);
    run.cluster().thaw(node);
    run.awaitWhole();
    run.say("whole again");
  }

  /** One node is cut off from the two others; phones, viewers and MongoDB reach all of them. */
  static void partition(ScenarioRun run) throws Exception {
    int node = run.anyNode();
    run.say("cut " + node + " off");
    run.cluster().cut(node);
    run.pause(run.time());
    run.awaitAlone(node);
    run.cluster().reconnect(node);
    run.say("reconnected");
    run.awaitWhole();
    run.say("whole again");
  }
}
