package vn.gocua.protocol.board;

import vn.gocua.protocol.endpoint.Endpoint;

/** Figures by day and by hour. */
public final class StatsEndpoints {
  public static final Endpoint<Void, StatsByDay> DAYS =
      Endpoint.get("/api/v1/stats").answers(StatsByDay.class);
  public static final Endpoint<Void, StatsByHour> HOURS =
      Endpoint.get("/api/v1/stats/hours").answers(StatsByHour.class);

  private StatsEndpoints() {}
}
