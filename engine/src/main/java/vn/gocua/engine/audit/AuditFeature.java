package vn.gocua.engine.audit;

import vn.gocua.engine.export.ExportLog;
import vn.gocua.engine.feature.CampaignContext;
import vn.gocua.engine.feature.Feature;
import vn.gocua.engine.http.api.Api;

/** Who did what when, wired. */
public final class AuditFeature implements Feature {
  private final CampaignContext context;
  private final ExportLog log;
  private final AuditTrail trail;

  public AuditFeature(CampaignContext context, ExportLog log) {
    this.context = context;
    this.log = log;
    this.trail = new AuditTrail(context.campaign().id(), context.journal());
  }

  @Override
  public void routes(Api api) {
    new AuditRoutes(context.campaign().zone(), trail, log).mount(api);
  }
}
