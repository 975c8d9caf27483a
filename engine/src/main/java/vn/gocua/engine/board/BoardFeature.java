package vn.gocua.engine.board;

import java.time.Duration;
import java.util.List;
import vn.gocua.base.time.Schedule;
import vn.gocua.engine.board.BoardSource.Everybody;
import vn.gocua.engine.checkin.event.Tally;
import vn.gocua.engine.checkin.event.TallyProjection;
import vn.gocua.engine.cluster.Channel;
import vn.gocua.engine.cluster.Channels;
import vn.gocua.engine.cluster.ClusterNodes.MembershipChange;
import vn.gocua.engine.feature.CampaignContext;
import vn.gocua.engine.feature.Feature;
import vn.gocua.engine.http.api.Api;
import vn.gocua.engine.http.sse.Rhythm;
import vn.gocua.engine.http.sse.SseHub;
import vn.gocua.engine.live.HazelcastLiveView;
import vn.gocua.engine.live.LiveMember;

/** Wires the board and the live view it shows. */
public final class BoardFeature implements Feature {
  static final Rhythm RHYTHM = Rhythm.of(Duration.ofSeconds(2));
  private static final Duration RESYNC = Duration.ofSeconds(1);

  private final CampaignContext context;
  private final Board board;
  private final HazelcastLiveView<Tally> live;
  private final BoardSync sync;
  private final NoticeSource notices;
  private final Recount recount;
  private final BoardMeter meter;

  /**
   * @param member has the live counts, of these tallies
   * @param notices sent to viewers beside the counters
   */
  public BoardFeature(
      CampaignContext context,
      LiveMember member,
      TallyProjection tallies,
      NoticeSource notices,
      BoardMeter meter) {
    this.context = context;
    this.notices = notices;
    this.meter = meter;
    double speed = context.settings().clockSpeed();
    board = new Board(context.campaign(), speed);
    Channels channels = context.repositories().channels();
    Channel<TallyChanged> changes =
        channels.coded(
            "board/" + context.campaign().id(), TallyChanged.class, new TallyChangedCodec(tallies));
    live = member.view(tallies, change -> changes.publish(BoardSync.told(change)), meter);
    sync =
        new BoardSync(
            context.campaign(),
            context.clock(),
            context.journal(),
            live,
            board,
            lag -> meter.pushed(Duration.ofNanos(Math.round(lag.toNanos() / speed))),
            context.engine().schedule());
    recount = new Recount(context.campaign(), context.journal(), live, board);
    changes.subscribe(sync::take, sync::refreshSoon);
    context.afterCommit().add(live::apply);
    notices.onChange(board::changed);
  }

  public Board board() {
    return board;
  }

  @Override
  public void load() {
    sync.load();
  }

  @Override
  public void schedule(Schedule schedule) {
    sync.watch();
    var _ = schedule.every("resync", RESYNC, live::resync);
    context
        .engine()
        .nodes()
        .onMembershipChange(change -> {
          if (change == MembershipChange.MERGED) {
            live.evictAll();
          }
          sync.resyncSoon();
        });
  }

  /** Shows everything again, after a change of the campaign. */
  public void renew() {
    board.startDay();
    board.changed();
  }

  @Override
  public void routes(Api api) {
    BoardSource source =
        new BoardSource(board, context.clock(), context.repositories().channels().node());
    SseHub<Everybody> hub =
        new SseHub<>(
            api.vertx(),
            RHYTHM,
            List.of(source, new NoticeFrames(notices)),
            source::heartbeat,
            meter::viewers);
    board.onChange(hub::changed);
    new BoardRoutes(board, hub, recount).mount(api);
    new TeamRoutes(context.campaign(), board).mount(api);
  }
}
