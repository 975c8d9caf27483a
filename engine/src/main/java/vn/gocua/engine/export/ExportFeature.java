package vn.gocua.engine.export;

import vn.gocua.engine.feature.CampaignContext;
import vn.gocua.engine.feature.Feature;
import vn.gocua.engine.http.api.Api;

/** Wires check-ins as files. */
public final class ExportFeature implements Feature {
  private final CampaignContext context;
  private final CheckInRows rows;
  private final ExportLog log;
  private final ExportProgress progress = new ExportProgress();

  public ExportFeature(CampaignContext context, ExportLog log) {
    this.context = context;
    this.log = log;
    this.rows = new CheckInRows(context.campaign(), context.journal());
  }

  @Override
  public void routes(Api api) {
    new ExportRoutes(context.campaign(), rows, log, progress).mount(api);
  }
}
