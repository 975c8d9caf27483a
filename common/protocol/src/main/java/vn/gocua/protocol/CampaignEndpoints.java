package vn.gocua.protocol;

import vn.gocua.protocol.campaign.ClockReading;
import vn.gocua.protocol.campaign.ClosingOrder;
import vn.gocua.protocol.campaign.NextCampaignOrder;

/** The campaign, its teams, and how it ends. */
public final class CampaignEndpoints {
  public static final Endpoint<Void, Void> CAMPAIGN = Endpoint.get("/api/v1/campaign");
  public static final Endpoint<Void, Void> TEAM = Endpoint.get("/api/v1/teams/{team}");
  public static final Endpoint<Void, Void> CLOSING = Endpoint.get("/api/v1/campaign/closing");
  public static final Endpoint<ClosingOrder, Void> CLOSE =
      Endpoint.post("/api/v1/campaign/close").takes(ClosingOrder.class);
  public static final Endpoint<Void, Void> REOPEN = Endpoint.post("/api/v1/campaign/reopen");
  public static final Endpoint<Void, Void> ARCHIVE = Endpoint.post("/api/v1/campaign/archives");
  public static final Endpoint<Void, Void> FETCH_ARCHIVE =
      Endpoint.get("/api/v1/campaign/archives/{file}");
  public static final Endpoint<NextCampaignOrder, Void> PREPARE_NEXT =
      Endpoint.post("/api/v1/campaign/next").takes(NextCampaignOrder.class);
  public static final Endpoint<ClockReading, Void> CONFIRM_CLOCK =
      Endpoint.post("/api/v1/clock/confirmation").takes(ClockReading.class);

  private CampaignEndpoints() {}
}
