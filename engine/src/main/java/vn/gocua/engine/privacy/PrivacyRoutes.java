package vn.gocua.engine.privacy;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import vn.gocua.engine.audit.AuditFeature;
import vn.gocua.engine.campaign.Campaign;
import vn.gocua.engine.export.ExportLog;
import vn.gocua.engine.export.ExportRecord;
import vn.gocua.engine.export.ExportRoutes;
import vn.gocua.engine.http.api.Api;
import vn.gocua.engine.http.api.Call;
import vn.gocua.engine.http.api.Download;
import vn.gocua.engine.http.json.FieldText;
import vn.gocua.engine.rights.Permission;
import vn.gocua.protocol.checkin.CheckInReason;
import vn.gocua.protocol.help.PrivacyEndpoints;
import vn.gocua.protocol.privacy.AffectedList;
import vn.gocua.protocol.privacy.AffectedQuery;
import vn.gocua.protocol.refusal.Refusal;

/** What leaders owe by law, over HTTP: who was affected, and the record of processing. */
final class PrivacyRoutes {
  private static final String FILE = "processing.csv";

  private final Campaign campaign;
  private final Affected affected;
  private final AuditFeature audit;
  private final ExportLog log;

  PrivacyRoutes(Campaign campaign, Affected affected, AuditFeature audit, ExportLog log) {
    this.campaign = campaign;
    this.affected = affected;
    this.audit = audit;
    this.log = log;
  }

  void mount(Api api) {
    api.on(PrivacyEndpoints.AFFECTED).may(Permission.READ_AUDIT).blocking(this::affected);
    api.on(PrivacyEndpoints.PROCESSING_CSV).may(Permission.READ_AUDIT).file(this::processing);
  }

  private AffectedList affected(Call<AffectedQuery> call) {
    AffectedQuery query = call.body();
    Instant from = FieldText.time(query.from(), "from");
    Instant to = FieldText.time(query.to(), "to");
    if (to.isBefore(from)) {
      throw Refusal.of(CheckInReason.FROM_AFTER_TO, query.from(), query.to());
    }
    return affected.by(query.who(), from, to);
  }

  private void processing(Call<?> call, Download file) throws IOException {
    ZoneId zone = campaign.zone();
    LocalDate first = call.date("from", LocalDate.EPOCH);
    LocalDate last = call.date("to", LocalDate.of(9999, 1, 1));
    Instant from = first.atStartOfDay(zone).toInstant();
    Instant before = last.plusDays(1).atStartOfDay(zone).toInstant();
    ProcessingRecord record =
        ProcessingRecord.of(audit.lines(from, before, ProcessingRecord.CODES));
    log.record(new ExportRecord(FILE, call.by(), null, null, null, call.now()));
    record.write(call.texts("tables"), zone, file.as(ExportRoutes.CSV, FILE));
  }
}
