package vn.gocua.engine.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** JSON as the API speaks it: records out, checked trees in. */
public final class ApiJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
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
    return object(buffer == null ? new byte[0] : buffer.getBytes());
  }

  /**
   * Bytes as a JSON object.
   *
   * @throws Problem if they are not one
   */
  public static ObjectNode object(byte[] bytes) {
    try {
      JsonNode node = MAPPER.readTree(bytes);
      if (node instanceof ObjectNode object) {
        return object;
      }
    } catch (JacksonException _) {
      throw Problem.of(400, "not-json");
    }
    throw Problem.of(400, "not-json");
  }
}
