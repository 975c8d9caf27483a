package vn.gocua.engine.http;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.gocua.base.text.Language;
import vn.gocua.base.text.Texts;
import vn.gocua.engine.http.link.LinkPage;
import vn.gocua.engine.http.link.SharedLinks;
import vn.gocua.engine.http.wire.Refused;
import vn.gocua.protocol.refusal.Refusal;
import vn.gocua.protocol.refusal.RequestReason;

/**
 * Refuses improper HTTP in the form of all other answers, leads from a spoilt link to the one that
 * was meant, and passes the rest on.
 */
public final class RequestFilter implements Handler<HttpServerRequest> {
  /** Methods whose requests may bring a body of any kind. */
  private static final Set<HttpMethod> BRING =
      Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH);

  private final Handler<HttpServerRequest> inside;
  private final SharedLinks links;

  /**
   * @param links what a spoilt address may have been; complete before the first request
   */
  public RequestFilter(Handler<HttpServerRequest> inside, SharedLinks links) {
    this.inside = inside;
    this.links = links;
  }

  @Override
  public void handle(HttpServerRequest request) {
    String meant = LinkPage.isOfPeople(request) ? links.mended(request.uri()) : null;
    boolean readable = Address.isReadable(request.uri());
    if (meant != null && (readable || LinkPage.isWanted(request))) {
      lead(request, meant);
    } else if (!readable) {
      Problems.answer(request, 400, RequestReason.BAD_ADDRESS);
    } else if (isFormOutOfPlace(request)) {
      refuse(request, 400);
    } else {
      inside.handle(request);
    }
  }

  /** Leads to another address. Browsers keep the fragment where that has none. */
  private static void lead(HttpServerRequest request, String address) {
    HttpServerResponse response = request.response();
    StaticFiles.guard(response);
    response
        .setStatusCode(302)
        .putHeader("location", address)
        .putHeader("cache-control", "no-store")
        .end()
        .onFailure(_ -> response.reset());
  }

  /**
   * Whether a form comes with a method without body, or in parts. No route takes such a form, and
   * its parser fails on some.
   */
  private static boolean isFormOutOfPlace(HttpServerRequest request) {
    boolean body =
        request.headers().contains(HttpHeaders.TRANSFER_ENCODING)
            || request.headers().contains(HttpHeaders.CONTENT_LENGTH);
    return body
        && request.headers().getAll(HttpHeaders.CONTENT_TYPE).stream()
            .map(type -> type.strip().toLowerCase(Locale.ROOT))
            .anyMatch(type -> isFormOutOfPlace(type, request.method()));
  }

  private static boolean isFormOutOfPlace(String type, HttpMethod method) {
    return type.startsWith("multipart/")
        || (type.startsWith("application/x-www-form-urlencoded") && !BRING.contains(method));
  }

  /** Answers requests that could not be decoded. */
  public static void turnAway(HttpServerRequest request) {
    switch (request.decoderResult().cause()) {
      case Refused refused -> refuse(request, refused.status());
      case TooLongHttpLineException _ -> refuse(request, 414);
      case TooLongHttpHeaderException _ -> refuse(request, 431);
      case null, default -> refuse(request, 400);
    }
  }

  private static void refuse(HttpServerRequest request, int status) {
    request.response().putHeader("connection", "close");
    Problems.answer(request, status, RequestReason.BAD_REQUEST)
        .onComplete(_ -> request.connection().close());
  }

  /** The refusal of a request whose head is inside already, in a language of these. */
  public static FullHttpResponse refusal(@Nullable String languages) {
    byte[] body =
        Problems.body(
                Texts.of("api", Language.accepted(languages)),
                400,
                Refusal.of(RequestReason.BAD_REQUEST),
                null)
            .getBytes();
    FullHttpResponse response =
        new DefaultFullHttpResponse(
            HttpVersion.HTTP_1_1, HttpResponseStatus.BAD_REQUEST, Unpooled.wrappedBuffer(body));
    StaticFiles.GUARDS.forEach(response.headers()::set);
    response
        .headers()
        .set(HttpHeaderNames.CONTENT_TYPE, Problems.CONTENT_TYPE)
        .set(HttpHeaderNames.CACHE_CONTROL, HttpHeaderValues.NO_STORE)
        .set(HttpHeaderNames.CONTENT_LENGTH, body.length)
        .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
    return response;
  }
}
