package vn.gocua.protocol;

import vn.gocua.protocol.content.ScreenAcceptance;
import vn.gocua.protocol.content.ScreenPresence;

/** Screens that show the campaign. */
public final class ScreenEndpoints {
  public static final Endpoint<ScreenPresence, Void> PRESENT =
      Endpoint.post("/api/v1/screens").takes(ScreenPresence.class);
  public static final Endpoint<Void, Void> READ = Endpoint.get("/api/v1/screens");
  public static final Endpoint<ScreenAcceptance, Void> ACCEPT =
      Endpoint.post("/api/v1/screens/{screen}/accept").takes(ScreenAcceptance.class);
  public static final Endpoint<Void, Void> REVOKE = Endpoint.delete("/api/v1/screens/{screen}");

  private ScreenEndpoints() {}
}
