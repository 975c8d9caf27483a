package vn.gocua.kiosk.feed;

import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.gocua.base.time.Background;
import vn.gocua.base.time.Backoff;
import vn.gocua.base.time.Schedule;
import vn.gocua.kiosk.feed.FeedState.Signal;
import vn.gocua.kiosk.feed.FeedState.Snapshot;
import vn.gocua.protocol.board.BoardEndpoints;
import vn.gocua.protocol.board.BoardMessage;
import vn.gocua.protocol.campaign.CampaignEndpoints;
import vn.gocua.protocol.campaign.CampaignInfo;
import vn.gocua.protocol.client.ApiRefusal;
import vn.gocua.protocol.client.Caller;
import vn.gocua.protocol.client.EngineApi;
import vn.gocua.protocol.client.SseEvent;
import vn.gocua.protocol.client.SseReader;
import vn.gocua.protocol.client.UnreadableMessage;
import vn.gocua.protocol.content.NoticeList;

/**
 * The one connection to the engine, which all screens of this kiosk share. It is reopened when
 * lost. After {@link #PATIENCE} of silence its numbers are declared stale. The content is one
 * immutable {@link FeedState}, replaced as a whole.
 */
public final class EngineFeed implements AutoCloseable {
  /**
   * The engine sends a heartbeat every 2 s; two missed ones, and still within the 5 s after which a
   * screen must own up.
   */
  static final Duration PATIENCE = Duration.ofMillis(4_500);

  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(4);
  private static final Duration WATCH = Duration.ofMillis(200);
  private static final Logger log = LoggerFactory.getLogger(EngineFeed.class);

  private final EngineApi engine;
  private final InstantSource clock;
  private final Duration patience;
  private final Backoff backoff =
      new Backoff(FIRST_PAUSE, LONGEST_PAUSE, RandomGenerator.getDefault());
  private final Set<FeedListener> listeners = ConcurrentHashMap.newKeySet();
  private final Schedule watch = Schedule.inOrder("feed-watch");
  private final Background reader = Background.ofVirtualThreads("feed");
  private final Object lock = new Object();

  private volatile FeedState state;
  private volatile long heardNanos;
  private volatile @Nullable SseReader open;
  private volatile boolean closed;
  private String lastEventId = "";
  private String complaint = "";

  public EngineFeed(EngineApi engine, InstantSource clock) {
    this(engine, clock, PATIENCE);
  }

  EngineFeed(EngineApi engine, InstantSource clock, Duration patience) {
    this.engine = engine;
    this.clock = clock;
    this.patience = patience;
    this.state = FeedState.waiting(clock.instant());
  }

  public void start() {
    heardNanos = System.nanoTime();
    reader.execute(this::keepReading);
    var _ = watch.every("feed", WATCH, this::watchSilence);
  }

  public FeedState state() {
    return state;
  }

