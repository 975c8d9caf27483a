package vn.gocua.engine.alerts;

import io.vertx.ext.web.Router;
import vn.gocua.engine.feature.CampaignContext;
import vn.gocua.engine.feature.Feature;

/** Alerts that leaders know of, wired. */
public final class AlertsFeature implements Feature {
  private final CampaignContext context;
  private final AlertDesk desk;

  public AlertsFeature(CampaignContext context) {
    this.context = context;
    desk = new AlertDesk(context.campaign().id(), context.journal(), context.commit());
  }

  @Override
  public void mount(Router router, Loop loop) {
    new AlertRoutes(desk, context.campaign().zone(), loop.guard(), loop.blocking(), context.clock())
        .mount(router);
  }
}
