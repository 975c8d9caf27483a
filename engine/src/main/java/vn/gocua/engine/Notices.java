package vn.gocua.engine;

import java.time.Duration;
import io.vertx.ext.web.Router;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.gocua.engine.board.Announcements;
import vn.gocua.engine.notices.Announcer;
import vn.gocua.engine.notices.NoticeDesk;
import vn.gocua.engine.notices.NoticeRoutes;
import vn.gocua.engine.notices.NoticesBus;

/** Notices, wired. */
final class Notices implements Feature {
  private static final Logger log = LoggerFactory.getLogger(Notices.class);

  /** What a node was not told, it finds by itself. */
  private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);

  private final Ground ground;
  private final NoticeDesk desk;
  private final Announcer announcer;

  /**
   * @param changed told after every change
   */
  Notices(Ground ground, Runnable changed) {
    this.ground = ground;
    NoticesBus bus = new NoticesBus(ground.eventBus(), ground.campaign().id());
    desk = new NoticeDesk(ground.campaign().id(), ground.journal(), ground.commit(), bus::publish);
    announcer = new Announcer(desk, ground.campaign().zone(), ground.clock());
    desk.warm();
    bus.subscribe(id ->
        ground
            .virtual()
            .execute(() -> {
              desk.refresh(id);
              changed.run();
            }));
    ground
        .closer()
        .schedule("notices")
        .every(
            LOOK_AGAIN,
            () -> {
              desk.warm();
              changed.run();
            });
  }

  /** For the board's viewers. */
  Announcements announcements() {
    return announcer;
  }

  @Override
  public void mount(Router router, Loop loop) {
    new NoticeRoutes(desk, ground.campaign().zone(), loop.guard(), loop.blocking(), ground.clock())
        .mount(router);
  }
}
