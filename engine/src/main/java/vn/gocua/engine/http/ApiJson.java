package vn.gocua.engine.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** JSON as the API speaks it: records out, checked trees in. */
public final class ApiJson {
  /** How long a request's body may be, packed or unpacked. */
  public static final int MOST_BYTES = 1024 * 1024;

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
          .build();

  private ApiJson() {}

  public static Buffer buffer(Object value) {
    return Buffer.buffer(MAPPER.writeValueAsBytes(value));
  }

  /** Answers with a value as JSON. */
  public static void answer(RoutingContext ctx, int status, Object value) {
    ctx.response()
        .setStatusCode(status)
        .putHeader("content-type", "application/json; charset=utf-8")
        .putHeader("cache-control", "no-store")
        .end(buffer(value))
        .onFailure(_ -> ctx.response().reset());
  }

  /**
   * The request's body as a JSON object.
   *
   * @throws Problem if it is not one
   */
  public static ObjectNode body(RoutingContext ctx) {
    Buffer buffer = ctx.body().buffer();
    if (buffer == null) {
      throw Problem.of(400, "not-json");
    }
    return object(
        Packed.unpacked(
            ctx.request().headers().getAll("content-encoding"), buffer.getBytes(), MOST_BYTES));
  }

  /**
   * Bytes as a JSON object.
   *
   * @throws Problem if they are not one
   */
  public static ObjectNode object(byte[] bytes) {
    if (JsonTree.read(bytes) instanceof ObjectNode object) {
      return object;
    }
    throw Problem.of(400, "wrong-type", "{…}");
  }
}
