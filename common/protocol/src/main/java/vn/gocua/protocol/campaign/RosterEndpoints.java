package vn.gocua.protocol.campaign;

import java.io.InputStream;
import vn.gocua.protocol.endpoint.Endpoint;

/** The list of teams and members. */
public final class RosterEndpoints {
  public static final Endpoint<Void, RosterInfo> READ =
      Endpoint.get("/api/v1/roster").answers(RosterInfo.class);
  public static final Endpoint<Void, InputStream> XLSX =
      Endpoint.get("/api/v1/roster.xlsx").answers(InputStream.class);
  public static final Endpoint<Void, InputStream> CSV =
      Endpoint.get("/api/v1/roster.csv").answers(InputStream.class);
  public static final Endpoint<InputStream, RosterInfo.Preview> PREVIEW =
      Endpoint.post("/api/v1/roster/previews")
          .takes(InputStream.class)
          .answers(RosterInfo.Preview.class);
  public static final Endpoint<RosterOrder, RosterInfo> CHANGE =
      Endpoint.post("/api/v1/roster/changes").takes(RosterOrder.class).answers(RosterInfo.class);

  private RosterEndpoints() {}
}
