package vn.gocua.engine;

import io.vertx.ext.web.Router;
import vn.gocua.engine.audit.AuditRoutes;
import vn.gocua.engine.audit.AuditTrail;
import vn.gocua.engine.export.ExportLog;

/** Who did what when, wired. */
final class Audit implements Feature {
  private final Ground ground;
  private final ExportLog log;
  private final AuditTrail trail;

  Audit(Ground ground, ExportLog log) {
    this.ground = ground;
    this.log = log;
    this.trail = new AuditTrail(ground.campaign().id(), ground.journal());
  }

  @Override
  public void mount(Router router, Loop loop) {
    new AuditRoutes(
            ground.campaign().zone(), trail, log, loop.guard(), loop.blocking(), ground.clock())
        .mount(router);
  }
}
