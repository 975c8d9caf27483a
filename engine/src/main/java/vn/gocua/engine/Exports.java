package vn.gocua.engine;

import io.vertx.ext.web.Router;
import vn.gocua.engine.export.CheckInRows;
import vn.gocua.engine.export.ExportLog;
import vn.gocua.engine.export.ExportRoutes;
import vn.gocua.engine.export.UnderWay;

/** Check-ins as files, wired. */
final class Exports implements Feature {
  private final Ground ground;
  private final CheckInRows rows;
  private final ExportLog log;
  private final UnderWay underWay = new UnderWay();

  Exports(Ground ground, ExportLog log) {
    this.ground = ground;
    this.log = log;
    this.rows = new CheckInRows(ground.campaign(), ground.journal());
  }

  @Override
  public void mount(Router router, Loop loop) {
    new ExportRoutes(
            ground.campaign(), rows, log, underWay, loop.guard(), loop.blocking(), ground.clock())
        .mount(router);
  }
}
