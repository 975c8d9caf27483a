package vn.gocua.protocol;

import vn.gocua.protocol.body.NoFields;
import vn.gocua.protocol.help.Cancellation;
import vn.gocua.protocol.help.HelpOrder;
import vn.gocua.protocol.help.OwnTicket;
import vn.gocua.protocol.help.Reassignment;
import vn.gocua.protocol.help.TicketChange;
import vn.gocua.protocol.help.TicketPin;
import vn.gocua.protocol.help.TicketRating;
import vn.gocua.protocol.help.TicketSecret;
import vn.gocua.protocol.help.VisitReport;

/** Requests for help, by those who ask and those who help. */
public final class HelpEndpoints {
  public static final Endpoint<HelpOrder, Void> ASK =
      Endpoint.post("/api/v1/help-requests").takes(HelpOrder.class);
  public static final Endpoint<Void, Void> READ = Endpoint.get("/api/v1/help-requests");
  public static final Endpoint<Void, Void> STREAM = Endpoint.get("/api/v1/help-requests/stream");
  public static final Endpoint<Void, Void> FIND = Endpoint.get("/api/v1/help-requests/{code}");
  public static final Endpoint<Void, Void> CONTACT =
      Endpoint.get("/api/v1/help-requests/{code}/contact");
  public static final Endpoint<NoFields, Void> CLAIM =
      Endpoint.post("/api/v1/help-requests/{code}/claim").takes(NoFields.class);
  public static final Endpoint<NoFields, Void> RELEASE =
      Endpoint.post("/api/v1/help-requests/{code}/release").takes(NoFields.class);
  public static final Endpoint<VisitReport, Void> CLOSE =
      Endpoint.post("/api/v1/help-requests/{code}/close").takes(VisitReport.class);
  public static final Endpoint<TicketPin, Void> UNLOCK =
      Endpoint.post("/api/v1/help-requests/{code}/unlock").takes(TicketPin.class);
  public static final Endpoint<TicketChange, Void> CHANGE =
      Endpoint.post("/api/v1/help-requests/{code}/change").takes(TicketChange.class);
  public static final Endpoint<TicketSecret, Void> WITHDRAW =
      Endpoint.post("/api/v1/help-requests/{code}/withdraw").takes(TicketSecret.class);
  public static final Endpoint<TicketRating, Void> RATE =
      Endpoint.post("/api/v1/help-requests/{code}/rating").takes(TicketRating.class);
  public static final Endpoint<Reassignment, Void> REASSIGN =
      Endpoint.post("/api/v1/help-requests/{code}/reassign").takes(Reassignment.class);
  public static final Endpoint<Cancellation, Void> CANCEL =
      Endpoint.post("/api/v1/help-requests/{code}/cancel").takes(Cancellation.class);
  public static final Endpoint<OwnTicket, Void> OWN_TICKET =
      Endpoint.post("/api/v1/tickets").takes(OwnTicket.class);
  public static final Endpoint<OwnTicket, Void> WITHDRAW_OWN_TICKET =
      Endpoint.post("/api/v1/tickets/withdraw").takes(OwnTicket.class);
  public static final Endpoint<Void, Void> TICKET_PAGE = Endpoint.get("/t");

  private HelpEndpoints() {}
}
