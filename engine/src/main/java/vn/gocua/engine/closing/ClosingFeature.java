package vn.gocua.engine.closing;

import java.util.concurrent.atomic.AtomicReference;
import vn.gocua.engine.export.CheckInExport;
import vn.gocua.engine.export.CheckInRows;
import vn.gocua.engine.feature.CampaignContext;
import vn.gocua.engine.feature.Feature;
import vn.gocua.engine.help.HelpFeature;
import vn.gocua.engine.http.api.Api;
import vn.gocua.engine.report.ReportFeature;

/** The end of a campaign, wired: every node follows without a restart. */
public final class ClosingFeature implements Feature {
  private static final String FOLDER = "archives";

  private final CampaignContext context;
  private final ClosingService service;
  private final CampaignArchiver archives;
  private final OpenRequests requests;
  private final AtomicReference<ClosingRoutes.Work> work =
      new AtomicReference<>(ClosingRoutes.Work.IDLE);

  /**
   * @param changed runs after the campaign was closed or opened again
   */
  public ClosingFeature(
      CampaignContext context, ReportFeature reports, HelpFeature help, Runnable changed) {
    this.context = context;
    requests = new OpenRequests(help.supervision());
    service = new ClosingService(context.campaign(), context.repositories(), changed);
    archives =
        new CampaignArchiver(
            context.campaign(),
            context.journal(),
            context.vault().key(),
            reports.builder(),
            reports.files(),
            new CheckInExport(
                context.campaign(), new CheckInRows(context.campaign(), context.journal())),
            context.settings().data().resolve(FOLDER));
  }

  @Override
  public void load() {
    service.load();
  }

  @Override
  public void routes(Api api) {
    new ClosingRoutes(context.campaign(), service, requests, archives, work, context).mount(api);
  }
}
