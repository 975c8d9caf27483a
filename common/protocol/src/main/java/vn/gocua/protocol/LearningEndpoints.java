package vn.gocua.protocol;

/** Classes and seats in them. */
public final class LearningEndpoints {
  public static final Endpoint<Void, Void> READ = Endpoint.get("/api/v1/classes");
  public static final Endpoint<Void, Void> SCHEDULE = Endpoint.post("/api/v1/classes");
  public static final Endpoint<Void, Void> CHANGE = Endpoint.post("/api/v1/classes/{class}/change");
  public static final Endpoint<Void, Void> CANCEL = Endpoint.post("/api/v1/classes/{class}/cancel");
  public static final Endpoint<Void, Void> ENROL =
      Endpoint.post("/api/v1/classes/{class}/enrolments");
  public static final Endpoint<Void, Void> ENROLMENTS =
      Endpoint.get("/api/v1/classes/{class}/enrolments");
  public static final Endpoint<Void, Void> CANCEL_SEAT =
      Endpoint.post("/api/v1/classes/{class}/enrolments/{enrolment}/withdraw");

  private LearningEndpoints() {}
}
