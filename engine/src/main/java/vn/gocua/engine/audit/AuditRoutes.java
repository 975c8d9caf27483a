package vn.gocua.engine.audit;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.gocua.base.text.Texts;
import vn.gocua.engine.export.ExportLog;
import vn.gocua.engine.export.ExportRecord;
import vn.gocua.engine.export.ExportRoutes;
import vn.gocua.engine.fact.AuditLine;
import vn.gocua.engine.http.api.Api;
import vn.gocua.engine.http.api.Call;
import vn.gocua.engine.http.api.Download;
import vn.gocua.engine.rights.Permission;
import vn.gocua.engine.table.CsvWriter;
import vn.gocua.protocol.content.AuditLines;
import vn.gocua.protocol.content.ContentReason;
import vn.gocua.protocol.help.PrivacyEndpoints;
import vn.gocua.protocol.refusal.Refusal;
import vn.gocua.protocol.refusal.RequestReason;

/** The audit over HTTP, for leaders. Read-only. */
final class AuditRoutes {
  private static final int USUAL = 200;
  private static final int MOST = 1000;

  private final ZoneId zone;
  private final AuditTrail trail;
  private final ExportLog log;
  private final Function<Texts, Sentences> sentences;

  AuditRoutes(ZoneId zone, AuditTrail trail, ExportLog log, Function<Texts, Sentences> sentences) {
    this.sentences = sentences;
    this.zone = zone;
    this.trail = trail;
    this.log = log;
  }

  void mount(Api api) {
    api.on(PrivacyEndpoints.AUDIT).may(Permission.READ_AUDIT).blocking(this::read);
    api.on(PrivacyEndpoints.AUDIT_CSV).may(Permission.READ_AUDIT).file(this::export);
  }

  private AuditLines read(Call<?> call) {
    AuditTrail.Wanted wanted = wanted(call);
    int limit = call.number("limit", USUAL, MOST);
    Texts texts = call.texts("tables");
    Sentences said = sentences.apply(texts);
    List<AuditLine> lines = trail.latest(wanted, limit + 1);
    return new AuditLines(
        lines.stream().limit(limit).map(line -> line(line, texts, said)).toList(),
        lines.size() > limit);
  }

  private AuditLines.Line line(AuditLine line, Texts texts, Sentences said) {
    return new AuditLines.Line(
        line.at().atZone(zone).toOffsetDateTime(),
        line.who(),
        line.what(),
        texts.ofCode("deed", line.what()),
        line.about(),
        line.details(),
        said.whole(line),
        said.parts(line));
  }

  private AuditTrail.Wanted wanted(Call<?> call) {
    Instant from = call.date("from", LocalDate.EPOCH).atStartOfDay(zone).toInstant();
    LocalDate last = call.date("to", LocalDate.of(9999, 1, 1));
    Instant before = last.plusDays(1).atStartOfDay(zone).toInstant();
    Instant given = before(call.query("before"));
    return new AuditTrail.Wanted(
        from,
        given != null && given.isBefore(before) ? given : before,
        call.query("who"),
        what(call.query("what")));
  }

  private static @Nullable Instant before(@Nullable String text) {
    try {
      return text == null ? null : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException _) {
      throw Refusal.of(RequestReason.INVALID_TIME, "before");
    }
  }

  private Set<String> what(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return Set.of();
    }
    Set<String> codes = Stream.of(text.split(",")).collect(Collectors.toCollection(TreeSet::new));
    Set<String> known = trail.codes();
    for (String code : codes) {
      if (!known.contains(code)) {
        throw Refusal.of(ContentReason.UNKNOWN_DEED, code, known);
      }
    }
    return codes;
  }

  private void export(Call<?> call, Download file) throws IOException {
    AuditTrail.Wanted wanted = wanted(call);
    Texts texts = call.texts("tables");
    log.record(new ExportRecord("audit.csv", call.by(), null, null, null, call.now()));
    write(trail.all(wanted), texts, file.as(ExportRoutes.CSV, "audit.csv"));
  }

  private void write(List<AuditLine> lines, Texts texts, Download file) throws IOException {
    Sentences said = sentences.apply(texts);
    CsvWriter csv = new CsvWriter(file);
    csv.row(
        Stream.of("at", "who", "what", "name", "about", "details", "who-name", "sentence")
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
                  .collect(Collectors.joining("; ")),
              said.who(line),
              said.whole(line)));
    }
    csv.close();
  }
}
