package vn.gocua.engine.documents;

import com.github.f4b6a3.uuid.UuidCreator;
import io.vertx.core.Future;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.gocua.base.text.NormalText;
import vn.gocua.engine.access.Guard;
import vn.gocua.engine.documents.DocumentDesk.Found;
import vn.gocua.engine.http.api.Download;
import vn.gocua.engine.http.json.ApiJson;
import vn.gocua.engine.rights.Principal;
import vn.gocua.protocol.Refusal;

/** Documents over HTTP: leaders upload, whoever has the link downloads. */
public final class DocumentRoutes {
  /** Where documents are uploaded; their bodies are not gathered in memory. */
  public static final String DOCUMENTS = "/api/v1/documents";

  private static final long MEBIBYTE = 1024L * 1024;
  private static final Duration FARTHEST = Duration.ofDays(366);
  private static final Pattern RANGE = Pattern.compile("bytes=(\\d{0,15})-(\\d{0,15})");
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{22}");

  /** A document is for looking at: it runs nothing, fetches nothing, belongs to no site. */
  private static final String POLICY =
      "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'; sandbox";

  private final DocumentDesk desk;
  private final ZoneId zone;
  private final String publicUrl;
  private final Guard guard;
  private final Guard.Blocking blocking;
  private final Clock clock;
  private final long largest;

  /**
   * @param publicUrl what phones can reach, without a slash at its end
   * @param clock the campaign's time
   * @param largestMegabytes no larger file is taken (base 1024)
   */
  public DocumentRoutes(
      DocumentDesk desk,
      ZoneId zone,
      String publicUrl,
      Guard guard,
      Guard.Blocking blocking,
      Clock clock,
      int largestMegabytes) {
    this.desk = desk;
    this.zone = zone;
    this.publicUrl = publicUrl;
    this.guard = guard;
    this.blocking = blocking;
    this.clock = clock;
    this.largest = largestMegabytes * MEBIBYTE;
  }

  public void mount(Router router) {
    router.get(DOCUMENTS).handler(ctx -> guard.leader(ctx, (c, _) -> list(c)));
    router.post(DOCUMENTS).handler(ctx -> guard.leader(ctx, this::upload));
    router.post(DOCUMENTS + "/:id/withdraw").handler(ctx -> guard.leader(ctx, this::withdraw));
    router.get("/d/:token").handler(this::download);
  }

  private record View(
      String id,
      String name,
      String type,
      long size,
      String url,
      OffsetDateTime until,
      OffsetDateTime sharedAt,
      String by,
      boolean active,
      int downloads) {}

  private record All(List<View> documents, long largest) {}

  private View view(SharedDocument document) {
    return new View(
        document.id(),
        document.name(),
        document.type(),
        document.size(),
        publicUrl + "/d/" + desk.token(document.id()),
        document.until().atZone(zone).toOffsetDateTime(),
        document.sharedAt().atZone(zone).toOffsetDateTime(),
        document.by(),
        document.isHandedOut(clock.instant()),
        document.fetched() + desk.waiting(document.id()));
  }

  private void list(RoutingContext ctx) {
    blocking
        .run(() -> new All(desk.all().stream().map(this::view).toList(), largest))
        .onSuccess(all -> ApiJson.answer(ctx, 200, all))
        .onFailure(ctx::fail);
  }

  /** The body goes to the disk as it comes; the connection ends if it is not wanted. */
  private void upload(RoutingContext ctx, Principal.Leader leader) {
    String name = ctx.request().getParam("name");
    if (name == null || name.isBlank() || name.length() > 300) {
      throw Refusal.invalid("missing-field", "name");
    }
    Instant until = until(ctx.request().getParam("until"));
    String length = ctx.request().getHeader("content-length");
    if (length != null && length.matches("\\d{1,15}") && Long.parseLong(length) > largest) {
      throw Refusal.tooLarge("document-too-large", largest / MEBIBYTE);
    }
    String id = UuidCreator.getTimeOrderedEpoch().toString();
    reading(() -> Files.createTempFile(desk.store().incoming(), id, ".part"))
        .compose(file ->
            ctx.vertx()
                .fileSystem()
                .open(file.toString(), new OpenOptions().setWrite(true))
                .onSuccess(open -> receive(ctx, open, file, new Incoming(id, name, until, leader))))
        .onFailure(ctx::fail);
  }

  private Instant until(@Nullable String text) {
    try {
      Instant until = text == null ? null : OffsetDateTime.parse(text).toInstant();
      Instant now = clock.instant();
      if (until == null || !until.isAfter(now) || until.isAfter(now.plus(FARTHEST))) {
        throw Refusal.invalid("until-not-ahead");
      }
      return until;
    } catch (DateTimeException _) {
      throw Refusal.invalid("invalid-time", "until");
    }
  }

  private record Incoming(String id, String name, Instant until, Principal.Leader leader) {}

