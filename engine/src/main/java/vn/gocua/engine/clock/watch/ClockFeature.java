package vn.gocua.engine.clock.watch;

import java.time.Instant;
import java.util.function.IntSupplier;
import vn.gocua.base.time.Schedule;
import vn.gocua.engine.board.Board;
import vn.gocua.engine.cluster.Channel;
import vn.gocua.engine.feature.CampaignContext;
import vn.gocua.engine.feature.Feature;
import vn.gocua.engine.http.api.Api;

/** The watch over the engine's clock. A leader's confirmation on one engine holds for all. */
public final class ClockFeature implements Feature {
  private static final String CONFIRMED = "clock/confirmed";

  private final CampaignContext context;
  private final ClockWatch watch;
  private final IntSupplier phones;
  private final Channel<String> confirmed;

  /**
   * @param phones how many are enrolled; must not block
   * @param revoked carries the ids of phones that are no longer to be believed
   */
  public ClockFeature(
      CampaignContext context, Board board, IntSupplier phones, Channel<String> revoked) {
    this.context = context;
    this.phones = phones;
    watch = new ClockWatch(context.settings(), context.engineClock(), context.campaign(), board);
    confirmed = context.repositories().channels().text(CONFIRMED);
    confirmed.subscribe(
        shown -> {
          boolean _ = context.engineClock().confirm(Instant.parse(shown));
        },
        () -> {});
    revoked.subscribe(context.engineClock()::forget, () -> {});
  }

  /** Whether there are other phones to confirm or contradict the clock. Does not block. */
  public boolean severalPhones() {
    return watch.severalPhones();
  }

  /** The clock's state: ok, off, unsure or doubtful. Does not block. */
  public String word() {
    return watch.word();
  }

  @Override
  public void load() {
    watch.recall(context.campaign(), context.journal(), phones);
  }

  @Override
  public void schedule(Schedule schedule) {
    watch.watch(schedule);
  }

  @Override
  public void routes(Api api) {
    new ClockRoutes(
            context.engineClock(),
            context.clock(),
            context.campaign().zone(),
            watch::word,
            shown -> confirmed.publish(shown.toString()))
        .mount(api);
  }
}
