package vn.gocua.protocol;

/** Requests for help, by those who ask and those who help. */
public final class HelpEndpoints {
  public static final Endpoint<Void, Void> ASK = Endpoint.post("/api/v1/help-requests");
  public static final Endpoint<Void, Void> READ = Endpoint.get("/api/v1/help-requests");
  public static final Endpoint<Void, Void> STREAM = Endpoint.get("/api/v1/help-requests/stream");
  public static final Endpoint<Void, Void> FIND = Endpoint.get("/api/v1/help-requests/{code}");
  public static final Endpoint<Void, Void> CONTACT =
      Endpoint.get("/api/v1/help-requests/{code}/contact");
  public static final Endpoint<Void, Void> CLAIM =
      Endpoint.post("/api/v1/help-requests/{code}/claim");
  public static final Endpoint<Void, Void> RELEASE =
      Endpoint.post("/api/v1/help-requests/{code}/release");
  public static final Endpoint<Void, Void> CLOSE =
      Endpoint.post("/api/v1/help-requests/{code}/close");
  public static final Endpoint<Void, Void> UNLOCK =
      Endpoint.post("/api/v1/help-requests/{code}/unlock");
  public static final Endpoint<Void, Void> CHANGE =
      Endpoint.post("/api/v1/help-requests/{code}/change");
  public static final Endpoint<Void, Void> WITHDRAW =
      Endpoint.post("/api/v1/help-requests/{code}/withdraw");
  public static final Endpoint<Void, Void> RATE =
      Endpoint.post("/api/v1/help-requests/{code}/rating");
  public static final Endpoint<Void, Void> REASSIGN =
      Endpoint.post("/api/v1/help-requests/{code}/reassign");
  public static final Endpoint<Void, Void> CANCEL =
      Endpoint.post("/api/v1/help-requests/{code}/cancel");
  public static final Endpoint<Void, Void> OWN_TICKET = Endpoint.post("/api/v1/tickets");
  public static final Endpoint<Void, Void> WITHDRAW_OWN_TICKET =
      Endpoint.post("/api/v1/tickets/withdraw");
  public static final Endpoint<Void, Void> TICKET_PAGE = Endpoint.get("/t");

  private HelpEndpoints() {}
}
