package vn.gocua.engine.readings;

import vn.gocua.engine.cluster.Channel;
import vn.gocua.engine.feature.CampaignContext;
import vn.gocua.engine.feature.Feature;
import vn.gocua.engine.http.api.Api;
import vn.gocua.engine.vault.AccessLog;

/** Limits on reading personal data, which all engines of a cluster agree on. */
public final class ReadingsFeature implements Feature {
  private final CampaignContext context;
  private final AccessLog readings;

  /**
   * @param refused called when somebody has read as much as is allowed
   */
  public ReadingsFeature(CampaignContext context, Runnable refused) {
    this.context = context;
    this.readings = context.readings();
    Channel<String> recorded =
        context.repositories().channels().text("readings/" + context.campaign().id());
    readings.onRecorded(recorded::publish);
    readings.onRefused(refused);
    recorded.subscribeToOthers(
        reader -> context.blocking().execute(() -> readings.catchUp(reader)),
        () -> context.blocking().execute(readings::load));
  }

  /** Reads the records of earlier runs. */
  @Override
  public void load() {
    readings.load();
  }

  /** Number of readers who are near a limit. Does not block. */
  public int near() {
    return readings.standings(context.clock().instant()).size();
  }

  @Override
  public void routes(Api api) {
    new ReadingsRoutes(context.campaign(), readings).mount(api);
  }
}
