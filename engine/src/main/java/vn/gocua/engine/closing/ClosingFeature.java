package vn.gocua.engine.closing;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import vn.gocua.engine.export.CheckInExport;
import vn.gocua.engine.export.CheckInRows;
import vn.gocua.engine.feature.CampaignContext;
import vn.gocua.engine.feature.Feature;
import vn.gocua.engine.feature.Follower;
import vn.gocua.engine.http.api.Api;
import vn.gocua.engine.report.ReportFeature;

/** The end of a campaign, wired: every node follows without a restart. */
public final class ClosingFeature implements Feature {
  private static final String FOLDER = "archives";

  /** What a node was not told, it finds by itself. */
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(30);

  private final CampaignContext context;
  private final ClosingService service;
  private final Follower follower;
  private final CampaignArchiver archives;
  private final AtomicReference<ClosingRoutes.Work> work =
      new AtomicReference<>(ClosingRoutes.Work.IDLE);

  /**
   * @param changed told after the campaign was closed or opened again
   */
  public ClosingFeature(CampaignContext context, ReportFeature reports, Runnable changed) {
    this.context = context;
    service = new ClosingService(context.campaign().id(), context.journal(), context.commit());
    archives =
        new CampaignArchiver(
            context.campaign(),
            context.journal(),
            context.vault().key(),
            reports.reporter(),
            reports.files(),
            new CheckInExport(
                context.campaign(), new CheckInRows(context.campaign(), context.journal())),
            context.settings().data().resolve(FOLDER));
    var _ = takeUp();
    follower = new Follower(context, "closing", LOOK_AGAIN, this::takeUp, changed);
  }

  private boolean takeUp() {
    ClosingState ending = service.now();
    return context.campaign().applyClosing(ending.facts(), ending.closing());
  }

  @Override
  public void routes(Api api) {
    new ClosingRoutes(
            context.campaign(),
            service,
            archives,
            work,
            follower::changedHere,
            context.virtual(),
            context.clock(),
            context.engineClock()::isDoubtful)
        .mount(api);
  }
}
