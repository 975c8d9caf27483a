package vn.gocua.engine;

import io.vertx.ext.web.Router;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import vn.gocua.engine.closing.ArchiveMaker;
import vn.gocua.engine.closing.ClosingDesk;
import vn.gocua.engine.closing.ClosingRoutes;
import vn.gocua.engine.closing.Ending;
import vn.gocua.engine.export.CheckInFile;
import vn.gocua.engine.export.CheckInRows;

/** The end of a campaign, wired: every node follows without a restart. */
final class Closings implements Feature {
  private static final String FOLDER = "archives";

  /** What a node was not told, it finds by itself. */
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(30);

  private final Ground ground;
  private final ClosingDesk desk;
  private final Follower follower;
  private final ArchiveMaker archives;
  private final AtomicReference<ClosingRoutes.Work> work =
      new AtomicReference<>(ClosingRoutes.Work.IDLE);

  /**
   * @param changed told after the campaign was closed or opened again
   */
  Closings(Ground ground, Reports reports, Runnable changed) {
    this.ground = ground;
    desk = new ClosingDesk(ground.campaign().id(), ground.journal(), ground.commit());
    archives =
        new ArchiveMaker(
            ground.campaign(),
            ground.journal(),
            ground.vault().key(),
            reports.reporter(),
            reports.files(),
            new CheckInFile(
                ground.campaign(), new CheckInRows(ground.campaign(), ground.journal())),
            ground.settings().data().resolve(FOLDER));
    var _ = takeUp();
    follower = new Follower(ground, "closing", LOOK_AGAIN, this::takeUp, changed);
  }

  private boolean takeUp() {
    Ending ending = desk.now();
    return ground.campaign().end(ending.facts(), ending.closing());
  }

  @Override
  public void mount(Router router, Loop loop) {
    new ClosingRoutes(
            ground.campaign(),
            desk,
            archives,
            work,
            follower::changedHere,
            ground.virtual(),
            loop.guard(),
            loop.blocking(),
            ground.clock(),
            ground.engineClock()::isDoubtful)
        .mount(router);
  }
}
