package vn.gocua.engine;

import io.vertx.ext.web.Router;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.gocua.engine.board.Board;
import vn.gocua.engine.checkin.Tally;
import vn.gocua.engine.roster.RosterBus;
import vn.gocua.engine.roster.RosterDesk;
import vn.gocua.engine.roster.RosterRoutes;

/** Teams and hamlets that change during the campaign, wired: every node follows without restart. */
final class RosterBook implements Feature {
  private static final Logger log = LoggerFactory.getLogger(RosterBook.class);

  /** What a node was not told, it finds by itself. */
  private static final long LOOK_AGAIN_SECONDS = 30;

  private final Ground ground;
  private final Board board;
  private final RosterDesk desk;
  private final RosterBus bus;
  private final Supplier<Map<String, Integer>> load;
  private final Runnable changed;

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
    this.changed = changed;
    bus = new RosterBus(ground.eventBus(), ground.campaign().id());
    bus.subscribe(() -> ground.virtual().execute(this::lookAgain));
    var _ =
        ground
            .parts()
            .thread("roster")
            .scheduleWithFixedDelay(
                this::lookAgain, LOOK_AGAIN_SECONDS, LOOK_AGAIN_SECONDS, TimeUnit.SECONDS);
  }

  private void lookAgain() {
    try {
      if (ground.campaign().lay(desk.now())) {
        changed.run();
      }
    } catch (RuntimeException e) {
      log.warn("the roster could not be read; tried again soon", e);
    }
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
            () -> {
              lookAgain();
              bus.publish();
            },
            loop.guard(),
            loop.blocking(),
            ground.clock())
        .mount(router);
  }
}
