package vn.gocua.engine.http.api;

import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Processes many items of one body; see {@link Route#items}. */
@FunctionalInterface
public interface ItemsWork<B, T, A> {
  /**
   * Starts on the event loop, without blocking.
   *
   * @return makes the answer on the event loop once all items have their outcome
   */
  CompletionStage<? extends Supplier<? extends A>> take(Call<B> call, T known, B body);
}
