package vn.gocua.system.chaos;

import java.time.Duration;
import java.util.Objects;
import vn.gocua.system.chaos.system.TcpProxy;

/** Trouble with MongoDB. */
final class Stores {
  private static final Duration SLOWNESS = Duration.ofSeconds(2);

  private Stores() {}

  private static TcpProxy proxy(Stage stage) {
    return Objects.requireNonNull(stage.cluster().proxy());
  }

  static void down(Stage stage) throws Exception {
    stage.say("MongoDB goes away");
    proxy(stage).down();
    stage.pause(stage.time());
    proxy(stage).up();
    stage.say("MongoDB is back");
    stage.pause(Duration.ofSeconds(5));
  }

  static void slow(Stage stage) throws Exception {
    stage.say("every write takes 2 s more");
    proxy(stage).slow(SLOWNESS);
    stage.pause(stage.time());
    proxy(stage).slow(Duration.ZERO);
    stage.say("quick again");
    stage.pause(Duration.ofSeconds(5));
  }

  static void primaryChange(Stage stage) throws Exception {
    stage.say("the primary steps down");
    stage.cluster().changePrimary();
    stage.pause(stage.time());
  }
}
