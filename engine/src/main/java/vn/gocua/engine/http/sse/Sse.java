package vn.gocua.engine.http.sse;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.http.json.ApiJson;

/** Server-sent events on the wire. */
final class Sse {
  private Sse() {}

  /** Answers a request with an event stream that stays open. */
  static HttpServerResponse begin(RoutingContext ctx) {
    HttpServerResponse response = ctx.response();
    response
        .setChunked(true)
        .putHeader("content-type", "text/event-stream; charset=utf-8")
        .putHeader("cache-control", "no-store")
        .putHeader("x-accel-buffering", "no")
        // Compression would hold small events back.
        .putHeader("content-encoding", "identity")
        .setWriteQueueMaxSize(64 * 1024);
    return response;
  }

  /** One event. The data is one line of JSON. */
  static Buffer event(String name, @Nullable String id, Object data) {
    Buffer buffer = Buffer.buffer(512).appendString("event: ").appendString(name);
    if (id != null) {
      buffer.appendString("\nid: ").appendString(id);
    }
    return buffer.appendString("\ndata: ").appendBuffer(ApiJson.buffer(data)).appendString("\n\n");
  }
}
