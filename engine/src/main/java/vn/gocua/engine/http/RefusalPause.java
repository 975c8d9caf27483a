package vn.gocua.engine.http;

import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A moment before somebody is turned away, so that whoever asks again at once, on many connections,
 * takes little of the engine's time. So many may be in it; beyond that nobody waits.
 */
public final class RefusalPause {
  private static final long MILLIS = 1_000;
  private static final int MOST = 2_000;

  private final AtomicInteger inIt = new AtomicInteger();

  /** Fails a request after the pause, if its connection is still there. */
  public void thenFail(RoutingContext ctx, Throwable problem) {
    if (inIt.incrementAndGet() > MOST) {
      inIt.decrementAndGet();
      ctx.fail(problem);
      return;
    }
    ctx.vertx()
        .setTimer(
            MILLIS,
            _ -> {
              inIt.decrementAndGet();
              if (!ctx.response().closed()) {
                ctx.fail(problem);
              }
            });
  }
}
