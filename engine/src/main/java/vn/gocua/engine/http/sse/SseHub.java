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
 * Tells all viewers of one event loop what changes. A viewer is no more than a response and the
 * revisions it has seen. One write at a time is under way to each, so a slow one is conflated by
 * itself: when the network has taken what it was sent, it is told once what changed since.
 *
 * @param <G> a group of viewers who are told the same
 */
public final class SseHub<G> {
  private final Rhythm rhythm;
  private final List<SseSource<G>> sources;
  private final Supplier<?> beat;
  private final IntConsumer crowd;
  private final Context context;
  private final Pacer pacer;
  private final Set<Viewer<G>> viewers = new LinkedHashSet<>();
  private boolean beatDue;

  /**
   * @param sources told to each viewer in this order
   * @param beat the data of a sign of life
   * @param crowd told when a viewer comes (1) or leaves (−1)
   */
  public SseHub(
      Vertx vertx, Rhythm rhythm, List<SseSource<G>> sources, Supplier<?> beat, IntConsumer crowd) {
    if (sources.stream().filter(source -> source.run() != null).count() > 1) {
      throw new IllegalArgumentException("an event has one id");
    }
    this.rhythm = rhythm;
    this.sources = List.copyOf(sources);
    this.beat = beat;
    this.crowd = crowd;
    this.context = vertx.getOrCreateContext();
    this.pacer = new Pacer(this::later, rhythm.pace(), this::flush);
    vertx.setPeriodic(
        rhythm.beat().toMillis(),
        _ -> {
          beatDue = true;
          pacer.request();
        });
  }

  /** A source has changed; may be called from any thread. */
  public void changed() {
    pacer.request();
  }

  /** Ends the streams of somebody who is shut out; may be called from any thread. */
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
   * @param principal who it is, to be ended by that; null if anybody may watch
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
    boolean withBeat = beatDue;
    beatDue = false;
    if (viewers.isEmpty()) {
      return;
    }
    Batch<G> batch = new Batch<>(sources, withBeat ? Sse.event("beat", null, beat.get()) : null);
    for (Viewer<G> viewer : List.copyOf(viewers)) {
      if (withBeat && viewer.age() > rhythm.longest().toMillis()) {
        end(viewer);
      } else if (withBeat && viewer.stuckFor() > rhythm.patience().toMillis()) {
        forget(viewer);
        viewer.response.reset();
      } else {
        send(viewer, batch);
      }
    }
  }

  /** Sends a viewer what it has not seen; not while a write is under way, whose end asks again. */
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
