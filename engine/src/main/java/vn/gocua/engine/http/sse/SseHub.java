package vn.gocua.engine.http.sse;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.gocua.base.time.Pacer;

/**
 * Sends changes to all viewers of one event loop. A viewer is a response and its revisions. It has
 * one write in progress at a time: when the network has taken it, the viewer gets all changes
 * since, in one update.
 *
 * @param <G> a group of viewers with the same events
 */
public final class SseHub<G> {
  private final Rhythm rhythm;
  private final List<SseSource<G>> sources;
  private final Supplier<?> heartbeat;
  private final IntConsumer crowd;
  private final Context context;
  private final Pacer pacer;
  private final Set<Viewer<G>> viewers = new LinkedHashSet<>();
  private boolean beatDue;

  /**
   * @param sources in the order of sending
   * @param heartbeat data of a heartbeat
   * @param crowd called when a viewer comes (1) or leaves (−1)
   */
  public SseHub(
      Vertx vertx,
      Rhythm rhythm,
      List<SseSource<G>> sources,
      Supplier<?> heartbeat,
      IntConsumer crowd) {
    if (sources.stream().filter(source -> source.run() != null).count() > 1) {
      throw new IllegalArgumentException("an event has one id");
    }
    this.rhythm = rhythm;
    this.sources = List.copyOf(sources);
    this.heartbeat = heartbeat;
    this.crowd = crowd;
    this.context = vertx.getOrCreateContext();
    this.pacer = new Pacer(this::later, rhythm.pace(), this::flush);
    vertx.setPeriodic(
        rhythm.heartbeat().toMillis(),
        _ -> {
          beatDue = true;
          pacer.request();
        });
  }

  /** A source has changed; may be called from any thread. */
  public void changed() {
    pacer.request();
  }

  /** Ends the streams of a revoked principal; callable from any thread. */
  public void end(String principal) {
    context.runOnContext(_ -> {
      for (Viewer<G> viewer : List.copyOf(viewers)) {
        if (principal.equals(viewer.principal)) {
          end(viewer);
        }
      }
    });
  }

  /**
   * Serves one viewer until it leaves; on this hub's event loop.
   *
   * @param principal for {@link #end}; null for a public stream
   */
  public void serve(RoutingContext ctx, @Nullable String principal, G group) {
    HttpServerResponse response = Sse.begin(ctx);
    String lastEventId = ctx.request().getHeader("last-event-id");
    Viewer<G> viewer = new Viewer<>(response, principal, group, seenBefore(lastEventId));
    response.closeHandler(_ -> forget(viewer));
    response.exceptionHandler(_ -> forget(viewer));
    viewers.add(viewer);
    crowd.accept(1);
    send(viewer, new Batch<>(sources, null));
  }

  private long[] seenBefore(@Nullable String lastEventId) {
    long[] seen = new long[sources.size()];
    for (int i = 0; i < seen.length; i++) {
      String run = sources.get(i).run();
      seen[i] =
          lastEventId == null
              ? SseSource.NOTHING
              : run == null ? SseSource.UNKNOWN : revision(lastEventId, run);
    }
    return seen;
  }

  private static long revision(String lastEventId, String run) {
    if (!lastEventId.startsWith(run + "-")) {
      return SseSource.UNKNOWN;
    }
    try {
      return Long.parseLong(lastEventId.substring(run.length() + 1));
    } catch (NumberFormatException _) {
      return SseSource.UNKNOWN;
    }
  }

  private void later(Duration delay, Runnable work) {
    long millis = (delay.toNanos() + 999_999) / 1_000_000;
    context.runOnContext(_ -> {
      if (millis == 0) {
        work.run();
      } else {
        context.owner().setTimer(millis, _ -> work.run());
      }
    });
  }

  private void flush() {
    boolean withHeartbeat = beatDue;
    beatDue = false;
    if (viewers.isEmpty()) {
      return;
    }
    Batch<G> batch =
        new Batch<>(sources, withHeartbeat ? Sse.event("beat", null, heartbeat.get()) : null);
    for (Viewer<G> viewer : List.copyOf(viewers)) {
      if (withHeartbeat && viewer.age() > rhythm.longest().toMillis()) {
        end(viewer);
      } else if (withHeartbeat && viewer.stuckFor() > rhythm.patience().toMillis()) {
        forget(viewer);
        viewer.response.reset();
      } else {
        send(viewer, batch);
      }
    }
  }

  /** Sends a viewer its new events; not during a write, whose end calls again. */
  private void send(Viewer<G> viewer, Batch<G> batch) {
    if (viewer.response.closed()) {
      return;
    }
    if (viewer.isWriting()) {
      viewer.missed |= batch.hasNews(viewer.seen);
      return;
    }
    Buffer buffer = batch.take(viewer.seen, viewer.group);
    if (buffer.length() > 0) {
      viewer.began();
      viewer.response.write(buffer).onComplete(_ -> written(viewer));
    }
  }

  private void written(Viewer<G> viewer) {
    if (viewer.finished()) {
      pacer.request();
    }
  }

  private void end(Viewer<G> viewer) {
    forget(viewer);
    if (viewer.isWriting()) {
      viewer.response.reset();
    } else {
      viewer.response.end();
    }
  }

  private void forget(Viewer<G> viewer) {
    if (viewers.remove(viewer)) {
      crowd.accept(-1);
    }
  }
}
