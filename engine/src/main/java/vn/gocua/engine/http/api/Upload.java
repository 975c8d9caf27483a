package vn.gocua.engine.http.api;

import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import vn.gocua.protocol.refusal.Refusal;

/**
 * A body that may be larger than memory: it is written to the disk as it arrives. A refusal ends
 * the connection.
 *
 * @param folder keeps it until it is processed
 * @param most bytes
 * @param tooLarge refusal of a larger one
 */
public record Upload(Folder folder, long most, Supplier<Refusal> tooLarge) {
  /** Folder for temporary files; may block. */
  @FunctionalInterface
  public interface Folder {
    Path path() throws IOException;
  }

  private static final Pattern LENGTH = Pattern.compile("\\d{1,15}");
  private static final String AS_IT_COMES = "gocua.as-it-comes";
  private static final long LINGER_MS = 5_000;

  /**
   * Prepares a request for an upload, first of all. After a refusal the incoming bytes are
   * discarded for a while, so that the answer is read. Then the connection ends.
   */
  static void prepare(RoutingContext ctx) {
    ctx.put(AS_IT_COMES, true);
    ctx.request().pause();
    ctx.response().putHeader("connection", "close");
    ctx.addEndHandler(_ -> {
      ctx.request().resume();
      ctx.vertx().setTimer(LINGER_MS, _ -> ctx.request().connection().close());
    });
    ctx.next();
  }

  /** Whether a request's body is an upload, not to be gathered in memory. */
  public static boolean isOne(RoutingContext ctx) {
    return ctx.get(AS_IT_COMES) != null;
  }

  /**
   * Receives the body.
   *
   * @param then called on the event loop with the whole file, which it has to take away
   */
  void receive(RoutingContext ctx, Worker worker, Consumer<Path> then) {
    String length = ctx.request().getHeader("content-length");
    if (length != null && LENGTH.matcher(length).matches() && Long.parseLong(length) > most) {
      throw tooLarge.get();
    }
    worker.run(
        ctx,
        this::file,
        file ->
            ctx.vertx()
                .fileSystem()
                .open(file.toString(), new OpenOptions().setWrite(true))
                .onSuccess(open -> receive(ctx, worker, open, file, then))
                .onFailure(ctx::fail));
  }

  private Path file() {
    try {
      return Files.createTempFile(folder.path(), "upload", ".part");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void receive(
      RoutingContext ctx, Worker worker, AsyncFile open, Path file, Consumer<Path> then) {
    HttpServerRequest request = ctx.request();
    AtomicLong received = new AtomicLong();
    AtomicBoolean over = new AtomicBoolean();
    Runnable giveUp =
        () -> open.close().onComplete(_ -> worker.run(ctx, () -> delete(file), _ -> {}));
    request.exceptionHandler(_ -> {
      if (over.compareAndSet(false, true)) {
        giveUp.run();
      }
    });
    request.handler(piece -> {
      if (over.get()) {
        return;
      }
      if (received.addAndGet(piece.length()) > most) {
        over.set(true);
        giveUp.run();
        ctx.fail(tooLarge.get());
        return;
      }
      var _ = open.write(piece);
      if (open.writeQueueFull()) {
        request.pause();
        open.drainHandler(_ -> request.resume());
      }
    });
    request.endHandler(_ -> {
      if (over.compareAndSet(false, true)) {
        open.close().onSuccess(_ -> then.accept(file)).onFailure(ctx::fail);
      }
    });
    request.resume();
  }

  static boolean delete(Path file) {
    try {
      return Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
