package vn.gocua.engine.checkin;

import java.util.function.BooleanSupplier;
import java.util.function.ObjIntConsumer;
import vn.gocua.engine.access.quota.PhoneQuota;
import vn.gocua.engine.feature.CampaignContext;
import vn.gocua.engine.feature.Feature;
import vn.gocua.engine.http.api.Api;

/** Wires check-ins. */
public final class CheckInFeature implements Feature {
  private final CampaignContext context;
  private final PhoneQuota quota;
  private final ObjIntConsumer<String> settled;
  private final CheckInMeter meter;
  private final VoidService voids;
  private final CheckInService service;
  private final CheckInHistory history;

  /**
   * @param quota limits the check-ins that a phone may add
   * @param settled receives a phone and how many of its items have their answer
   * @param severalPhones whether there are other phones to confirm the engine's clock
   */
  public CheckInFeature(
      CampaignContext context,
      PhoneQuota quota,
      ObjIntConsumer<String> settled,
      CheckInMeter meter,
      BooleanSupplier severalPhones) {
    this.context = context;
    this.quota = quota;
    this.settled = settled;
    this.meter = meter;
    voids = new VoidService(context.campaign(), context.journal(), context.commit());
    service =
        new CheckInService(
            context.campaign(),
            context.journal(),
            context.commit(),
            voids,
            context.blocking(),
            context.engineClock(),
            severalPhones);
    history = new CheckInHistory(context.campaign(), context.journal());
  }

  /** Judges check-ins and has the journal take them. */
  public CheckInService service() {
    return service;
  }

  /** Voids check-ins. */
  public VoidService voids() {
    return voids;
  }

  @Override
  public void routes(Api api) {
    new CheckInRoutes(
            context.campaign(),
            service,
            voids,
            history,
            new CheckInRoutes.Phones(quota, settled),
            meter,
            context.engineClock())
        .mount(api);
  }
}
