package vn.gocua.engine;

import io.vertx.ext.web.Router;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.gocua.engine.closing.ArchiveMaker;
import vn.gocua.engine.closing.ClosingBus;
import vn.gocua.engine.closing.ClosingDesk;
import vn.gocua.engine.closing.ClosingRoutes;
import vn.gocua.engine.closing.Ending;
import vn.gocua.engine.export.CheckInFile;
import vn.gocua.engine.export.CheckInRows;

/** The end of a campaign, wired: every node follows without a restart. */
final class Closings implements Feature {
  private static final Logger log = LoggerFactory.getLogger(Closings.class);
  private static final String FOLDER = "archives";

  /** What a node was not told, it finds by itself. */
  private static final long LOOK_AGAIN_SECONDS = 30;

  private final Ground ground;
  private final Runnable changed;
  private final ClosingDesk desk;
  private final ClosingBus bus;
  private final ArchiveMaker archives;
  private final AtomicReference<ClosingRoutes.Work> work =
      new AtomicReference<>(ClosingRoutes.Work.IDLE);

  /**
   * @param changed told after the campaign was closed or opened again
   */
  Closings(Ground ground, Reports reports, Runnable changed) {
    this.ground = ground;
    this.changed = changed;
    desk = new ClosingDesk(ground.campaign().id(), ground.journal(), ground.commit());
    archives =
        new ArchiveMaker(
            ground.campaign(),
            ground.journal(),
            reports.reporter(),
            reports.files(),
            new CheckInFile(
                ground.campaign(), new CheckInRows(ground.campaign(), ground.journal())),
            ground.settings().data().resolve(FOLDER));
    Ending ending = desk.now();
    var _ = ground.campaign().end(ending.facts(), ending.closing());
    bus = new ClosingBus(ground.eventBus(), ground.campaign().id());
    bus.subscribe(() -> ground.virtual().execute(this::lookAgain));
    var _ =
        ground
            .parts()
            .thread("closing")
            .scheduleWithFixedDelay(
                this::lookAgain, LOOK_AGAIN_SECONDS, LOOK_AGAIN_SECONDS, TimeUnit.SECONDS);
  }

  private void lookAgain() {
    try {
      Ending ending = desk.now();
      if (ground.campaign().end(ending.facts(), ending.closing())) {
        changed.run();
      }
    } catch (RuntimeException e) {
      log.warn("whether the campaign has ended could not be read; tried again soon", e);
    }
  }

  @Override
  public void mount(Router router, Loop loop) {
    new ClosingRoutes(
            ground.campaign(),
            desk,
            archives,
            work,
            () -> {
              lookAgain();
              bus.publish();
            },
            ground.virtual(),
            loop.guard(),
            loop.blocking(),
            ground.clock())
        .mount(router);
  }
}
