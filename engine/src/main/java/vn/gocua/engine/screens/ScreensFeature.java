package vn.gocua.engine.screens;

import java.time.Instant;
import vn.gocua.engine.feature.CampaignContext;
import vn.gocua.engine.feature.Feature;
import vn.gocua.engine.http.api.Api;

/** Wires screens of the residents' kiosk. */
public final class ScreensFeature implements Feature {
  private final CampaignContext context;
  private final ScreenService service;

  public ScreensFeature(CampaignContext context) {
    this.context = context;
    service = new ScreenService(context.repositories(), context.vault(), System::nanoTime);
  }

  /** Revokes every serving screen; returns their number. */
  public int forgetAll(Instant at) {
    return service.forgetAll(at);
  }

  @Override
  public void load() {
    service.load();
  }

  @Override
  public void routes(Api api) {
    new ScreenRoutes(service, context.realTime()).mount(api);
  }
}
