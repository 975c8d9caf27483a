package vn.gocua.engine.audit;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.gocua.base.text.Texts;
import vn.gocua.engine.access.Guard;
import vn.gocua.engine.access.Principal;
import vn.gocua.engine.export.ExportLog;
import vn.gocua.engine.export.ExportRecord;
import vn.gocua.engine.export.ExportRoutes;
import vn.gocua.engine.http.AcceptedLanguage;
import vn.gocua.engine.http.Attachment;
import vn.gocua.engine.http.json.ApiJson;
import vn.gocua.engine.http.json.Problem;
import vn.gocua.engine.table.CsvWriter;

/** The audit over HTTP, for leaders; there is no way to change it. */
public final class AuditRoutes {
  private static final int USUAL = 200;
  private static final int MOST = 1000;

  private final ZoneId zone;
  private final AuditTrail trail;
  private final ExportLog log;
  private final Guard guard;
  private final Guard.Blocking blocking;
  private final Clock clock;

  /**
   * @param clock the campaign's time
   */
  public AuditRoutes(
      ZoneId zone,
      AuditTrail trail,
      ExportLog log,
      Guard guard,
      Guard.Blocking blocking,
      Clock clock) {
    this.zone = zone;
    this.trail = trail;
    this.log = log;
    this.guard = guard;
    this.blocking = blocking;
    this.clock = clock;
  }

  public void mount(Router router) {
    router.get("/api/v1/audit").handler(ctx -> guard.leader(ctx, (c, _) -> read(c)));
    router.get("/api/v1/audit.csv").handler(ctx -> guard.leader(ctx, this::export));
  }

  private record Line(
      OffsetDateTime at,
      String who,
      String what,
      String name,
      String about,
      Map<String, String> details) {}

  private record Lines(List<Line> lines, boolean more) {}

  private void read(RoutingContext ctx) {
    AuditTrail.Wanted wanted = wanted(ctx);
    int limit = limit(ctx.request().getParam("limit"));
    Texts texts = Texts.of("tables", AcceptedLanguage.of(ctx));
    blocking
        .run(() -> trail.latest(wanted, limit + 1))
        .onSuccess(lines ->
            ApiJson.answer(
                ctx,
                200,
                new Lines(
                    lines.stream().limit(limit).map(line -> line(line, texts)).toList(),
                    lines.size() > limit)))
        .onFailure(ctx::fail);
  }

  private Line line(AuditLine line, Texts texts) {
    return new Line(
        line.at().atZone(zone).toOffsetDateTime(),
        line.who(),
        line.what(),
        texts.ofCode("deed", line.what()),
        line.about(),
        line.details());
  }

  private AuditTrail.Wanted wanted(RoutingContext ctx) {
    Instant from = ExportRoutes.date(ctx, "from", LocalDate.EPOCH).atStartOfDay(zone).toInstant();
    LocalDate last = ExportRoutes.date(ctx, "to", LocalDate.of(9999, 1, 1));
    Instant before = last.plusDays(1).atStartOfDay(zone).toInstant();
    Instant given = before(ctx.request().getParam("before"));
    return new AuditTrail.Wanted(
        from,
        given != null && given.isBefore(before) ? given : before,
        ctx.request().getParam("who"),
        what(ctx.request().getParam("what")));
  }

  private static @Nullable Instant before(@Nullable String text) {
    try {
      return text == null ? null : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException _) {
      throw Problem.of(400, "invalid-time", "before");
    }
  }

  private static Set<String> what(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return Set.of();
    }
    Set<String> codes = Stream.of(text.split(",")).collect(Collectors.toCollection(TreeSet::new));
    for (String code : codes) {
      if (!AuditKinds.codes().contains(code)) {
        throw Problem.of(400, "unknown-deed", code, AuditKinds.codes());
      }
    }
    return codes;
  }

  private static int limit(@Nullable String text) {
    try {
      int limit = text == null ? USUAL : Integer.parseInt(text);
      if (limit >= 1 && limit <= MOST) {
        return limit;
      }
    } catch (NumberFormatException _) {
      // Said below.
    }
    throw Problem.of(400, "out-of-range", "limit", 1, MOST);
  }

  private void export(RoutingContext ctx, Principal.Leader who) {
    AuditTrail.Wanted wanted = wanted(ctx);
    Texts texts = Texts.of("tables", AcceptedLanguage.of(ctx));
    Attachment file = new Attachment(ctx, ExportRoutes.CSV, "audit.csv");
    blocking
        .run(() -> {
          log.record(
              new ExportRecord("audit.csv", who.username(), null, null, null, clock.instant()));
          write(trail.all(wanted), texts, file);
          return wanted;
        })
        .onFailure(ctx::fail);
  }

  private void write(List<AuditLine> lines, Texts texts, Attachment file) {
    try {
      CsvWriter csv = new CsvWriter(file);
      csv.row(
          Stream.of("at", "who", "what", "name", "about", "details")
              .map(column -> texts.get("audit." + column))
              .toList());
      for (AuditLine line : lines) {
        csv.row(
            List.of(
                LocalDateTime.ofInstant(line.at(), zone),
                line.who(),
                line.what(),
                texts.ofCode("deed", line.what()),
                line.about(),
                line.details().entrySet().stream()
                    .map(entry -> entry.getKey() + ": " + entry.getValue())
                    .collect(Collectors.joining("; "))));
      }
      csv.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
