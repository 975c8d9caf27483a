package vn.gocua.engine.http.api;

import io.vertx.core.Context;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs blocking work off the event loop and returns to it. */
final class Worker {
  private final Executor executor;

  /**
   * @param executor where work may block
   */
  Worker(Executor executor) {
    this.executor = executor;
  }

  /**
   * Runs work for a request. Exceptions of the work and of {@code then} fail the request.
   *
   * @param then gets the result, on the event loop
   */
  <T extends @Nullable Object> void run(RoutingContext ctx, Supplier<T> work, Consumer<T> then) {
    run(ctx, work, then, ctx::fail);
  }

  /**
   * The same.
   *
   * @param refused gets the work's exception, on the event loop
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
   * Waits for asynchronous work without a thread; its failure fails the request.
   *
   * @param then gets the outcome, on the event loop
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
