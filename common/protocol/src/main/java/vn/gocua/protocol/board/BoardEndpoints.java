package vn.gocua.protocol.board;

import vn.gocua.protocol.endpoint.Endpoint;

/** The live counters. */
public final class BoardEndpoints {
  public static final Endpoint<Void, BoardMessage> BOARD =
      Endpoint.get("/api/v1/board").answers(BoardMessage.class);
  public static final Endpoint<Void, Void> STREAM = Endpoint.get("/api/v1/board/stream");
  public static final Endpoint<Void, RecountInfo> RECOUNT =
      Endpoint.get("/api/v1/recount").answers(RecountInfo.class);

  private BoardEndpoints() {}
}
