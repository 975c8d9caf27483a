package vn.gocua.engine;

import io.vertx.ext.web.Router;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import vn.gocua.engine.board.Board;
import vn.gocua.engine.checkin.Tally;
import vn.gocua.engine.roster.RosterDesk;
import vn.gocua.engine.roster.RosterRoutes;

/** Teams and hamlets that change during the campaign, wired: every node follows without restart. */
final class RosterBook implements Feature {
  /** What a node was not told, it finds by itself. */
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(30);

  private final Ground ground;
  private final Board board;
  private final RosterDesk desk;
  private final Follower follower;
  private final Supplier<Map<String, Integer>> load;

  /**
   * @param desk whose changes the campaign has taken already
   * @param load open help requests by team
   * @param changed told after the campaign has other teams or hamlets
   */
  RosterBook(
      Ground ground,
      Board board,
      RosterDesk desk,
      Supplier<Map<String, Integer>> load,
      Runnable changed) {
    this.ground = ground;
    this.board = board;
    this.desk = desk;
    this.load = load;
    follower =
        new Follower(
            ground, "roster", LOOK_AGAIN, () -> ground.campaign().lay(desk.now()), changed);
  }

  private long checkIns(String team) {
    return board.tallies().entrySet().stream()
        .filter(entry -> entry.getKey().team().equals(team))
        .map(Map.Entry::getValue)
        .mapToLong(Tally::checkIns)
        .sum();
  }

  @Override
  public void mount(Router router, Loop loop) {
    new RosterRoutes(
            ground.campaign(),
            desk,
            load,
            this::checkIns,
            follower::changedHere,
            loop.guard(),
            loop.blocking(),
            ground.clock())
        .mount(router);
  }
}
