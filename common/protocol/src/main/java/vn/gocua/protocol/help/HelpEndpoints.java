package vn.gocua.protocol.help;

import vn.gocua.protocol.body.NoFields;
import vn.gocua.protocol.endpoint.Endpoint;

/** Help requests, for residents, teams and leaders. */
public final class HelpEndpoints {
  public static final Endpoint<HelpOrder, TicketReceipt> ASK =
      Endpoint.post("/api/v1/help-requests").takes(HelpOrder.class).answers(TicketReceipt.class);
  public static final Endpoint<Void, HelpRequestList> READ =
      Endpoint.get("/api/v1/help-requests").answers(HelpRequestList.class);
  public static final Endpoint<Void, Void> STREAM = Endpoint.get("/api/v1/help-requests/stream");
  public static final Endpoint<Void, HelpRequestList.Row> FIND =
      Endpoint.get("/api/v1/help-requests/{code}").answers(HelpRequestList.Row.class);
  public static final Endpoint<Void, ContactInfo> CONTACT =
      Endpoint.get("/api/v1/help-requests/{code}/contact").answers(ContactInfo.class);
  public static final Endpoint<NoFields, HelpRequestList.Row> CLAIM =
      Endpoint.post("/api/v1/help-requests/{code}/claim")
          .takes(NoFields.class)
          .answers(HelpRequestList.Row.class);
  public static final Endpoint<NoFields, HelpRequestList.Row> RELEASE =
      Endpoint.post("/api/v1/help-requests/{code}/release")
          .takes(NoFields.class)
          .answers(HelpRequestList.Row.class);
  public static final Endpoint<VisitReport, HelpRequestList.Row> CLOSE =
      Endpoint.post("/api/v1/help-requests/{code}/close")
          .takes(VisitReport.class)
          .answers(HelpRequestList.Row.class);
  public static final Endpoint<TicketPin, TicketSecret> UNLOCK =
      Endpoint.post("/api/v1/help-requests/{code}/unlock")
          .takes(TicketPin.class)
          .answers(TicketSecret.class);
  public static final Endpoint<TicketChange, HelpRequestList.Row> CHANGE =
      Endpoint.post("/api/v1/help-requests/{code}/change")
          .takes(TicketChange.class)
          .answers(HelpRequestList.Row.class);
  public static final Endpoint<TicketSecret, HelpRequestList.Row> WITHDRAW =
      Endpoint.post("/api/v1/help-requests/{code}/withdraw")
          .takes(TicketSecret.class)
          .answers(HelpRequestList.Row.class);
  public static final Endpoint<TicketRating, HelpRequestList.Row> RATE =
      Endpoint.post("/api/v1/help-requests/{code}/rating")
          .takes(TicketRating.class)
          .answers(HelpRequestList.Row.class);
  public static final Endpoint<Reassignment, HelpRequestList.Row> REASSIGN =
      Endpoint.post("/api/v1/help-requests/{code}/reassign")
          .takes(Reassignment.class)
          .answers(HelpRequestList.Row.class);
  public static final Endpoint<Cancellation, HelpRequestList.Row> CANCEL =
      Endpoint.post("/api/v1/help-requests/{code}/cancel")
          .takes(Cancellation.class)
          .answers(HelpRequestList.Row.class);
  public static final Endpoint<NoFields, HelpRequestList.Row> FINISH =
      Endpoint.post("/api/v1/help-requests/{code}/finish")
          .takes(NoFields.class)
          .answers(HelpRequestList.Row.class);
  public static final Endpoint<OwnTicket, HelpRequestList.Row> OWN_TICKET =
      Endpoint.post("/api/v1/tickets").takes(OwnTicket.class).answers(HelpRequestList.Row.class);
  public static final Endpoint<OwnTicket, HelpRequestList.Row> WITHDRAW_OWN_TICKET =
      Endpoint.post("/api/v1/tickets/withdraw")
          .takes(OwnTicket.class)
          .answers(HelpRequestList.Row.class);
  public static final Endpoint<OwnTicket, OwnData> OWN_DATA =
      Endpoint.post("/api/v1/tickets/data").takes(OwnTicket.class).answers(OwnData.class);
  public static final Endpoint<OwnTicket, HelpRequestList.Row> WITHDRAW_OWN_GROUPS =
      Endpoint.post("/api/v1/tickets/withdraw-groups")
          .takes(OwnTicket.class)
          .answers(HelpRequestList.Row.class);
  public static final Endpoint<NoFields, HelpRequestList.Row> WITHDRAW_GROUPS =
      Endpoint.post("/api/v1/help-requests/{code}/withdraw-groups")
          .takes(NoFields.class)
          .answers(HelpRequestList.Row.class);
  public static final Endpoint<Void, Void> TICKET_PAGE = Endpoint.get("/t");

  private HelpEndpoints() {}
}
