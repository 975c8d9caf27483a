package vn.gocua.engine.training;

import vn.gocua.engine.feature.CampaignContext;
import vn.gocua.engine.feature.Feature;
import vn.gocua.engine.http.api.Api;

/** Wires the training of staff. */
public final class TrainingFeature implements Feature {
  private final TrainingService service;

  public TrainingFeature(CampaignContext context) {
    service = new TrainingService(context.repositories());
  }

  public TrainingService service() {
    return service;
  }

  @Override
  public void load() {
    service.load();
  }

  @Override
  public void routes(Api api) {
    new TrainingRoutes(service).mount(api);
  }
}
