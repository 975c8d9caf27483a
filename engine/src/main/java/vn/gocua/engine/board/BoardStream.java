package vn.gocua.engine.board;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.http.Sse;

/**
 * The board as server-sent events. A viewer is no more than a response and the revision it has
 * seen. One write at a time is under way to each, so a slow one is conflated by itself: when the
 * network has taken what it was sent, it gets what changed since, once. One instance an event loop;
 * touched on that loop only.
 */
public final class BoardStream {
  /** Board changes reach a viewer at most ten times a second. */
  static final long RHYTHM_MS = 100;

  static final long BEAT_MS = 2000;

  /** A viewer that took nothing for so long is gone, or as good as. */
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private static final String NOTHING_SAID = "";

  /** Of a viewer of whom nobody knows what it was told. */
  private static final String UNKNOWN = "?";

  private final Board board;
  private final NoticeSource announcements;
  private final Clock clock;
  private final String node;
  private final Context context;
  private final IntConsumer crowd;
  private final long patienceMs;
  private final Set<Viewer> viewers = new LinkedHashSet<>();
  private long lastFlush;
  private boolean flushDue;

  private static final class Viewer {
    private final HttpServerResponse response;
    private long seen;

    /** The key of what it was last told beside the counters. */
    private String told;

    /** When the write under way began; 0 for none. */
    private long writingSince;

    /** Whether there was something to send that had to wait for that write. */
    private boolean missed;

    Viewer(HttpServerResponse response, long seen, String told) {
      this.response = response;
      this.seen = seen;
      this.told = told;
    }
  }

  /**
   * @param clock the campaign's time
   * @param crowd told when a viewer comes (1) or leaves (−1)
   * @param node names this run of this engine: revisions of another run mean nothing here
   */
  public BoardStream(
      Board board,
      NoticeSource announcements,
      Clock clock,
      String node,
      Vertx vertx,
      IntConsumer crowd) {
    this(board, announcements, clock, node, vertx, crowd, PATIENCE);
  }

  BoardStream(
      Board board,
      NoticeSource announcements,
      Clock clock,
      String node,
      Vertx vertx,
      IntConsumer crowd,
      Duration patience) {
    this.patienceMs = patience.toMillis();
    this.board = board;
    this.announcements = announcements;
    this.clock = clock;
    this.node = node;
    this.crowd = crowd;
    this.context = vertx.getOrCreateContext();
    vertx.setPeriodic(BEAT_MS, _ -> beat());
  }

  /** The board has changed; may be called from any thread. */
  public void changed() {
    context.runOnContext(_ -> flushSoon());
  }

  /** Serves one viewer until it leaves. */
  public void serve(RoutingContext ctx) {
    HttpServerResponse response = Sse.begin(ctx);
    String lastEventId = ctx.request().getHeader("last-event-id");
    // Who comes back may hold an announcement that has been withdrawn.
    String told = lastEventId == null ? NOTHING_SAID : UNKNOWN;
    Viewer viewer = new Viewer(response, seenBefore(lastEventId), told);
    response.closeHandler(_ -> forget(viewer));
    response.exceptionHandler(_ -> forget(viewer));
    viewers.add(viewer);
    crowd.accept(1);
    send(viewer, new HashMap<>(), announcements.now());
  }

  private void forget(Viewer viewer) {
    if (viewers.remove(viewer)) {
      crowd.accept(-1);
    }
  }

  private long seenBefore(@Nullable String lastEventId) {
    if (lastEventId == null || !lastEventId.startsWith(node + "-")) {
      return 0;
    }
    try {
      return Long.parseLong(lastEventId.substring(node.length() + 1));
    } catch (NumberFormatException _) {
      return 0;
    }
  }

  private void flushSoon() {
    if (flushDue || viewers.isEmpty()) {
      return;
    }
    long wait = lastFlush + RHYTHM_MS - now();
    if (wait <= 0) {
      flush();
    } else {
      flushDue = true;
      context.owner().setTimer(wait, _ -> flush());
    }
  }

  private void flush() {
    flushDue = false;
    lastFlush = now();
    Map<Long, Update> updates = new HashMap<>();
    NoticeSource.Current said = announcements.now();
    for (Viewer viewer : List.copyOf(viewers)) {
      send(viewer, updates, said);
    }
  }

  private record Update(long revision, Buffer buffer) {}

  /** Sends a viewer what it has not seen; not while a write is under way, whose end calls again. */
  private void send(Viewer viewer, Map<Long, Update> updates, NoticeSource.Current said) {
    boolean counted = viewer.seen != board.revision();
    if (viewer.response.closed() || (!counted && viewer.told.equals(said.key()))) {
      return;
    }
    if (viewer.writingSince != 0) {
      viewer.missed = true;
      return;
    }
    Buffer news = Buffer.buffer();
    if (counted) {
      Update update = updates.computeIfAbsent(viewer.seen, this::updateSince);
      viewer.seen = update.revision();
      news = update.buffer();
    }
    write(viewer, announcing(viewer, news, said));
  }

  /** What the viewer is about to be sent, and what is said if it has not been told. */
  private static Buffer announcing(Viewer viewer, Buffer news, NoticeSource.Current said) {
    if (viewer.told.equals(said.key())) {
      return news;
    }
    viewer.told = said.key();
    return Buffer.buffer().appendBuffer(news).appendBuffer(Sse.event("notice", null, said.view()));
  }

  private void write(Viewer viewer, Buffer buffer) {
    viewer.writingSince = now();
    viewer
        .response
        .write(buffer)
        .onComplete(_ -> {
          viewer.writingSince = 0;
          if (viewer.missed) {
            viewer.missed = false;
            flushSoon();
          }
        });
  }

  private Update updateSince(long seen) {
    Board.BoardDelta since = board.since(seen, clock.instant());
    String event = since.whole() ? "board" : "tally";
    return new Update(
        since.revision(), Sse.event(event, node + "-" + since.revision(), since.view()));
  }

  private record Beat(java.time.Instant at) {}

  private void beat() {
    Buffer beat = Sse.event("beat", null, new Beat(clock.instant()));
    NoticeSource.Current said = announcements.now();
    long now = now();
    for (Viewer viewer : List.copyOf(viewers)) {
      if (viewer.writingSince == 0) {
        write(viewer, announcing(viewer, beat, said));
      } else if (now - viewer.writingSince > patienceMs) {
        forget(viewer);
        viewer.response.reset();
      }
    }
  }

  private static long now() {
    return System.nanoTime() / 1_000_000;
  }
}
