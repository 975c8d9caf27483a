package vn.gocua.engine.board;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import vn.gocua.engine.access.RouterGuard;
import vn.gocua.engine.board.BoardSource.Everybody;
import vn.gocua.engine.http.json.ApiJson;
import vn.gocua.engine.http.sse.SseHub;

/** The board, its stream, and the recount. */
final class BoardRoutes {
  private final Board board;
  private final SseHub<Everybody> hub;
  private final Recount recount;
  private final RouterGuard guard;
  private final RouterGuard.Blocking blocking;
  private final Clock clock;

  /**
   * @param clock the campaign's time
   */
  BoardRoutes(
      Board board,
      SseHub<Everybody> hub,
      Recount recount,
      RouterGuard guard,
      RouterGuard.Blocking blocking,
      Clock clock) {
    this.board = board;
    this.hub = hub;
    this.recount = recount;
    this.guard = guard;
    this.blocking = blocking;
    this.clock = clock;
  }

  public void mount(Router router) {
    router.get("/api/v1/board").handler(this::board);
    router.get("/api/v1/board/stream").handler(ctx -> hub.serve(ctx, null, Everybody.EVERYBODY));
    router.get("/api/v1/recount").handler(ctx -> guard.leader(ctx, (c, _) -> recount(c)));
  }

  private void board(RoutingContext ctx) {
    ApiJson.answer(ctx, 200, board.whole(clock.instant()).view());
  }

  private void recount(RoutingContext ctx) {
    blocking
        .run(recount::run)
        .onSuccess(result -> ApiJson.answer(ctx, 200, result))
        .onFailure(ctx::fail);
  }
}
