package vn.gocua.engine.campaign.info;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.campaign.EditionFollower;
import vn.gocua.engine.campaign.Target;
import vn.gocua.engine.feature.CampaignContext;
import vn.gocua.engine.feature.Feature;
import vn.gocua.engine.http.api.Api;

/** The campaign's edition and its public description. */
public final class CampaignFeature implements Feature {
  private final CampaignContext context;
  private final Supplier<Target> target;

  /** Null for an engine on its own, whose files always count. */
  private final @Nullable EditionFollower editions;

  /**
   * @param target the current target
   * @param changed runs after another edition was adopted
   */
  public CampaignFeature(CampaignContext context, Supplier<Target> target, Runnable changed) {
    this.context = context;
    this.target = target;
    if (context.engine().nodes().isClustered()) {
      editions = new EditionFollower(context.campaign(), context.repositories());
      editions.onChange(changed);
    } else {
      editions = null;
    }
  }

  @Override
  public void load() {
    if (editions != null) {
      editions.settle();
    }
  }

  @Override
  public void routes(Api api) {
    new CampaignRoutes(context.campaign(), context.settings(), target).mount(api);
  }
}
