package vn.gocua.system.chaos;

/** Nodes that are there and are not. */
final class Cuts {
  private Cuts() {}

  /** SIGSTOP: a node keeps its connections and says nothing. */
  static void freeze(Stage stage) throws Exception {
    int node = stage.anyNode();
    stage.say("SIGSTOP of " + node);
    stage.cluster().freeze(node);
    stage.pause(stage.time());
    stage.say("SIGCONT of " + node);
    stage.cluster().thaw(node);
    stage.awaitWhole();
    stage.say("whole again");
  }

  /** One node is cut off from the two others; phones, viewers and MongoDB reach all of them. */
  static void partition(Stage stage) throws Exception {
    int node = stage.anyNode();
    stage.say("cut " + node + " off");
    stage.cluster().cut(node);
    stage.pause(stage.time());
    stage.awaitAlone(node);
    stage.cluster().heal(node);
    stage.say("healed");
    stage.awaitWhole();
    stage.say("whole again");
  }
}
