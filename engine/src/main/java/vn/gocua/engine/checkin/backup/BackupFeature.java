package vn.gocua.engine.checkin.backup;

import vn.gocua.engine.checkin.CheckInFeature;
import vn.gocua.engine.checkin.CheckInMeter;
import vn.gocua.engine.feature.CampaignContext;
import vn.gocua.engine.feature.Feature;
import vn.gocua.engine.http.api.Api;

/** Wires backups of phones that could not send. */
public record BackupFeature(CampaignContext context, CheckInFeature checkIns, CheckInMeter meter)
    implements Feature {
  @Override
  public void routes(Api api) {
    new BackupRoutes(context.campaign(), checkIns.service(), checkIns.voids(), meter).mount(api);
  }
}
