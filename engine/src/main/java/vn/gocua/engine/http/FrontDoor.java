package vn.gocua.engine.http;

import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import java.util.regex.Pattern;

/** Turns away what is no proper HTTP, in the words of every other answer; lets the rest in. */
public final class FrontDoor implements Handler<HttpServerRequest> {
  private static final Pattern HALF_AN_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");

  private final Handler<HttpServerRequest> inside;

  public FrontDoor(Handler<HttpServerRequest> inside) {
    this.inside = inside;
  }

  @Override
  public void handle(HttpServerRequest request) {
    if (HALF_AN_ESCAPE.matcher(request.uri()).find()) {
      Problems.answer(request, Problem.of(400, "bad-address"));
    } else {
      inside.handle(request);
    }
  }

  /** For requests that could not be decoded. */
  public static void turnAway(HttpServerRequest request) {
    switch (request.decoderResult().cause()) {
      case TooLongHttpLineException _ -> refuse(request, 414);
      case TooLongHttpHeaderException _ -> refuse(request, 431);
      case null, default -> refuse(request, 400);
    }
  }

  private static void refuse(HttpServerRequest request, int status) {
    request.response().putHeader("connection", "close");
    Problems.answer(request, Problem.of(status, "bad-request"))
        .onComplete(_ -> request.connection().close());
  }
}