  private void receive(RoutingContext ctx, AsyncFile open, Path file, Incoming incoming) {
    HttpServerRequest request = ctx.request();
    AtomicLong received = new AtomicLong();
    AtomicBoolean over = new AtomicBoolean();
    Runnable giveUp = () -> open.close().onComplete(_ -> reading(() -> Files.deleteIfExists(file)));
    request.exceptionHandler(_ -> {
      if (over.compareAndSet(false, true)) {
        giveUp.run();
      }
    });
    request.handler(piece -> {
      if (over.get()) {
        return;
      }
      if (received.addAndGet(piece.length()) > largest) {
        over.set(true);
        giveUp.run();
        ctx.fail(Refusal.tooLarge("document-too-large", largest / MEBIBYTE));
        return;
      }
      var _ = open.write(piece);
      if (open.writeQueueFull()) {
        request.pause();
        open.drainHandler(_ -> request.resume());
      }
    });
    request.endHandler(_ -> {
      if (over.compareAndSet(false, true)) {
        open.close().onSuccess(_ -> share(ctx, file, incoming)).onFailure(ctx::fail);
      }
    });
    request.resume();
  }

  private void share(RoutingContext ctx, Path file, Incoming incoming) {
    String name = NormalText.composed(incoming.name());
    DocumentDesk.Upload upload =
        new DocumentDesk.Upload(
            incoming.id(), name, file, incoming.until(), incoming.leader().username());
    reading(
            () -> {
              Optional<SharedDocument> shared = desk.share(upload);
              Files.deleteIfExists(file);
              return shared.map(this::view);
            })
        .onSuccess(shared ->
            shared.ifPresentOrElse(
                view -> ApiJson.answer(ctx, 201, view),
                () -> ctx.fail(Refusal.unsupported("unknown-file-kind"))))
        .onFailure(ctx::fail);
  }

  private void withdraw(RoutingContext ctx, Principal.Leader leader) {
    String id = ctx.pathParam("id");
    reading(() -> desk.withdraw(id, leader.username()).map(this::view))
        .onSuccess(withdrawn ->
            withdrawn.ifPresentOrElse(
                view -> ApiJson.answer(ctx, 200, view),
                () -> ctx.fail(Refusal.unknown("unknown-document"))))
        .onFailure(ctx::fail);
  }

  private void download(RoutingContext ctx) {
    String token = ctx.pathParam("token");
    if (!TOKEN.matcher(token).matches()) {
      throw Refusal.unknown("unknown-document");
    }
    reading(() -> desk.find(token))
        .onSuccess(found -> {
          switch (found) {
            case Found.Here(var document, var file) -> send(ctx, document, file);
            case Found.Otherwise.OVER -> ctx.fail(Refusal.gone("document-over"));
            case Found.Otherwise.NEVER -> ctx.fail(Refusal.unknown("unknown-document"));
          }
        })
        .onFailure(ctx::fail);
  }

  private void send(RoutingContext ctx, SharedDocument document, Path file) {
    HttpServerResponse response = ctx.response();
    // Browsers do not show a PDF within a sandbox; it is saved instead.
    String kind = document.type().equals(FileKind.PDF.mediaType()) ? "attachment" : "inline";
    response
        .putHeader("content-type", document.type())
        .putHeader("content-disposition", Download.disposition(kind, document.name()))
        .putHeader("content-security-policy", POLICY)
        .putHeader("content-encoding", "identity")
        .putHeader("cross-origin-resource-policy", "same-origin")
        .putHeader("accept-ranges", "bytes")
        .putHeader("etag", "\"" + document.id() + "\"")
        .putHeader("cache-control", "private, no-cache");
    long size = document.size();
    Span span = span(ctx.request().getHeader("range"), size);
    if (span == null) {
      response.headers().remove("content-type").remove("content-disposition");
      response.putHeader("content-range", "bytes */" + size).setStatusCode(416);
      var _ = response.end();
      return;
    }
    if (span.partial()) {
      response
          .setStatusCode(206)
          .putHeader(
              "content-range",
              "bytes " + span.from() + "-" + (span.from() + span.length() - 1) + "/" + size);
    }
    if (span.from() == 0) {
      desk.fetched(document.id());
    }
    response.sendFile(file.toString(), span.from(), span.length()).onFailure(_ -> response.reset());
  }

  @FunctionalInterface
  private interface Reading<T> {
    T now() throws IOException;
  }

  /** Work on files, off the event loop. */
  private <T> Future<T> reading(Reading<T> work) {
    return blocking.<T>run(() -> {
      try {
        return work.now();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    });
  }

  private record Span(long from, long length, boolean partial) {}

  /** What of a file is asked for: all of it, unless one span is; null for one outside the file. */
  private static @Nullable Span span(@Nullable String header, long size) {
    Matcher range = RANGE.matcher(header == null ? "" : header.strip());
    if (!range.matches() || (range.group(1).isEmpty() && range.group(2).isEmpty())) {
      return new Span(0, size, false);
    }
    long from;
    long to = size - 1;
    if (range.group(1).isEmpty()) {
      from = Math.max(0, size - Long.parseLong(range.group(2)));
    } else {
      from = Long.parseLong(range.group(1));
      to = range.group(2).isEmpty() ? to : Math.min(to, Long.parseLong(range.group(2)));
    }
    return from >= size || from > to ? null : new Span(from, to - from + 1, true);
  }
}
