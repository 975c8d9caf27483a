package vn.gocua.engine.board;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.gocua.base.console.Console;
import vn.gocua.base.time.Pacer;
import vn.gocua.base.time.Schedule;
import vn.gocua.engine.campaign.Campaign;
import vn.gocua.engine.checkin.event.CheckInEvents;
import vn.gocua.engine.checkin.event.CheckInFact;
import vn.gocua.engine.checkin.event.CheckInFact.CheckInRecorded;
import vn.gocua.engine.checkin.event.Tally;
import vn.gocua.engine.checkin.event.TallyKey;
import vn.gocua.engine.journal.Event;
import vn.gocua.engine.journal.Journal;
import vn.gocua.engine.live.FoldTimeout;
import vn.gocua.engine.live.HazelcastLiveView;
import vn.gocua.engine.live.LiveView;
import vn.gocua.engine.live.Projection.Folded;
import vn.gocua.engine.live.Sweep;

/** Keeps the board true to the live view, and the live view true to the journal. */
final class BoardSync {
  private static final Logger log = LoggerFactory.getLogger(BoardSync.class);
  private static final Duration START_DAY = Duration.ofMillis(200);
  private static final Duration RESYNC_AFTER = Duration.ofSeconds(2);
  private static final Duration REFRESH_AFTER = Duration.ofMillis(300);
  private static final long PROGRESS_MS = 2000;
  private static final int CHUNK = 200;
  private static final int SLOW_TRIES = 60;

  private final Campaign campaign;
  private final Clock clock;
  private final Journal journal;
  private final HazelcastLiveView<Tally> live;
  private final Board board;
  private final Consumer<Duration> lag;
  private final Schedule schedule;
  private final Pacer resync;
  private final Pacer refresh;
  private int day;

  /**
   * @param clock the campaign's time
   * @param lag receives the age of a check-in on arrival, in the campaign's time
   */
  public BoardSync(
      Campaign campaign,
      Clock clock,
      Journal journal,
      HazelcastLiveView<Tally> live,
      Board board,
      Consumer<Duration> lag,
      Schedule schedule) {
    this.campaign = campaign;
    this.clock = clock;
    this.journal = journal;
    this.live = live;
    this.board = board;
    this.lag = lag;
    this.schedule = schedule;
    this.resync = Pacer.gathering(schedule::after, RESYNC_AFTER, this::resync);
    this.refresh = Pacer.gathering(schedule::after, REFRESH_AFTER, this::refreshAll);
    this.day = campaign.dayOf(clock.instant());
  }

  /** The message to all boards about a tally that changed on this node. */
  public static TallyChanged told(LiveView.StreamChange<Tally> change) {
    List<RecentCheckIn> latest = new ArrayList<>();
    for (Event event : change.fresh()) {
      CheckInFact fact = CheckInEvents.fact(event);
      if (fact instanceof CheckInRecorded(var checkIn, var reception)) {
        latest.add(
            new RecentCheckIn(
                checkIn.team(), checkIn.activity(), checkIn.residents(), reception.receivedAt()));
      }
    }
    return new TallyChanged(change.stream(), change.now(), latest);
  }

  /** A tally has changed, through this node or another. */
  public void take(TallyChanged change) {
    board.update(TallyKey.of(change.stream()), change.now(), change.counted());
    Instant now = clock.instant();
    for (RecentCheckIn latest : change.counted()) {
      lag.accept(Duration.between(latest.receivedAt(), now));
    }
    board.changed();
  }

  /** Folds the whole campaign into memory and onto the board, telling how far it is. Blocks. */
  public void load() {
    List<String> streams = dayByDay();
    long start = System.nanoTime();
    long told = start;
    for (int from = 0; from < streams.size(); from += CHUNK) {
      refreshPatiently(streams.subList(from, Math.min(from + CHUNK, streams.size())));
      boolean done = from + CHUNK >= streams.size();
      if (!done && System.nanoTime() - told > PROGRESS_MS * 1_000_000) {
        told = System.nanoTime();
        Console.say("start.folding", String.valueOf(from + CHUNK), String.valueOf(streams.size()));
      }
    }
    board.recall(new LatestCheckIns(campaign.id(), journal).read(board.tallies()));
    long took = (System.nanoTime() - start) / 1_000_000;
    log.info("folded {} streams, {} events, in {} ms", streams.size(), board.version(), took);
  }

  /**
   * Another engine's loads have its deadline, not that of one that starts; where a busy machine
   * fails one, it is tried again.
   */
  private void refreshPatiently(Collection<String> streams) {
    for (int left = SLOW_TRIES; ; left--) {
      try {
        refresh(streams);
        return;
      } catch (RuntimeException e) {
        if (left == 0 || !FoldTimeout.isCauseOf(e)) {
          throw e;
        }
        log.warn("{} streams could not be folded in time and are folded again", streams.size(), e);
        Console.say("start.folding-slow");
      }
    }
  }

  /** The streams in the journal's order, so that reads hit neighbouring pages of the disk. */
  private List<String> dayByDay() {
    return journal.streams(TallyKey.prefix(campaign.id())).stream()
        .sorted(Comparator.comparing(stream -> TallyKey.of(stream).date()))
        .toList();
  }

  private int refresh(Collection<String> streams) {
    Map<TallyKey, Folded<Tally>> current = new LinkedHashMap<>();
    live.getAll(streams).forEach((stream, tally) -> current.put(TallyKey.of(stream), tally));
    return board.refresh(current);
  }

  /** Watches the day turn and compares today's tallies with the journal every few seconds. */
  public void watch() {
    var _ = schedule.every("day", START_DAY, this::startDay);
    TodaySweep sweep =
        new TodaySweep(
            this::todaysStreams,
            streams -> {
              if (refresh(streams) > 0) {
                board.changed();
              }
            },
            journal,
            live);
    var _ = schedule.again("today's sweep", TodaySweep.APART, sweep::step);
  }

  /** Compares all days soon, after a change of the cluster. */
  public void resyncSoon() {
    resync.request();
  }

  /** Refreshes the board soon, because a message of another node was lost. */
  public void refreshSoon() {
    refresh.request();
  }

  private void refreshAll() {
    List<String> streams = dayByDay();
    int different = 0;
    for (int from = 0; from < streams.size(); from += CHUNK) {
      int behind = refresh(streams.subList(from, Math.min(from + CHUNK, streams.size())));
      if (behind > 0) {
        different += behind;
        board.changed();
      }
    }
    log.warn("a message of another node did not come: {} tallies were behind", different);
  }

  private void resync() {
    List<String> streams = dayByDay();
    int different = 0;
    for (int from = 0; from < streams.size(); from += CHUNK) {
      List<String> chunk = streams.subList(from, Math.min(from + CHUNK, streams.size()));
      different += new Sweep<>(journal, live).begin(chunk).finish();
      if (refresh(chunk) > 0) {
        board.changed();
      }
    }
    log.warn(
        "compared all {} tallies with the journal: {} were folded anew", streams.size(), different);
  }

  private List<String> todaysStreams() {
    return Stream.concat(
            campaign.teams().keySet().stream(), campaign.formerTeams().keySet().stream())
        .map(team -> new TallyKey(campaign.id(), team, campaign.dateOf(clock.instant())).stream())
        .toList();
  }

  private void startDay() {
    int now = campaign.dayOf(clock.instant());
    if (now != day) {
      day = now;
      board.startDay();
      board.changed();
    }
  }
}
