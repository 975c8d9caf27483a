package vn.gocua.protocol;

/** Check-ins: of phones, of leaders, and from backups. */
public final class CheckInEndpoints {
  public static final Endpoint<Void, Void> SUBMIT = Endpoint.post("/api/v1/check-ins");
  public static final Endpoint<Void, Void> LATEST = Endpoint.get("/api/v1/check-ins");
  public static final Endpoint<Void, Void> VOID = Endpoint.post("/api/v1/check-ins/{id}/void");
  public static final Endpoint<Void, Void> ENTER = Endpoint.post("/api/v1/teams/{team}/check-ins");
  public static final Endpoint<Void, Void> TAKE_BACKUP =
      Endpoint.post("/api/v1/teams/{team}/backups");

  private CheckInEndpoints() {}
}
