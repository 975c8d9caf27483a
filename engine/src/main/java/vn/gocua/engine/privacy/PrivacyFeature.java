package vn.gocua.engine.privacy;

import java.util.List;
import vn.gocua.engine.feature.CampaignContext;
import vn.gocua.engine.feature.Feature;
import vn.gocua.engine.help.HelpFeature;
import vn.gocua.engine.http.api.Api;
import vn.gocua.engine.learning.LearningFeature;

/** Erasure on a person's request. */
public record PrivacyFeature(CampaignContext context, HelpFeature help, List<Erasable> everywhere)
    implements Feature {
  public static PrivacyFeature of(
      CampaignContext context, HelpFeature help, LearningFeature learning) {
    return new PrivacyFeature(
        context, help, List.of(help.supervision()::eraseByPhone, learning.jobs()::eraseByPhone));
  }

  @Override
  public void routes(Api api) {
    new ErasureRoutes(help.supervision(), everywhere).mount(api);
  }
}
