package vn.gocua.engine.http.api;

import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.http.RefusalPause;
import vn.gocua.engine.http.json.ApiJson;
import vn.gocua.engine.http.sse.SseHub;
import vn.gocua.engine.rights.Permission;
import vn.gocua.engine.rights.RateLimiter;
import vn.gocua.protocol.body.Item;
import vn.gocua.protocol.endpoint.Endpoint;
import vn.gocua.protocol.refusal.Reason;
import vn.gocua.protocol.refusal.Refusal;

/**
 * Mounts an endpoint: first its permission, then its work. The work gets the {@link Call} and may
 * throw a {@link Refusal} at any time.
 *
 * @param <B> record of the body
 * @param <A> record of the answer
 */
public final class Route<B, A> {
  private static final RefusalPause PAUSE = new RefusalPause();

  private final Api api;
  private final Endpoint<B, A> endpoint;
  private final Admission<B> admission;
  private @Nullable Duration step;
  private Set<Reason> pausing = Set.of();
  private int status = 200;

  Route(Api api, Endpoint<B, A> endpoint) {
    this.api = api;
    this.endpoint = endpoint;
    this.admission = new Admission<>(api, endpoint.body());
  }

  /** For callers with that permission. */
  public Route<B, A> may(Permission needed) {
    admission.known(needed);
    return this;
  }

  /** For callers with any token. */
  public Route<B, A> anyone() {
    admission.known(null);
    return this;
  }

  /** For everybody, without a token. */
  public Route<B, A> everybody() {
    admission.everybody();
    return this;
  }

  /**
   * Also for a bearer token that is none of a person, a phone or the kiosk.
   *
   * @param other whether a token is that one
   */
  public Route<B, A> orBearer(Predicate<String> other) {
    admission.bearer(other);
    return this;
  }

  /** May leave a record, which counts for a phone's quota. See {@link Call#recording}. */
  public Route<B, A> counted() {
    admission.counted();
    return this;
  }

  /** The body may have many things at once. Not for strangers. */
  public Route<B, A> large() {
    admission.large();
    return this;
  }

  /** Success is answered with 201. */
  public Route<B, A> created() {
    status = 201;
    return this;
  }

  /** Answers success with 202: the work goes on. */
  public Route<B, A> accepted() {
    status = 202;
    return this;
  }

  /** Limits the calls of each kiosk screen; other callers are not limited. */
  public Route<B, A> limited(RateLimiter limiter) {
    admission.limited(limiter);
    return this;
  }

  /** Delays a refusal to a multiple of that length, so that its time reveals nothing. */
  public Route<B, A> refusedOnStep(Duration length) {
    step = length;
    return this;
  }

  /** Refusals for these reasons go out after a moment; see {@link RefusalPause}. */
  public Route<B, A> pausing(Reason... reasons) {
    pausing = Set.of(reasons);
    return this;
  }

  /** Makes an answer; may block. */
  @FunctionalInterface
  public interface Work<B, T> {
    T of(Call<B> call) throws IOException;
  }

  /** Answers from memory; must not block. */
  public void instant(Function<? super Call<B>, ? extends A> work) {
    mount((ctx, call) -> ApiJson.answer(ctx, status, work.apply(call)));
  }

  /** Answers with the outcome of work that may block. */
  public void blocking(Work<B, ? extends A> work) {
    mount((ctx, call) -> {
      long began = System.nanoTime();
      api.worker()
          .run(
              ctx,
              () -> ApiJson.buffer(done(work, call)),
              json -> ApiJson.answer(ctx, status, json),
              e -> refuse(ctx, e, began));
    });
  }

