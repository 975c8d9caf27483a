package vn.gocua.engine.http.api;

import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Takes many things that come at once; see {@link Route#items}. */
@FunctionalInterface
public interface ItemsWork<B, T> {
  /**
   * Begins on the event loop, never blocks, and goes on by itself.
   *
   * @return what makes the answer, on the event loop again, once it is known what became of all
   */
  CompletionStage<? extends Supplier<?>> take(Call<B> call, T known, B body);
}
