package vn.gocua.engine.http.json;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.gocua.protocol.refusal.Refusal;
import vn.gocua.protocol.refusal.RequestReason;

/** JSON as the API speaks it: records out, checked records in. */
public final class ApiJson {
  /** Largest length of a request's body, compressed or not. */
  public static final int MOST_BYTES = 1024 * 1024;

  /** A plain body of this length is read faster than it could be handed on. */
  private static final int QUICK_BYTES = 16 * 1024;

  /** Large bodies that are read at a time. */
  private static final Semaphore READERS =
      new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2));

  private static final byte[] EMPTY = {'{', '}'};

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
          // Getters beside the components are no fields.
          .changeDefaultVisibility(known -> known.withIsGetterVisibility(Visibility.NONE))
          .build();

  private ApiJson() {}

  public static Buffer buffer(Object value) {
    return Buffer.buffer(MAPPER.writeValueAsBytes(value));
  }

  /** Answers with a value as JSON. */
  public static void answer(RoutingContext ctx, int status, Object value) {
    answer(ctx, status, buffer(value));
  }

  /** Answers with a buffer made by {@link #buffer}. */
  public static void answer(RoutingContext ctx, int status, Buffer json) {
    ctx.response()
        .setStatusCode(status)
        .putHeader("content-type", "application/json; charset=utf-8")
        .putHeader("cache-control", "no-store")
        .end(json)
        .onFailure(_ -> ctx.response().reset());
  }

  /**
   * The request's body as a record. Large bodies are read by few threads at a time, so that event
   * loops keep their processors.
   *
   * @param large whether many items may come at once, within {@link JsonBounds#LARGE}; only for
   *     known callers, off the event loop
   * @throws Refusal if it is not one
   */
  public static <T> T body(RoutingContext ctx, Class<T> type, boolean large) {
    RecordReader<T> reader = RecordReader.of(type);
    JsonBounds bounds = large ? JsonBounds.LARGE : JsonBounds.SMALL;
    List<String> packing = packing(ctx);
    Buffer buffer = buffer(ctx);
    Supplier<T> work = () -> reader.read(plain(packing, buffer, bounds), bounds);
    return !large || isQuick(packing, buffer) ? work.get() : inTurn(work);
  }

  /** A record of a body without any field. */
  public static <T> T empty(Class<T> type) {
    return RecordReader.of(type).read(EMPTY, JsonBounds.SMALL);
  }

  /** Whether a request came without a body. */
  public static boolean isEmpty(RoutingContext ctx) {
    Buffer buffer = ctx.body().buffer();
    return buffer == null || buffer.length() == 0;
  }

  /**
   * The request's body as a JSON object of any fields, within {@link JsonBounds#LARGE}; off the
   * event loop.
   *
   * @throws Refusal if it is not one
   */
  public static ObjectNode tree(RoutingContext ctx) {
    List<String> packing = packing(ctx);
    Buffer buffer = buffer(ctx);
    return inTurn(() -> object(plain(packing, buffer, JsonBounds.LARGE)));
  }

  /** Whether the request's body is small enough for the event loop. */
  public static boolean isQuick(RoutingContext ctx) {
    Buffer buffer = ctx.body().buffer();
    return buffer == null || isQuick(packing(ctx), buffer);
  }

  private static boolean isQuick(List<String> packing, Buffer buffer) {
    return buffer.length() <= QUICK_BYTES && !ContentEncoding.isPacked(packing);
  }

  private static <T> T inTurn(Supplier<T> work) {
    READERS.acquireUninterruptibly();
    try {
      return work.get();
    } finally {
      READERS.release();
    }
  }

  private static List<String> packing(RoutingContext ctx) {
    return ctx.request().headers().getAll("content-encoding");
  }

  private static Buffer buffer(RoutingContext ctx) {
    Buffer buffer = ctx.body().buffer();
    if (buffer == null) {
      throw Refusal.of(RequestReason.NOT_JSON);
    }
    return buffer;
  }

  private static byte[] plain(List<String> packing, Buffer buffer, JsonBounds bounds) {
    if (buffer.length() > bounds.mostBytes()) {
      throw Refusal.of(RequestReason.BODY_TOO_LARGE, bounds.inWords());
    }
    return ContentEncoding.unpacked(packing, buffer.getBytes(), bounds);
  }

  /**
   * Bytes as a JSON object, within {@link JsonBounds#LARGE}.
   *
   * @throws Refusal if they are not one
   */
  public static ObjectNode object(byte[] bytes) {
    if (StrictJson.read(bytes, JsonBounds.LARGE) instanceof ObjectNode object) {
      return object;
    }
    throw Refusal.of(RequestReason.WRONG_TYPE, "{…}");
  }
}