  /** Calls the listener at every change, until the returned work is run. */
  public Runnable listen(FeedListener listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  private void keepReading() {
    while (!closed) {
      try {
        read();
        complain("the engine ended the stream");
      } catch (UnreadableMessage e) {
        misunderstand(e);
      } catch (ApiRefusal e) {
        if (e.getCause() instanceof UnreadableMessage unreadable) {
          misunderstand(unreadable);
        } else {
          complain("no connection to the engine: " + why(e));
        }
      } catch (IOException | RuntimeException e) {
        complain("no connection to the engine: " + e.getMessage());
      }
      try {
        Thread.sleep(backoff.next());
      } catch (InterruptedException _) {
        return;
      }
    }
  }

  private void misunderstand(UnreadableMessage said) {
    lastEventId = ""; // Not the same again: a snapshot instead.
    complain("the engine cannot be understood: " + said.getMessage());
  }

  private static String why(ApiRefusal e) {
    return e.getCause() instanceof ConnectException
        ? "nobody answers at its address"
        : String.valueOf(e.getMessage());
  }

  /** Once for each cause: an engine that stays away for a night must not fill the log. */
  private void complain(String cause) {
    if (!closed && !cause.equals(complaint)) {
      complaint = cause;
      log.warn("{}", cause);
    }
  }

  private void read() throws IOException {
    try (SseReader events =
        engine.follow(Caller.ANYBODY, BoardEndpoints.STREAM, lastEventId, this::heard)) {
      open = events;
      heard();
      if (lastEventId.isEmpty() && !state.notices().isEmpty()) {
        // A new viewer starts without notices, as the engine assumes.
        change(s -> s.tells(List.of()), List.of());
      }
      CampaignInfo campaign = engine.call(Caller.ANYBODY, CampaignEndpoints.CAMPAIGN);
      boolean began = false;
      complaint = "";
      log.info("connected to the engine, campaign {}", campaign.id());
      for (SseEvent event = events.next(); event != null; event = events.next()) {
        if (event.name().equals("board") && began) {
          campaign =
              engine.call(
                  Caller.ANYBODY,
                  CampaignEndpoints.CAMPAIGN); // A board that comes again may have other targets.
        }
        began = true;
        take(event, campaign);
        lastEventId = event.id();
        backoff.reset();
      }
    } finally {
      open = null;
    }
  }

  private void take(SseEvent event, CampaignInfo campaign) throws UnreadableMessage {
    Instant now = clock.instant();
    switch (event.name()) {
      case "board" -> {
        BoardMessage board = event.read(BoardMessage.class);
        change(
            s -> s.shows(new Snapshot(campaign, board, arrivals(board.arrivals(), now)), now),
            List.of());
      }
      case "tally" -> {
        BoardMessage tally = event.read(BoardMessage.class);
        Snapshot before = state.snapshot();
        if (before != null) {
          boolean news = tally.version() > before.board().version();
          List<Arrival> arrivals = news ? arrivals(tally.arrivals(), now) : List.of();
          change(s -> s.shows(before.with(campaign, tally, arrivals), now), arrivals);
        }
      }
      case "notice" -> {
        NoticeList told = event.read(NoticeList.class);
        change(s -> s.heard(now).tells(told.notices()), List.of());
      }
      default -> { // A heartbeat, or an event from the future: a sign of life.
        if (state.signal() == Signal.STALE) {
          change(s -> s.heard(now), List.of());
        }
      }
    }
  }

  /** Newest first, however the engine lists them. */
  private static List<Arrival> arrivals(List<BoardMessage.Latest> latest, Instant now) {
    return latest.stream()
        .map(l -> Arrival.of(l, now))
        .sorted(Comparator.comparing(Arrival::uploadedAt).reversed())
        .toList();
  }

  private void heard() {
    heardNanos = System.nanoTime();
  }

  private void change(UnaryOperator<FeedState> change, List<Arrival> arrivals) {
    synchronized (lock) {
      FeedState now = change.apply(state);
      state = now;
      for (FeedListener listener : listeners) {
        try {
          listener.changed(now, arrivals);
        } catch (RuntimeException e) {
          log.warn("a screen could not take a change", e);
        }
      }
    }
  }

  private long silence() {
    return System.nanoTime() - heardNanos;
  }

  private void watchSilence() {
    long silence = silence();
    if (silence < patience.toNanos()) {
      return;
    }
    if (state.signal() == Signal.LIVE) {
      log.warn("nothing heard from the engine for {} ms", TimeUnit.NANOSECONDS.toMillis(silence));
      Instant lastHeard = clock.instant().minusNanos(silence);
      change(s -> silence() < patience.toNanos() ? s : s.stale(lastHeard), List.of());
    }
    SseReader silent = open;
    if (silent != null) {
      try {
        silent.close(); // A connection can be dead without either end being told.
      } catch (IOException e) {
        log.debug("closing a silent connection", e);
      }
    }
  }

  @Override
  public void close() {
    closed = true;
    watch.close();
    engine.close();
    reader.close();
  }
}
