package vn.gocua.protocol.content;

import vn.gocua.protocol.endpoint.Endpoint;

/** Screens that show the campaign. */
public final class ScreenEndpoints {
  public static final Endpoint<ScreenPresence, ScreenList.Row> PRESENT =
      Endpoint.post("/api/v1/screens").takes(ScreenPresence.class).answers(ScreenList.Row.class);
  public static final Endpoint<Void, ScreenList> READ =
      Endpoint.get("/api/v1/screens").answers(ScreenList.class);
  public static final Endpoint<ScreenAcceptance, ScreenList.Row> ACCEPT =
      Endpoint.post("/api/v1/screens/{screen}/accept")
          .takes(ScreenAcceptance.class)
          .answers(ScreenList.Row.class);
  public static final Endpoint<Void, Void> REVOKE = Endpoint.delete("/api/v1/screens/{screen}");

  private ScreenEndpoints() {}
}
