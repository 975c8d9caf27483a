package vn.gocua.protocol;

/** Figures by day and by hour. */
public final class StatsEndpoints {
  public static final Endpoint<Void, Void> DAYS = Endpoint.get("/api/v1/stats");
  public static final Endpoint<Void, Void> HOURS = Endpoint.get("/api/v1/stats/hours");

  private StatsEndpoints() {}
}
