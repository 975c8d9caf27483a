package vn.gocua.engine.board;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import vn.gocua.engine.access.Guard;
import vn.gocua.engine.http.json.ApiJson;

/** The board, its stream, and the recount. */
public final class BoardRoutes {
  private final Board board;
  private final BoardStream stream;
  private final Recount recount;
  private final Guard guard;
  private final Guard.Blocking blocking;
  private final Clock clock;

  /**
   * @param clock the campaign's time
   */
  public BoardRoutes(
      Board board,
      BoardStream stream,
      Recount recount,
      Guard guard,
      Guard.Blocking blocking,
      Clock clock) {
    this.board = board;
    this.stream = stream;
    this.recount = recount;
    this.guard = guard;
    this.blocking = blocking;
    this.clock = clock;
  }

  public void mount(Router router) {
    router.get("/api/v1/board").handler(this::board);
    router.get("/api/v1/board/stream").handler(stream::serve);
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
