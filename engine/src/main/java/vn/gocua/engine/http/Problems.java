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
import vn.gocua.base.text.Language;
import vn.gocua.base.text.Texts;
import vn.gocua.engine.http.json.ApiJson;
import vn.gocua.engine.http.json.Brief;
import vn.gocua.engine.http.json.JsonBounds;
import vn.gocua.engine.http.json.Problem;
import vn.gocua.engine.journal.JournalBusy;
import vn.gocua.engine.journal.JournalUnavailable;
import vn.gocua.engine.vault.VaultUnavailable;
import vn.gocua.protocol.Refusal;

/** Maps every failure to an RFC 9457 answer, once for all routes. */
public final class Problems {
  private static final Logger log = LoggerFactory.getLogger(Problems.class);

  static final String CONTENT_TYPE = "application/problem+json; charset=utf-8";

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
      case Refusal refusal -> answer(ctx, Problem.of(refusal), null);
      case Problem problem -> answer(ctx, problem, null);
      case JournalBusy _ -> answer(ctx, Problem.passing(503, "busy", Duration.ofSeconds(2)), null);
      case JournalUnavailable _ ->
          answer(ctx, Problem.passing(503, "journal-unavailable", Duration.ofSeconds(5)), null);
      case VaultUnavailable _ ->
          answer(ctx, Problem.passing(503, "vault-unavailable", Duration.ofSeconds(5)), null);
      case HttpClosedException _ -> log.debug("somebody left before the answer");
      case null -> answer(ctx, byStatus(ctx.statusCode()), null);
      default -> unexpected(ctx, failure);
    }
  }

  /** What failed, freed of the wrapping that a chain of futures puts around it. */
  private static @Nullable Throwable cause(@Nullable Throwable failure) {
    return failure instanceof CompletionException && failure.getCause() != null
        ? cause(failure.getCause())
        : failure;
  }

  private static Problem byStatus(int status) {
    return switch (status) {
      case 404 -> Problem.of(404, "not-found");
      case 405 -> Problem.of(405, "method-not-allowed");
      case 413 -> Problem.of(413, "body-too-large", JsonBounds.LARGE.inWords());
      default ->
          status >= 400 && status < 500
              ? Problem.of(status, "bad-request")
              : Problem.of(500, "internal");
    };
  }

  private static void unexpected(RoutingContext ctx, Throwable failure) {
    if (ctx.statusCode() >= 400 && ctx.statusCode() < 500) {
      answer(ctx, byStatus(ctx.statusCode()), null);
      return;
    }
    String reference = UuidCreator.getTimeOrderedEpoch().toString();
    log.error(
        "{} {} failed, reference {}",
        ctx.request().method(),
        Brief.text(ctx.normalizedPath()),
        reference,
        failure);
    answer(ctx, Problem.of(500, "internal"), reference);
  }

  private static void answer(RoutingContext ctx, Problem problem, @Nullable String reference) {
    HttpServerResponse response = ctx.response();
    if (response.headWritten()) {
      response.reset();
      return;
    }
    var _ = write(response, texts(ctx.request()), problem, reference);
  }

  /** Answers a request that never gets to the routes. */
  static Future<Void> answer(HttpServerRequest request, Problem problem) {
    StaticFiles.guard(request.response());
    return write(request.response(), texts(request), problem, null);
  }

  private static Future<Void> write(
      HttpServerResponse response, Texts texts, Problem problem, @Nullable String reference) {
    Duration retryAfter = problem.retryAfter();
    if (retryAfter != null) {
      response.putHeader(
          "retry-after", String.valueOf(Math.max(1, (retryAfter.toMillis() + 999) / 1000)));
    }
    if (problem.status() == 401) {
      response.putHeader("www-authenticate", "Bearer");
    }
    if (problem.status() == 415) {
      response.putHeader("accept-encoding", "gzip, deflate");
    }
    return response
        .setStatusCode(problem.status())
        .putHeader("content-type", CONTENT_TYPE)
        .putHeader("cache-control", "no-store")
        .end(body(texts, problem, reference))
        .onFailure(_ -> response.reset());
  }

  private static Texts texts(HttpServerRequest request) {
    return Texts.of("api", Language.accepted(request.getHeader("accept-language")));
  }

  /** What is said about a problem. */
  static Buffer body(Texts texts, Problem problem, @Nullable String reference) {
    Object[] said = Brief.all(problem.arguments());
    return ApiJson.buffer(
        new Body(
            "urn:gocua:problem:" + problem.code(),
            Objects.requireNonNullElse(texts.find(problem.code(), said), problem.code()),
            problem.status(),
            problem.code(),
            texts.find(problem.code() + ".detail", said),
            reference,
            problem.team()));
  }
}
