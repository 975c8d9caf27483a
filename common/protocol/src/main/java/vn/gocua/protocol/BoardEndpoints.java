package vn.gocua.protocol;

/** The live counters. */
public final class BoardEndpoints {
  public static final Endpoint<Void, Void> BOARD = Endpoint.get("/api/v1/board");
  public static final Endpoint<Void, Void> STREAM = Endpoint.get("/api/v1/board/stream");
  public static final Endpoint<Void, Void> RECOUNT = Endpoint.get("/api/v1/recount");

  private BoardEndpoints() {}
}
