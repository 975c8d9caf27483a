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

/**
 * Gathers the bodies of requests, and bounds how much of them is in memory at once: who sends
 * slowly on many connections is turned away before the heap is full. One address leaves room for
 * others. Safe for threads.
 */
public final class Gathering {
  /** Bytes of all bodies together, by what their senders say that they will be. */
  static final long MOST = 64L << 20;

  /** Bytes of the bodies that come from one address. */
  static final long MOST_OF_ONE = 40L << 20;

  private static final Pattern LENGTH = Pattern.compile("[0-9]{1,7}");
  private static final Duration AGAIN = Duration.ofSeconds(5);

  private final BodyHandler handler = BodyHandler.create(false).setBodyLimit(ApiJson.MOST_BYTES);
  private final Map<String, Long> byAddress = new HashMap<>();
  private long all;

  /** Gathers one body, then goes on; 503 with {@code Retry-After} where there is no room for it. */
  public void gather(RoutingContext ctx, Callers callers) {
    long bytes = announced(ctx.request());
    if (bytes > 0) {
      String address = callers.address(ctx.request()).getHostAddress();
      if (!take(address, bytes)) {
        ctx.fail(Refusal.busy("busy", AGAIN));
        return;
      }
      ctx.addEndHandler(_ -> giveBack(address, bytes));
    }
    handler.handle(ctx);
  }

  /** How long a body will be at most; one that does not say so may be as long as any. */
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
