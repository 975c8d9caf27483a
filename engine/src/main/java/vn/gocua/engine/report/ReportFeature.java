package vn.gocua.engine.report;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import vn.gocua.base.time.Schedule;
import vn.gocua.engine.board.Board;
import vn.gocua.engine.clock.EngineClock;
import vn.gocua.engine.export.ExportLog;
import vn.gocua.engine.feature.CampaignContext;
import vn.gocua.engine.feature.Feature;
import vn.gocua.engine.http.api.Api;
import vn.gocua.engine.training.TrainingReported.Unit;

/** Wires reports. */
public final class ReportFeature implements Feature {
  private static final String FOLDER = "reports";

  private final CampaignContext context;
  private final ExportLog exports;
  private final ReportBuilder builder;
  private final ReportFiles files;

  /**
   * @param training state of the staff's training
   */
  public ReportFeature(
      CampaignContext context,
      Board board,
      Letterhead letterhead,
      Supplier<List<Unit>> training,
      ExportLog exports) {
    this.context = context;
    this.exports = exports;
    boolean rehearsal = context.settings().rehearsal();
    builder = new ReportBuilder(context.campaign(), board, training, context.clock(), rehearsal);
    files = new ReportFiles(letterhead);
  }

  @Override
  public void schedule(Schedule schedule) {
    if (!context.settings().rehearsal()) {
      NightlyReports nightly =
          new NightlyReports(
              context.campaign(),
              builder,
              files,
              context.settings().data().resolve(FOLDER),
              context.clock());
      var _ =
          schedule.every(
              "reports",
              Duration.ofMinutes(1),
              Duration.ofMinutes(5),
              () -> catchUp(nightly, context.engineClock()));
    }
  }

  public ReportBuilder builder() {
    return builder;
  }

  public ReportFiles files() {
    return files;
  }

  /** Skips a day that is not over: its report would stay in the folder for ever. */
  private static void catchUp(NightlyReports nightly, EngineClock clock) {
    if (clock.isSure()) {
      nightly.catchUp();
    }
  }

  @Override
  public void routes(Api api) {
    new ReportRoutes(context.campaign(), builder, files, exports).mount(api);
  }
}
