package vn.gocua.engine.notices;

import io.vertx.ext.web.Router;
import java.time.Duration;
import vn.gocua.engine.board.NoticeSource;
import vn.gocua.engine.feature.CampaignContext;
import vn.gocua.engine.feature.Feature;

/** Notices, wired. */
public final class NoticesFeature implements Feature {
  /** What a node was not told, it finds by itself. */
  private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);

  private final CampaignContext context;
  private final NoticeDesk desk;
  private final CurrentNotices announcer;

  /**
   * @param changed told after every change
   */
  public NoticesFeature(CampaignContext context, Runnable changed) {
    this.context = context;
    NoticesBus bus = new NoticesBus(context.eventBus(), context.campaign().id());
    desk =
        new NoticeDesk(context.campaign().id(), context.journal(), context.commit(), bus::publish);
    announcer = new CurrentNotices(desk, context.campaign().zone(), context.clock());
    desk.warm();
    bus.subscribe(id ->
        context
            .virtual()
            .execute(() -> {
              desk.refresh(id);
              changed.run();
            }));
    var _ =
        context
            .schedule()
            .every(
                "notices",
                LOOK_AGAIN,
                () -> {
                  desk.warm();
                  changed.run();
                });
  }

  /** For the board's viewers. */
  public NoticeSource announcements() {
    return announcer;
  }

  @Override
  public void mount(Router router, Loop loop) {
    new NoticeRoutes(
            desk, context.campaign().zone(), loop.guard(), loop.blocking(), context.clock())
        .mount(router);
  }
}
