package vn.gocua.engine.http;

import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Delays refusals a little, so that fast repeats on many connections cost little time. The number
 * of delayed ones is bounded; others are refused at once.
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
