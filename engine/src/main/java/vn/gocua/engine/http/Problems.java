package vn.gocua.engine.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.github.f4b6a3.uuid.UuidCreator;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.gocua.base.text.Brief;
import vn.gocua.base.text.Language;
import vn.gocua.base.text.Texts;
import vn.gocua.engine.http.json.ApiJson;
import vn.gocua.engine.http.json.JsonBounds;
import vn.gocua.engine.http.link.LinkPage;
import vn.gocua.engine.journal.JournalBusy;
import vn.gocua.engine.journal.JournalUnavailable;
import vn.gocua.engine.vault.VaultUnavailable;
import vn.gocua.protocol.refusal.Reason;
import vn.gocua.protocol.refusal.Refusal;
import vn.gocua.protocol.refusal.RequestReason;

/**
 * Maps every failure to an RFC 9457 answer, once for all routes. Who has opened a link gets a page
 * of words instead.
 */
public final class Problems {
  private static final Logger log = LoggerFactory.getLogger(Problems.class);

  static final String CONTENT_TYPE = "application/problem+json; charset=utf-8";
  private static final String PAGE_TYPE = "text/html; charset=utf-8";

  private Problems() {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record Body(
      String type,
      String title,
      int status,
      String code,
      @Nullable String detail,
      @Nullable String reference,
      @Nullable String team) {}

  public static void answer(RoutingContext ctx) {
    Throwable failure = cause(ctx.failure());
    switch (failure) {
      case Refusal refusal -> answer(ctx, refusal);
      case JournalBusy _ -> answer(ctx, Refusal.forNow(RequestReason.BUSY, Duration.ofSeconds(2)));
      case JournalUnavailable _ ->
          answer(ctx, Refusal.forNow(RequestReason.JOURNAL_UNAVAILABLE, Duration.ofSeconds(5)));
      case VaultUnavailable _ ->
          answer(ctx, Refusal.forNow(RequestReason.VAULT_UNAVAILABLE, Duration.ofSeconds(5)));
      case HttpClosedException _ -> log.debug("somebody left before the answer");
      case null -> answerStatus(ctx, null);
      default -> unexpected(ctx, failure);
    }
  }

  /** The status of a refusal by its kind. The only such map. */
  private static int status(Reason.Kind kind) {
    return switch (kind) {
      case INVALID -> 400;
      case NOT_SIGNED_IN -> 401;
      case FORBIDDEN -> 403;
      case UNKNOWN -> 404;
      case CONFLICT -> 409;
      case GONE -> 410;
      case TOO_LARGE -> 413;
      case UNSUPPORTED -> 415;
      case TOO_MANY -> 429;
      case BUSY -> 503;
      case NO_ANSWER -> 504;
    };
  }

  /** The failure without the wrappers of futures. */
  private static @Nullable Throwable cause(@Nullable Throwable failure) {
    return failure instanceof CompletionException && failure.getCause() != null
        ? cause(failure.getCause())
        : failure;
  }

  /** The refusal for a bare status. */
  private static Refusal byStatus(int status) {
    return switch (status) {
      case 404 -> Refusal.of(RequestReason.NOT_FOUND);
      case 405 -> Refusal.of(RequestReason.METHOD_NOT_ALLOWED);
      case 413 -> Refusal.of(RequestReason.BODY_TOO_LARGE, JsonBounds.LARGE.inWords());
      default -> Refusal.of(status < 500 ? RequestReason.BAD_REQUEST : RequestReason.INTERNAL);
    };
  }

  private static void answerStatus(RoutingContext ctx, @Nullable String reference) {
    int status = ctx.statusCode() >= 400 && ctx.statusCode() < 500 ? ctx.statusCode() : 500;
    answer(ctx, status, byStatus(status), reference);
  }

  private static void unexpected(RoutingContext ctx, Throwable failure) {
    if (ctx.statusCode() >= 400 && ctx.statusCode() < 500) {
      answerStatus(ctx, null);
      return;
    }
    String reference = UuidCreator.getTimeOrderedEpoch().toString();
    log.error(
        "{} {} failed, reference {}",
        ctx.request().method(),
        Brief.text(ctx.normalizedPath()),
        reference,
        failure);
    answerStatus(ctx, reference);
  }

  private static void answer(RoutingContext ctx, Refusal refusal) {
    answer(ctx, status(refusal.reason().kind()), refusal, null);
  }

  private static void answer(
      RoutingContext ctx, int status, Refusal refusal, @Nullable String reference) {
    HttpServerResponse response = ctx.response();
    if (response.headWritten()) {
      response.reset();
      return;
    }
    var _ = write(ctx.request(), status, refusal, reference);
  }

  /** Answers a request that never gets to the routes. */
  static Future<Void> answer(HttpServerRequest request, int status, RequestReason reason) {
    StaticFiles.guard(request.response());
    return write(request, status, Refusal.of(reason), null);
  }

  private static Future<Void> write(
      HttpServerRequest request, int status, Refusal refusal, @Nullable String reference) {
    HttpServerResponse response = request.response();
    Duration retryAfter = refusal.retryAfter();
    if (retryAfter != null) {
      response.putHeader(
          "retry-after", String.valueOf(Math.max(1, (retryAfter.toMillis() + 999) / 1000)));
    }
    if (status == 401) {
      response.putHeader("www-authenticate", "Bearer");
    }
    if (status == 415) {
      response.putHeader("accept-encoding", "gzip, deflate");
    }
    boolean page = LinkPage.isWanted(request);
    Texts texts = texts(request);
    return response
        .setStatusCode(status)
        .putHeader("content-type", page ? PAGE_TYPE : CONTENT_TYPE)
        .putHeader("cache-control", "no-store")
        .end(
            page
                ? Buffer.buffer(LinkPage.of(texts.on("link"), title(texts, refusal), status))
                : body(texts, status, refusal, reference))
        .onFailure(_ -> response.reset());
  }

  private static Texts texts(HttpServerRequest request) {
    return Texts.of("api", Language.accepted(request.getHeader("accept-language")));
  }

  /** The answer's body for a refusal. */
  static Buffer body(Texts texts, int status, Refusal refusal, @Nullable String reference) {
    String code = refusal.code();
    return ApiJson.buffer(
        new Body(
            "urn:gocua:problem:" + code,
            title(texts, refusal),
            status,
            code,
            texts.find(code + ".detail", Brief.all(refusal.arguments())),
            reference,
            refusal.team()));
  }

  private static String title(Texts texts, Refusal refusal) {
    String code = refusal.code();
    return Objects.requireNonNullElseGet(
        texts.find(code, Brief.all(refusal.arguments())), () -> unsaid(code));
  }

  /** A mistake in the program, which must not keep the answer back. */
  private static String unsaid(String code) {
    log.error("there is no text for the reason {}", code);
    return code;
  }
}
