package vn.gocua.protocol;

import vn.gocua.protocol.help.TicketSecret;
import vn.gocua.protocol.learning.ClassChange;
import vn.gocua.protocol.learning.ClassOrder;
import vn.gocua.protocol.learning.SeatOrder;

/** Classes and seats in them. */
public final class LearningEndpoints {
  public static final Endpoint<Void, Void> READ = Endpoint.get("/api/v1/classes");
  public static final Endpoint<ClassOrder, Void> SCHEDULE =
      Endpoint.post("/api/v1/classes").takes(ClassOrder.class);
  public static final Endpoint<ClassChange, Void> CHANGE =
      Endpoint.post("/api/v1/classes/{class}/change").takes(ClassChange.class);
  public static final Endpoint<Void, Void> CANCEL = Endpoint.post("/api/v1/classes/{class}/cancel");
  public static final Endpoint<SeatOrder, Void> ENROL =
      Endpoint.post("/api/v1/classes/{class}/enrolments").takes(SeatOrder.class);
  public static final Endpoint<Void, Void> ENROLMENTS =
      Endpoint.get("/api/v1/classes/{class}/enrolments");
  public static final Endpoint<TicketSecret, Void> CANCEL_SEAT =
      Endpoint.post("/api/v1/classes/{class}/enrolments/{enrolment}/withdraw")
          .takes(TicketSecret.class);

  private LearningEndpoints() {}
}
