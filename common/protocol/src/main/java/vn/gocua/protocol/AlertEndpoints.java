package vn.gocua.protocol;

import vn.gocua.protocol.board.AlertKey;

/** Alerts that leaders have seen to. */
public final class AlertEndpoints {
  public static final Endpoint<Void, Void> READ = Endpoint.get("/api/v1/acknowledgements");
  public static final Endpoint<AlertKey, Void> ACKNOWLEDGE =
      Endpoint.post("/api/v1/acknowledgements").takes(AlertKey.class);
  public static final Endpoint<AlertKey, Void> REOPEN =
      Endpoint.post("/api/v1/acknowledgements/reopen").takes(AlertKey.class);

  private AlertEndpoints() {}
}
