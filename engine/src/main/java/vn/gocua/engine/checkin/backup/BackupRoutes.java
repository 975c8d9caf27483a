package vn.gocua.engine.checkin.backup;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import tools.jackson.databind.node.ObjectNode;
import vn.gocua.base.text.Brief;
import vn.gocua.base.text.Texts;
import vn.gocua.engine.campaign.Campaign;
import vn.gocua.engine.checkin.BatchItem;
import vn.gocua.engine.checkin.CheckInMeter;
import vn.gocua.engine.checkin.CheckInService;
import vn.gocua.engine.checkin.Rejection;
import vn.gocua.engine.checkin.Submission;
import vn.gocua.engine.checkin.Verdict;
import vn.gocua.engine.checkin.VoidService;
import vn.gocua.engine.checkin.backup.PhoneBackup.VoidOrder;
import vn.gocua.engine.http.HeavyWork;
import vn.gocua.engine.http.api.Api;
import vn.gocua.engine.http.api.Call;
import vn.gocua.engine.http.json.ApiJson;
import vn.gocua.engine.http.json.RecordReader;
import vn.gocua.engine.journal.GroupCommit;
import vn.gocua.engine.rights.Permission;
import vn.gocua.protocol.body.Limits;
import vn.gocua.protocol.checkin.BackupParts;
import vn.gocua.protocol.checkin.BackupVerdicts;
import vn.gocua.protocol.checkin.BackupVerdicts.Withdrawal;
import vn.gocua.protocol.checkin.CheckInEndpoints;
import vn.gocua.protocol.checkin.CheckInItem;
import vn.gocua.protocol.checkin.CheckInReason;
import vn.gocua.protocol.refusal.Refusal;
import vn.gocua.protocol.refusal.RequestReason;

/**
 * Takes a phone's backup, uploaded by a leader. Its items keep their ids, so that each counts once
 * however often it is sent.
 */
final class BackupRoutes {
  /** More than the largest backup can have. */
  private static final int MOST_ITEMS = 10_000;

  private final Campaign campaign;
  private final CheckInService service;
  private final VoidService voids;
  private final CheckInMeter meter;

  public BackupRoutes(
      Campaign campaign, CheckInService service, VoidService voids, CheckInMeter meter) {
    this.campaign = campaign;
    this.service = service;
    this.voids = voids;
    this.meter = meter;
  }

  public void mount(Api api) {
    api.on(CheckInEndpoints.TAKE_BACKUP).may(Permission.ENTER_CHECK_INS).blocking(this::takeIn);
  }

  private BackupVerdicts takeIn(Call<?> call) {
    String team = campaign.knownTeam(call.path("team"));
    ObjectNode body = call.tree();
    PhoneBackup backup =
        HeavyWork.done(() ->
                PhoneBackup.read(
                    bounded(file(body)),
                    team,
                    entry -> RecordReader.item(CheckInItem.class, entry)))
            .orElseThrow(() -> Refusal.of(CheckInReason.NOT_A_BACKUP));
    Texts texts = call.texts("api");
    return new BackupVerdicts(
        campaign.local(call.now()),
        submitted(backup.checkIns(), team, call).stream().map(v -> v.told(texts)).toList(),
        backup.voids().stream().map(order -> voided(order, call, texts)).toList(),
        backup.damaged());
  }

  private static ObjectNode bounded(ObjectNode file) {
    int items = file.path("checkIns").size() + file.path("voids").size();
    if (items > MOST_ITEMS) {
      throw Refusal.of(RequestReason.TOO_MANY_CHECK_INS, MOST_ITEMS, items);
    }
    return file;
  }

  /** The file itself, or the scanned series of QR codes. */
  private static ObjectNode file(ObjectNode body) {
    if (!body.has("parts")) {
      return body;
    }
    List<String> parts = RecordReader.of(BackupParts.class).read(body).parts();
    return ApiJson.object(QrSeries.join(Objects.requireNonNullElse(parts, List.of())));
  }

  /**
   * Judges the backup's check-ins. Only an offset taken at the tap repairs the phone's clock: the
   * file's age is unknown.
   */
  private List<Verdict> submitted(List<BatchItem> items, String team, Call<?> call) {
    Submission submission = Submission.ofBackup(team, call.by(), call.now());
    List<Verdict> verdicts = new ArrayList<>();
    for (int from = 0; from < items.size(); from += Limits.CHECK_INS) {
      int to = Math.min(from + Limits.CHECK_INS, items.size());
      verdicts.addAll(GroupCommit.join(service.submit(submission, items.subList(from, to))));
    }
    verdicts.forEach(verdict -> meter.judged(verdict.outcome()));
    return verdicts;
  }

  private Withdrawal voided(VoidOrder order, Call<?> call, Texts texts) {
    String of = order.of();
    String named = of == null ? null : Brief.text(of);
    Rejection rejection = order.rejection();
    if (rejection == null && of != null) {
      VoidService.Actor actor = new VoidService.Actor(call.by(), null);
      VoidService.Outcome outcome =
          voids.voidCheckIn(of.toLowerCase(Locale.ROOT), order.reason(), actor, call.now());
      rejection = outcome == VoidService.Outcome.VOIDED ? null : Rejection.of("unknown-check-in");
    }
    return rejection == null
        ? new Withdrawal(named, "voided", null, null)
        : new Withdrawal(named, "rejected", rejection.code(), rejection.message(texts));
  }
}