  private static <B, T> T done(Work<B, T> work, Call<B> call) {
    try {
      return work.of(call);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Does work that may block; success has no content. */
  public void done(Consumer<? super Call<B>> work) {
    mount((ctx, call) ->
        api.worker()
            .run(
                ctx,
                () -> {
                  work.accept(call);
                  return true;
                },
                _ -> ctx.response().setStatusCode(204).end()));
  }

  /**
   * Takes many items, each read by itself as an {@link Item}. Small bodies are read on the event
   * loop, others where that may block. Not for strangers.
   *
   * @param known reads the rest of the call, before the body; must not block
   */
  public <T> void items(Function<? super Call<B>, T> known, ItemsWork<B, T, A> work) {
    large()
        .mount((ctx, call) -> {
          T what = known.apply(call);
          if (ApiJson.isQuick(ctx)) {
            take(ctx, work.take(call, what, call.body()));
          } else {
            api.worker().run(ctx, call::body, body -> take(ctx, work.take(call, what, body)));
          }
        });
  }

  private void take(RoutingContext ctx, CompletionStage<? extends Supplier<?>> taking) {
    api.worker().later(ctx, taking, answer -> ApiJson.answer(ctx, status, answer.get()));
  }

  /** Answers with other content than JSON, from memory; must not block. */
  public void page(Function<? super Call<B>, Content> work) {
    mount((ctx, call) -> work.apply(call).answer(ctx));
  }

  /** Answers with other content than JSON; may block. */
  public void content(Work<B, Content> work) {
    mount((ctx, call) ->
        api.worker().run(ctx, () -> done(work, call), content -> content.answer(ctx)));
  }

  /**
   * Answers with a stream of events that stays open.
   *
   * @param group the viewer's group
   */
  public <G> void stream(SseHub<G> hub, Function<? super Call<B>, G> group) {
    mount((ctx, call) -> hub.serve(ctx, call.token(), group.apply(call)));
  }

  /** Writes a file of any length. */
  @FunctionalInterface
  public interface FileWork<B> {
    /**
     * Writes the whole file; may block.
     *
     * @param out needs its type first, and is closed at the end
     */
    void write(Call<B> call, Download out) throws IOException;
  }

  /**
   * Answers with a file that is written piece by piece. A failure breaks the connection, so that
   * half a file is not taken for a whole one.
   */
  public void file(FileWork<B> work) {
    mount((ctx, call) -> {
      Download out = new Download(ctx);
      api.worker()
          .run(
              ctx,
              () -> {
                try {
                  work.write(call, out);
                  return true;
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              },
              _ -> {});
    });
  }

  /** Deals with a file that was uploaded; may block. */
  @FunctionalInterface
  public interface UploadWork<B, T, A> {
    A take(Call<B> call, T wanted, Path file) throws IOException;
  }

  /**
   * Takes a body of any length.
   *
   * @param wanted reads the rest of the call, before the body; must not block
   * @param work gets the whole file, which is deleted afterwards
   */
  public <T> void upload(
      Upload upload, Function<? super Call<B>, T> wanted, UploadWork<B, T, A> work) {
    api.mount(endpoint).order(-1).handler(Upload::prepare);
    mount((ctx, call) -> {
      T known = wanted.apply(call);
      upload.receive(
          ctx,
          api.worker(),
          file ->
              api.worker()
                  .run(
                      ctx,
                      () -> {
                        try {
                          return ApiJson.buffer(work.take(call, known, file));
                        } catch (IOException e) {
                          throw new UncheckedIOException(e);
                        } finally {
                          boolean _ = Upload.delete(file);
                        }
                      },
                      json -> ApiJson.answer(ctx, status, json)));
    });
  }

  private void mount(BiConsumer<RoutingContext, Call<B>> work) {
    if (admission.isUnsaid()) {
      throw new IllegalStateException("who may " + endpoint.method() + " " + endpoint.path() + "?");
    }
    api.mount(endpoint).handler(ctx -> admission.admit(ctx, call -> work.accept(ctx, call)));
  }

  private void refuse(RoutingContext ctx, Throwable failure, long began) {
    if (failure instanceof Refusal refusal && pausing.contains(refusal.reason())) {
      PAUSE.thenFail(ctx, failure);
    } else if (step != null) {
      long length = step.toMillis();
      long passed = Duration.ofNanos(System.nanoTime() - began).toMillis();
      ctx.vertx().setTimer(length - passed % length, _ -> ctx.fail(failure));
    } else {
      ctx.fail(failure);
    }
  }
}
