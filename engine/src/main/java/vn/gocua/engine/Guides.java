package vn.gocua.engine;

import io.vertx.ext.web.Router;
import java.util.List;
import vn.gocua.engine.guides.Guide;
import vn.gocua.engine.guides.GuideRoutes;

/** Guides, wired. */
record Guides(Ground ground, List<Guide> guides) implements Feature {
  @Override
  public void mount(Router router, Loop loop) {
    new GuideRoutes(guides, ground.campaign().name(), ground.settings().publicUrl()).mount(router);
  }
}
