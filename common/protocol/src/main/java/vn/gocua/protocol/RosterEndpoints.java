package vn.gocua.protocol;

import vn.gocua.protocol.campaign.RosterOrder;

/** The list of teams and members. */
public final class RosterEndpoints {
  public static final Endpoint<Void, Void> READ = Endpoint.get("/api/v1/roster");
  public static final Endpoint<Void, Void> XLSX = Endpoint.get("/api/v1/roster.xlsx");
  public static final Endpoint<Void, Void> CSV = Endpoint.get("/api/v1/roster.csv");
  public static final Endpoint<Void, Void> PREVIEW = Endpoint.post("/api/v1/roster/previews");
  public static final Endpoint<RosterOrder, Void> CHANGE =
      Endpoint.post("/api/v1/roster/changes").takes(RosterOrder.class);

  private RosterEndpoints() {}
}
