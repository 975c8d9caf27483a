package vn.gocua.engine.audit;

import io.vertx.ext.web.Router;
import vn.gocua.engine.export.ExportLog;
import vn.gocua.engine.feature.CampaignContext;
import vn.gocua.engine.feature.Feature;

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
  public void mount(Router router, Loop loop) {
    new AuditRoutes(
            context.campaign().zone(), trail, log, loop.guard(), loop.blocking(), context.clock())
        .mount(router);
  }
}
