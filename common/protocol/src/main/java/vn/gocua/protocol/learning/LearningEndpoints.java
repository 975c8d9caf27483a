package vn.gocua.protocol.learning;

import vn.gocua.protocol.endpoint.Endpoint;
import vn.gocua.protocol.help.TicketSecret;

/** Classes and seats in them. */
public final class LearningEndpoints {
  public static final Endpoint<Void, ClassList> READ =
      Endpoint.get("/api/v1/classes").answers(ClassList.class);
  public static final Endpoint<ClassOrder, ClassList.Row> SCHEDULE =
      Endpoint.post("/api/v1/classes").takes(ClassOrder.class).answers(ClassList.Row.class);
  public static final Endpoint<ClassChange, ClassList.Row> CHANGE =
      Endpoint.post("/api/v1/classes/{class}/change")
          .takes(ClassChange.class)
          .answers(ClassList.Row.class);
  public static final Endpoint<Void, ClassList.Row> CANCEL =
      Endpoint.post("/api/v1/classes/{class}/cancel").answers(ClassList.Row.class);
  public static final Endpoint<SeatOrder, SeatReceipt> ENROL =
      Endpoint.post("/api/v1/classes/{class}/enrolments")
          .takes(SeatOrder.class)
          .answers(SeatReceipt.class);
  public static final Endpoint<Void, LearnerList> ENROLMENTS =
      Endpoint.get("/api/v1/classes/{class}/enrolments").answers(LearnerList.class);
  public static final Endpoint<TicketSecret, ClassList.Row> CANCEL_SEAT =
      Endpoint.post("/api/v1/classes/{class}/enrolments/{enrolment}/withdraw")
          .takes(TicketSecret.class)
          .answers(ClassList.Row.class);

  private LearningEndpoints() {}
}
