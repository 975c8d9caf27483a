package vn.gocua.engine.alerts;

import vn.gocua.engine.feature.CampaignContext;
import vn.gocua.engine.feature.Feature;
import vn.gocua.engine.http.api.Api;

/** Acknowledgements of alerts. */
public final class AlertsFeature implements Feature {
  private final CampaignContext context;
  private final AlertService service;

  public AlertsFeature(CampaignContext context) {
    this.context = context;
    service = new AlertService(context.repositories());
  }

  @Override
  public void load() {
    service.load();
  }

  @Override
  public void routes(Api api) {
    new AlertRoutes(service, context.campaign().zone()).mount(api);
  }
}
