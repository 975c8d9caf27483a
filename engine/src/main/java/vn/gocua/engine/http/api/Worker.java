package vn.gocua.engine.http.api;

import io.vertx.core.Context;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Does blocking work off the event loop, and comes back to it. */
final class Worker {
  private final Executor executor;

  /**
   * @param executor where work may block
   */
  Worker(Executor executor) {
    this.executor = executor;
  }

  /**
   * Has work done for a request. What it throws, and what {@code then} throws, fails the request.
   *
   * @param then called with the result, on the event loop
   */
  <T extends @Nullable Object> void run(RoutingContext ctx, Supplier<T> work, Consumer<T> then) {
    run(ctx, work, then, ctx::fail);
  }

  /**
   * The same.
   *
   * @param refused called with what the work throws, on the event loop
   */
  <T extends @Nullable Object> void run(
      RoutingContext ctx, Supplier<T> work, Consumer<T> then, Consumer<Throwable> refused) {
    Context context = ctx.vertx().getOrCreateContext();
    executor.execute(() -> {
      try {
        T result = work.get();
        context.runOnContext(_ -> finish(ctx, result, then));
      } catch (RuntimeException | Error e) {
        context.runOnContext(_ -> refused.accept(e));
      }
    });
  }

  /**
   * Waits, without a thread, for work that goes on by itself; what it fails with fails the request.
   *
   * @param then called with the outcome, on the event loop
   */
  <T> void later(RoutingContext ctx, CompletionStage<T> work, Consumer<T> then) {
    Context context = ctx.vertx().getOrCreateContext();
    work.whenComplete((outcome, e) ->
        context.runOnContext(_ -> {
          if (e == null) {
            finish(ctx, outcome, then);
          } else {
            ctx.fail(e);
          }
        }));
  }

  private static <T extends @Nullable Object> void finish(
      RoutingContext ctx, T result, Consumer<T> then) {
    try {
      then.accept(result);
    } catch (RuntimeException e) {
      ctx.fail(e);
    }
  }
}
