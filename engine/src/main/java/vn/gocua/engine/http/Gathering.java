package vn.gocua.engine.http;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import vn.gocua.engine.http.json.ApiJson;
import vn.gocua.protocol.refusal.Refusal;
import vn.gocua.protocol.refusal.RequestReason;

/**
 * Gathers request bodies within a bound on their memory. Slow senders on many connections are
 * refused before the heap is full, and one address leaves room for others. Thread-safe.
 */
public final class Gathering {
  /** Bytes of all bodies together, by their announced lengths. */
  static final long MOST = 64L << 20;

  /** Bytes of the bodies from one address. */
  static final long MOST_OF_ONE = 40L << 20;

  private static final Pattern LENGTH = Pattern.compile("[0-9]{1,7}");
  private static final Duration AGAIN = Duration.ofSeconds(5);

  private final BodyHandler handler = BodyHandler.create(false).setBodyLimit(ApiJson.MOST_BYTES);
  private final Map<String, Long> byAddress = new HashMap<>();
  private long all;

  /** Gathers one body, then goes on; 503 with {@code Retry-After} without room for it. */
  public void gather(RoutingContext ctx, Callers callers) {
    long bytes = announced(ctx.request());
    if (bytes > 0) {
      String address = callers.address(ctx.request()).getHostAddress();
      if (!take(address, bytes)) {
        ctx.fail(Refusal.forNow(RequestReason.BUSY, AGAIN));
        return;
      }
      ctx.addEndHandler(_ -> giveBack(address, bytes));
    }
    handler.handle(ctx);
  }

  /** Largest possible length of a body; without an announced length, the largest allowed one. */
  private static long announced(HttpServerRequest request) {
    String length = request.getHeader("content-length");
    if (length == null) {
      return request.getHeader("transfer-encoding") == null ? 0 : ApiJson.MOST_BYTES;
    }
    return LENGTH.matcher(length).matches()
        ? Math.min(Long.parseLong(length), ApiJson.MOST_BYTES)
        : ApiJson.MOST_BYTES;
  }

  synchronized boolean take(String address, long bytes) {
    long own = byAddress.getOrDefault(address, 0L) + bytes;
    if (all + bytes > MOST || own > MOST_OF_ONE) {
      return false;
    }
    all += bytes;
    byAddress.put(address, own);
    return true;
  }

  synchronized void giveBack(String address, long bytes) {
    all -= bytes;
    byAddress.computeIfPresent(address, (_, own) -> own > bytes ? own - bytes : null);
  }
}
