package vn.gocua.engine.guides;

import io.vertx.ext.web.Router;
import java.util.List;
import vn.gocua.engine.feature.CampaignContext;
import vn.gocua.engine.feature.Feature;

/** Guides, wired. */
public record GuidesFeature(CampaignContext context, List<Guide> guides) implements Feature {
  @Override
  public void mount(Router router, Loop loop) {
    new GuideRoutes(guides, context.campaign().name(), context.settings().publicUrl())
        .mount(router);
  }
}
