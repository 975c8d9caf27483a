package vn.gocua.engine.documents;

import com.github.f4b6a3.uuid.UuidCreator;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.gocua.base.text.NormalText;
import vn.gocua.engine.documents.DocumentService.Lookup;
import vn.gocua.engine.http.api.Api;
import vn.gocua.engine.http.api.Call;
import vn.gocua.engine.http.api.Content;
import vn.gocua.engine.http.api.Download;
import vn.gocua.engine.http.api.Upload;
import vn.gocua.engine.rights.Permission;
import vn.gocua.protocol.content.ContentReason;
import vn.gocua.protocol.content.DocumentEndpoints;
import vn.gocua.protocol.content.DocumentList;
import vn.gocua.protocol.refusal.Refusal;
import vn.gocua.protocol.refusal.RequestReason;

/** Documents over HTTP: leaders upload, everybody with the link downloads. */
final class DocumentRoutes {
  private static final long MEBIBYTE = 1024L * 1024;
  private static final Duration FARTHEST = Duration.ofDays(366);
  private static final Pattern RANGE = Pattern.compile("bytes=(\\d{0,15})-(\\d{0,15})");
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{22}");

  /** A document is for looking at: it runs nothing, fetches nothing, belongs to no site. */
  private static final String POLICY =
      "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'; sandbox";

  private final DocumentService service;
  private final ZoneId zone;
  private final String publicUrl;
  private final Clock clock;
  private final long largest;

  /**
   * @param publicUrl the address that phones can reach, without a slash at its end
   * @param clock the campaign's time
   * @param largestMegabytes largest accepted file (base 1024)
   */
  DocumentRoutes(
      DocumentService service, ZoneId zone, String publicUrl, Clock clock, int largestMegabytes) {
    this.service = service;
    this.zone = zone;
    this.publicUrl = publicUrl;
    this.clock = clock;
    this.largest = largestMegabytes * MEBIBYTE;
  }

  void mount(Api api) {
    api.on(DocumentEndpoints.READ)
        .may(Permission.SHARE_DOCUMENTS)
        .blocking(_ -> new DocumentList(service.all().stream().map(this::row).toList(), largest));
    api.on(DocumentEndpoints.SHARE)
        .may(Permission.SHARE_DOCUMENTS)
        .created()
        .upload(
            new Upload(
                () -> service.store().incoming(),
                largest,
                () -> Refusal.of(ContentReason.DOCUMENT_TOO_LARGE, largest / MEBIBYTE)),
            this::incoming,
            this::share);
    api.on(DocumentEndpoints.WITHDRAW).may(Permission.SHARE_DOCUMENTS).blocking(this::withdraw);
    api.links().codes("/d/", TOKEN);
    api.on(DocumentEndpoints.FETCH).everybody().content(this::download);
  }

  private DocumentList.Row row(SharedDocument document) {
    return new DocumentList.Row(
        document.id(),
        document.name(),
        document.type(),
        document.size(),
        publicUrl + "/d/" + service.token(document.id()),
        document.until().atZone(zone).toOffsetDateTime(),
        document.sharedAt().atZone(zone).toOffsetDateTime(),
        document.by(),
        document.isHandedOut(clock.instant()),
        document.fetched() + service.waiting(document.id()));
  }

  private record Incoming(String name, Instant until) {}

  private Incoming incoming(Call<?> call) {
    String name = call.query("name");
    if (name == null || name.isBlank() || name.length() > 300) {
      throw Refusal.of(RequestReason.MISSING_FIELD, "name");
    }
    return new Incoming(NormalText.composed(name), until(call.query("until")));
  }

  private Instant until(@Nullable String text) {
    try {
      Instant until = text == null ? null : OffsetDateTime.parse(text).toInstant();
      Instant now = clock.instant();
      if (until == null || !until.isAfter(now) || until.isAfter(now.plus(FARTHEST))) {
        throw Refusal.of(ContentReason.UNTIL_NOT_AHEAD);
      }
      return until;
    } catch (DateTimeException _) {
      throw Refusal.of(RequestReason.INVALID_TIME, "until");
    }
  }

  private DocumentList.Row share(Call<?> call, Incoming incoming, Path file) throws IOException {
    DocumentService.Upload upload =
        new DocumentService.Upload(
            UuidCreator.getTimeOrderedEpoch().toString(),
            incoming.name(),
            file,
            incoming.until(),
            call.by());
    return service
        .share(upload)
        .map(this::row)
        .orElseThrow(() -> Refusal.of(ContentReason.UNKNOWN_FILE_KIND));
  }

  private DocumentList.Row withdraw(Call<?> call) throws IOException {
    return service
        .withdraw(call.path("id"), call.by())
        .map(this::row)
        .orElseThrow(() -> Refusal.of(ContentReason.UNKNOWN_DOCUMENT));
  }

  private Content download(Call<?> call) throws IOException {
    String token = call.path("token");
    if (!TOKEN.matcher(token).matches()) {
      throw Refusal.of(ContentReason.UNKNOWN_DOCUMENT);
    }
    return switch (service.find(token)) {
      case Lookup.Found(var document, var file) -> content(call, document, file);
      case Lookup.Expired _ -> throw Refusal.of(ContentReason.DOCUMENT_OVER);
      case Lookup.Unknown _ -> throw Refusal.of(ContentReason.UNKNOWN_DOCUMENT);
    };
  }

  private Content content(Call<?> call, SharedDocument document, Path file) {
    long size = document.size();
    Span span = span(call.header("range"), size);
    Content content =
        span == null
            ? Content.nothing(416).header("content-range", "bytes */" + size)
            : Content.file(document.type(), file, span.from(), span.length());
    if (span != null) {
      // Browsers do not show a PDF within a sandbox; it is saved instead.
      String kind = document.type().equals(FileKind.PDF.mediaType()) ? "attachment" : "inline";
      content.header("content-disposition", Download.disposition(kind, document.name()));
      if (span.partial()) {
        content
            .status(206)
            .header(
                "content-range",
                "bytes " + span.from() + "-" + (span.from() + span.length() - 1) + "/" + size);
      }
      if (span.from() == 0) {
        service.fetched(document.id());
      }
    }
    return content
        .header("content-security-policy", POLICY)
        .header("content-encoding", "identity")
        .header("cross-origin-resource-policy", "same-origin")
        .header("accept-ranges", "bytes")
        .header("etag", "\"" + document.id() + "\"")
        .header("cache-control", "private, no-cache");
  }

  private record Span(long from, long length, boolean partial) {}

  /** The requested part of a file: all of it, or one span; null for one outside the file. */
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
