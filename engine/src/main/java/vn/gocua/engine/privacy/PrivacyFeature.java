package vn.gocua.engine.privacy;

import io.vertx.ext.web.Router;
import java.util.List;
import vn.gocua.engine.feature.CampaignContext;
import vn.gocua.engine.feature.Feature;
import vn.gocua.engine.help.HelpFeature;
import vn.gocua.engine.learning.LearningFeature;

/** Erasing on somebody's wish, wired. */
public record PrivacyFeature(CampaignContext context, HelpFeature help, List<Erasable> everywhere)
    implements Feature {
  public static PrivacyFeature of(
      CampaignContext context, HelpFeature help, LearningFeature learning) {
    return new PrivacyFeature(
        context, help, List.of(help.supervision()::eraseByPhone, learning.jobs()::eraseByPhone));
  }

  @Override
  public void mount(Router router, Loop loop) {
    new ErasureRoutes(
            help.supervision(), everywhere, loop.guard(), loop.blocking(), context.clock())
        .mount(router);
  }
}
