package vn.gocua.engine.http.api;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import vn.gocua.base.text.FoldedText;

/**
 * A file as an answer, written by blocking code off the event loop. One piece is in progress at a
 * time, and the writer waits for the network, so that files may have any length.
 */
public final class Download extends OutputStream {
  private static final int PIECE = 64 * 1024;
  private static final long PATIENCE_SECONDS = 60;

  private final RoutingContext ctx;
  private final Context context;
  private String type = "application/octet-stream";
  private String name = "file";
  private byte[] piece = new byte[PIECE];
  private int length;
  private boolean begun;

  /** For a request, on its event loop. */
  Download(RoutingContext ctx) {
    this.ctx = ctx;
    this.context = Objects.requireNonNull(Vertx.currentContext(), "on an event loop");
  }

  /** For a request, on its event loop. */
  public Download(RoutingContext ctx, String type, String name) {
    this(ctx);
    as(type, name);
  }

  /**
   * Sets type and name, before the first byte.
   *
   * @param mediaType with its charset, for texts
   * @param fileName may have Vietnamese letters
   */
  public Download as(String mediaType, String fileName) {
    type = mediaType;
    name = fileName;
    return this;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int count) throws IOException {
    int at = offset;
    int left = count;
    while (left > 0) {
      int taken = Math.min(left, PIECE - length);
      System.arraycopy(bytes, at, piece, length, taken);
      length += taken;
      at += taken;
      left -= taken;
      if (length == PIECE) {
        send();
      }
    }
  }

  private void send() throws IOException {
    if (length == 0) {
      return;
    }
    Buffer buffer = Buffer.buffer(length).appendBytes(piece, 0, length);
    length = 0;
    await(response -> response.write(buffer));
  }

  @FunctionalInterface
  private interface Act {
    Future<Void> on(HttpServerResponse response);
  }

  /** Does it on the event loop, and waits for it. */
  private void await(Act act) throws IOException {
    CompletableFuture<Void> done = new CompletableFuture<>();
    boolean first = !begun;
    begun = true;
    context.runOnContext(_ -> {
      HttpServerResponse response = ctx.response();
      if (response.closed()) {
        done.completeExceptionally(new IOException("the asker has left"));
        return;
      }
      if (first) {
        begin(response);
      }
      Promise<Void> promise = Promise.promise();
      act.on(response).onComplete(promise);
      promise.future().toCompletionStage().whenComplete((_, e) -> settle(done, e));
    });
    try {
      done.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IOException("the asker does not take it", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private static void settle(
      CompletableFuture<Void> done, @org.jspecify.annotations.Nullable Throwable failure) {
    if (failure == null) {
      done.complete(null);
    } else {
      done.completeExceptionally(failure);
    }
  }

  private void begin(HttpServerResponse response) {
    response
        .setChunked(true)
        .putHeader("content-type", type)
        .putHeader("content-disposition", disposition("attachment", name))
        .putHeader("cache-control", "no-store");
  }

  /** Sends the rest and ends the answer. */
  @Override
  public void close() throws IOException {
    if (ctx.response().ended()) {
      return;
    }
    send();
    await(HttpServerResponse::end);
  }

  /**
   * A {@code Content-Disposition} with a name in any script, by RFC 6266 and RFC 5987, and a name
   * without diacritics for older clients.
   */
  public static String disposition(String kind, String name) {
    String ascii = FoldedText.bare(name).replaceAll("[^A-Za-z0-9._ -]", "_");
    String encoded =
        URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A");
    return kind + "; filename=\"" + ascii + "\"; filename*=UTF-8''" + encoded;
  }
}
