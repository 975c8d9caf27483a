package vn.gocua.engine.notices;

import java.time.Duration;
import vn.gocua.engine.board.NoticeSource;
import vn.gocua.engine.feature.CampaignContext;
import vn.gocua.engine.feature.Feature;
import vn.gocua.engine.http.api.Api;
import vn.gocua.engine.state.RememberedRepository;

/** Wires notices. */
public final class NoticesFeature implements Feature {
  /** Period of the resync with the journal, in case a message of another node was lost. */
  private static final Duration RESYNC = Duration.ofMinutes(1);

  private final CampaignContext context;
  private final RememberedRepository<NoticeFact, Notice> notices;
  private final NoticeService service;
  private final CurrentNotices current;

  public NoticesFeature(CampaignContext context) {
    this.context = context;
    notices =
        context.repositories().remembered(Notice.kind(context.campaign().id()), "notices", RESYNC);
    service = new NoticeService(notices);
    current = new CurrentNotices(notices, service, context.campaign().zone(), context.clock());
  }

  /** The notices for the board's viewers. */
  public NoticeSource announcements() {
    return current;
  }

  @Override
  public void load() {
    notices.load();
  }

  @Override
  public void routes(Api api) {
    new NoticeRoutes(service, context.campaign().zone()).mount(api);
  }
}
