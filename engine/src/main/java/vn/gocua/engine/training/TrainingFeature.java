package vn.gocua.engine.training;

import vn.gocua.engine.feature.CampaignContext;
import vn.gocua.engine.feature.Feature;
import vn.gocua.engine.http.api.Api;

/** The training of staff, wired. */
public final class TrainingFeature implements Feature {
  private final TrainingDesk desk;

  public TrainingFeature(CampaignContext context) {
    desk = new TrainingDesk(context.campaign().id(), context.journal(), context.commit());
  }

  public TrainingDesk desk() {
    return desk;
  }

  @Override
  public void routes(Api api) {
    new TrainingRoutes(desk).mount(api);
  }
}
