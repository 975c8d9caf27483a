package vn.gocua.engine.guides;

import java.util.List;
import vn.gocua.engine.feature.CampaignContext;
import vn.gocua.engine.feature.Feature;
import vn.gocua.engine.http.api.Api;

/** Wires guides. */
public record GuidesFeature(CampaignContext context, List<Guide> guides) implements Feature {
  @Override
  public void routes(Api api) {
    new GuideRoutes(guides, context.campaign().name(), context.settings().publicUrl()).mount(api);
  }
}
