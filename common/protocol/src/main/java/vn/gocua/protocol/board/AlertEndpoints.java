package vn.gocua.protocol.board;

import vn.gocua.protocol.endpoint.Endpoint;

/** Alerts that leaders have seen to. */
public final class AlertEndpoints {
  public static final Endpoint<Void, AcknowledgedAlerts> READ =
      Endpoint.get("/api/v1/acknowledgements").answers(AcknowledgedAlerts.class);
  public static final Endpoint<AlertKey, AcknowledgedAlerts> ACKNOWLEDGE =
      Endpoint.post("/api/v1/acknowledgements")
          .takes(AlertKey.class)
          .answers(AcknowledgedAlerts.class);
  public static final Endpoint<AlertKey, AcknowledgedAlerts> REOPEN =
      Endpoint.post("/api/v1/acknowledgements/reopen")
          .takes(AlertKey.class)
          .answers(AcknowledgedAlerts.class);

  private AlertEndpoints() {}
}
