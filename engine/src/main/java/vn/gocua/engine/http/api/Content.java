package vn.gocua.engine.http.api;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.http.json.ApiJson;

/** An answer that is no JSON: bytes at hand, or a file on the disk, and how it is to be taken. */
public final class Content {
  private final Buffer bytes;
  private final @Nullable Path file;
  private final long from;
  private final long length;
  private final Map<String, String> headers = new LinkedHashMap<>();
  private int status = 200;

  private Content(Buffer bytes, @Nullable Path file, long from, long length) {
    this.bytes = bytes;
    this.file = file;
    this.from = from;
    this.length = length;
  }

  /** Bytes of a media type. */
  public static Content of(String type, byte[] bytes) {
    return new Content(Buffer.buffer(bytes), null, 0, bytes.length).header("content-type", type);
  }

  /** A text of a media type, without a charset in the header. */
  public static Content of(String type, String text) {
    return of(type + "; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
  }

  /** A resource of the program. */
  public static Content resource(String type, String name) {
    try (InputStream in = Content.class.getResourceAsStream(name)) {
      return of(type + "; charset=utf-8", Objects.requireNonNull(in, name).readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A value as JSON, made once. */
  public static Content json(Object value) {
    return of("application/json; charset=utf-8", ApiJson.buffer(value).getBytes());
  }

  /** Part of a file. */
  public static Content file(String type, Path file, long from, long length) {
    return new Content(Buffer.buffer(), file, from, length).header("content-type", type);
  }

  /** No more than a status and headers. */
  public static Content nothing(int status) {
    return new Content(Buffer.buffer(), null, 0, 0).status(status);
  }

  public Content header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  /** To be saved under a name, which may have Vietnamese letters. Not cached. */
  public Content savedAs(String name) {
    return header("content-disposition", Download.disposition("attachment", name))
        .header("cache-control", "no-store");
  }

  public Content status(int code) {
    status = code;
    return this;
  }

  void answer(RoutingContext ctx) {
    HttpServerResponse response = ctx.response();
    response.setStatusCode(status);
    headers.forEach(response::putHeader);
    if (file == null) {
      response.end(bytes).onFailure(_ -> response.reset());
    } else {
      response.sendFile(file.toString(), from, length).onFailure(ctx::fail);
    }
  }
}
