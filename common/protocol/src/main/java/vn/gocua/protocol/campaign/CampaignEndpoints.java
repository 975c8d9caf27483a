package vn.gocua.protocol.campaign;

import java.io.InputStream;
import vn.gocua.protocol.endpoint.Endpoint;

/** The campaign, its teams, and how it ends. */
public final class CampaignEndpoints {
  public static final Endpoint<Void, CampaignInfo> CAMPAIGN =
      Endpoint.get("/api/v1/campaign").answers(CampaignInfo.class);
  public static final Endpoint<Void, TeamDetails> TEAM =
      Endpoint.get("/api/v1/teams/{team}").answers(TeamDetails.class);
  public static final Endpoint<Void, ClosingInfo> CLOSING =
      Endpoint.get("/api/v1/campaign/closing").answers(ClosingInfo.class);
  public static final Endpoint<ClosingOrder, ClosingInfo> CLOSE =
      Endpoint.post("/api/v1/campaign/close").takes(ClosingOrder.class).answers(ClosingInfo.class);
  public static final Endpoint<Void, ClosingInfo> REOPEN =
      Endpoint.post("/api/v1/campaign/reopen").answers(ClosingInfo.class);
  public static final Endpoint<Void, ClosingInfo> ARCHIVE =
      Endpoint.post("/api/v1/campaign/archives").answers(ClosingInfo.class);
  public static final Endpoint<Void, InputStream> FETCH_ARCHIVE =
      Endpoint.get("/api/v1/campaign/archives/{file}").answers(InputStream.class);
  public static final Endpoint<NextCampaignOrder, InputStream> PREPARE_NEXT =
      Endpoint.post("/api/v1/campaign/next")
          .takes(NextCampaignOrder.class)
          .answers(InputStream.class);
  public static final Endpoint<ClockReading, ClockState> CONFIRM_CLOCK =
      Endpoint.post("/api/v1/clock/confirmation")
          .takes(ClockReading.class)
          .answers(ClockState.class);

  private CampaignEndpoints() {}
}
