package vn.gocua.engine.board;

import vn.gocua.engine.board.BoardSource.Everybody;
import vn.gocua.engine.http.api.Api;
import vn.gocua.engine.http.sse.SseHub;
import vn.gocua.engine.rights.Permission;
import vn.gocua.protocol.board.BoardEndpoints;

/** The board, its stream, and the recount. */
final class BoardRoutes {
  private final Board board;
  private final SseHub<Everybody> hub;
  private final Recount recount;

  /**
   * @param hub of the event loop that serves these routes
   */
  BoardRoutes(Board board, SseHub<Everybody> hub, Recount recount) {
    this.board = board;
    this.hub = hub;
    this.recount = recount;
  }

  void mount(Api api) {
    api.on(BoardEndpoints.BOARD).everybody().instant(call -> board.whole(call.now()).view());
    api.on(BoardEndpoints.STREAM).everybody().stream(hub, _ -> Everybody.EVERYBODY);
    api.on(BoardEndpoints.RECOUNT).may(Permission.RECOUNT).blocking(_ -> recount.run());
  }
}
