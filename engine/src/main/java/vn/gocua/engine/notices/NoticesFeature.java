package vn.gocua.engine.notices;

import java.time.Duration;
import vn.gocua.engine.board.NoticeSource;
import vn.gocua.engine.feature.CampaignContext;
import vn.gocua.engine.feature.Feature;
import vn.gocua.engine.http.api.Api;
import vn.gocua.engine.state.RememberedRepository;

/** Notices, wired. */
public final class NoticesFeature implements Feature {
  /** What a node was not told, it finds by itself. */
  private static final Duration RESYNC = Duration.ofMinutes(1);

  private final CampaignContext context;
  private final NoticeService service;
  private final CurrentNotices current;

  /**
   * @param changed told after every change
   */
  public NoticesFeature(CampaignContext context, Runnable changed) {
    this.context = context;
    RememberedRepository<NoticeFact, Notice> notices =
        context.repositories().remembered(Notice.kind(context.campaign().id()), "notices", RESYNC);
    notices.load();
    notices.onChange(_ -> changed.run());
    service = new NoticeService(notices);
    current = new CurrentNotices(service, context.campaign().zone(), context.clock());
  }

  /** For the board's viewers. */
  public NoticeSource announcements() {
    return current;
  }

  @Override
  public void routes(Api api) {
    new NoticeRoutes(service, context.campaign().zone()).mount(api);
  }
}
