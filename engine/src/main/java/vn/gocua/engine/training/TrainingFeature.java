package vn.gocua.engine.training;

import io.vertx.ext.web.Router;
import vn.gocua.engine.feature.CampaignContext;
import vn.gocua.engine.feature.Feature;

/** The training of staff, wired. */
public final class TrainingFeature implements Feature {
  private final CampaignContext context;
  private final TrainingDesk desk;

  public TrainingFeature(CampaignContext context) {
    this.context = context;
    desk = new TrainingDesk(context.campaign().id(), context.journal(), context.commit());
  }

  public TrainingDesk desk() {
    return desk;
  }

  @Override
  public void mount(Router router, Loop loop) {
    new TrainingRoutes(desk, loop.guard(), loop.blocking(), context.clock()).mount(router);
  }
}
