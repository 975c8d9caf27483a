package vn.gocua.engine.board;

import java.time.Duration;
import java.util.List;
import java.util.function.IntConsumer;
import vn.gocua.engine.board.BoardSource.Everybody;
import vn.gocua.engine.checkin.event.Tally;
import vn.gocua.engine.feature.CampaignContext;
import vn.gocua.engine.feature.Feature;
import vn.gocua.engine.http.api.Api;
import vn.gocua.engine.http.sse.Rhythm;
import vn.gocua.engine.http.sse.SseHub;
import vn.gocua.engine.live.LiveView;

/** The board, wired. */
public final class BoardFeature implements Feature {
  static final Rhythm RHYTHM = Rhythm.of(Duration.ofSeconds(2));

  private final CampaignContext context;
  private final Board board;
  private final NoticeSource notices;
  private final Recount recount;
  private final String run;
  private final IntConsumer crowd;

  /**
   * @param notices said to viewers beside the counters
   * @param run names this run of this engine
   * @param crowd told when a viewer comes (1) or leaves (−1)
   */
  public BoardFeature(
      CampaignContext context,
      Board board,
      LiveView<Tally> live,
      NoticeSource notices,
      String run,
      IntConsumer crowd) {
    this.context = context;
    this.board = board;
    this.notices = notices;
    this.recount = new Recount(context.campaign(), context.journal(), live, board);
    this.run = run;
    this.crowd = crowd;
  }

  @Override
  public void routes(Api api) {
    BoardSource source = new BoardSource(board, context.clock(), run);
    SseHub<Everybody> hub =
        new SseHub<>(
            api.vertx(), RHYTHM, List.of(source, new NoticeFrames(notices)), source::beat, crowd);
    board.onChange(hub::changed);
    new BoardRoutes(board, hub, recount).mount(api);
    new TeamRoutes(context.campaign(), board).mount(api);
  }
}
