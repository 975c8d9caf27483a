package vn.gocua.engine;

import io.vertx.ext.web.Router;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import vn.gocua.engine.board.Board;
import vn.gocua.engine.clock.EngineClock;
import vn.gocua.engine.export.ExportLog;
import vn.gocua.engine.report.Letterhead;
import vn.gocua.engine.report.NightlyReports;
import vn.gocua.engine.report.ReportFiles;
import vn.gocua.engine.report.ReportRoutes;
import vn.gocua.engine.report.Reporter;
import vn.gocua.engine.training.TrainingReported.Unit;

/** Reports, wired. */
final class Reports implements Feature {
  private static final String FOLDER = "reports";

  private final Ground ground;
  private final ExportLog exports;
  private final Reporter reporter;
  private final ReportFiles files;

  /**
   * @param training how far the training of staff has come
   */
  Reports(
      Ground ground,
      Board board,
      Letterhead letterhead,
      Supplier<List<Unit>> training,
      ExportLog exports) {
    this.ground = ground;
    this.exports = exports;
    boolean rehearsal = ground.settings().rehearsal();
    reporter = new Reporter(ground.campaign(), board, training, ground.clock(), rehearsal);
    files = new ReportFiles(letterhead);
    if (!rehearsal) {
      NightlyReports nightly =
          new NightlyReports(
              ground.campaign(),
              reporter,
              files,
              ground.settings().data().resolve(FOLDER),
              ground.clock());
      ground
          .closer()
          .schedule("reports")
          .every(
              Duration.ofMinutes(1),
              Duration.ofMinutes(5),
              () -> catchUp(nightly, ground.engineClock()));
    }
  }

  Reporter reporter() {
    return reporter;
  }

  ReportFiles files() {
    return files;
  }

  /** A report of a day that isn't over would stand in the folder for ever. */
  private static void catchUp(NightlyReports nightly, EngineClock clock) {
    if (clock.isSure()) {
      nightly.catchUp();
    }
  }

  @Override
  public void mount(Router router, Loop loop) {
    new ReportRoutes(
            ground.campaign(),
            reporter,
            files,
            exports,
            loop.guard(),
            loop.blocking(),
            ground.clock())
        .mount(router);
  }
}
