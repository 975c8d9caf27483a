package vn.gocua.engine;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.gocua.base.time.Schedule;
import vn.gocua.engine.access.AccessFeature;
import vn.gocua.engine.alerts.AlertsFeature;
import vn.gocua.engine.audit.AuditFeature;
import vn.gocua.engine.board.Board;
import vn.gocua.engine.board.BoardFeature;
import vn.gocua.engine.campaign.info.CampaignFeature;
import vn.gocua.engine.checkin.CheckInFeature;
import vn.gocua.engine.checkin.backup.BackupFeature;
import vn.gocua.engine.checkin.event.TallyProjection;
import vn.gocua.engine.clock.watch.ClockFeature;
import vn.gocua.engine.closing.ClosingFeature;
import vn.gocua.engine.commands.ServeCommand;
import vn.gocua.engine.documents.DocumentsFeature;
import vn.gocua.engine.export.ExportFeature;
import vn.gocua.engine.export.ExportLog;
import vn.gocua.engine.feature.CampaignContext;
import vn.gocua.engine.feature.Feature;
import vn.gocua.engine.guides.Guide;
import vn.gocua.engine.guides.GuidesFeature;
import vn.gocua.engine.help.HelpFeature;
import vn.gocua.engine.http.Gathering;
import vn.gocua.engine.http.api.ApiServer;
import vn.gocua.engine.learning.LearningFeature;
import vn.gocua.engine.live.FoldDeadline;
import vn.gocua.engine.live.LiveMember;
import vn.gocua.engine.monitoring.Metrics;
import vn.gocua.engine.monitoring.MonitoringFeature;
import vn.gocua.engine.notices.NoticesFeature;
import vn.gocua.engine.privacy.PrivacyFeature;
import vn.gocua.engine.readings.ReadingsFeature;
import vn.gocua.engine.report.Letterhead;
import vn.gocua.engine.report.ReportFeature;
import vn.gocua.engine.roster.CountedNamesCheck;
import vn.gocua.engine.roster.RosterFeature;
import vn.gocua.engine.screens.ScreensFeature;
import vn.gocua.engine.stats.StatsFeature;
import vn.gocua.engine.stores.VaultBook;
import vn.gocua.engine.stores.VaultLoss;
import vn.gocua.engine.targets.TargetsFeature;
import vn.gocua.engine.training.TrainingFeature;

/** Makes the features of one campaign and connects them. */
final class Features {
  private final CampaignContext context;
  private final AccessFeature access;
  private final BoardFeature board;
  private final MonitoringFeature monitoring;
  private final HelpFeature help;
  private final LearningFeature learning;
  private final ScreensFeature screens;
  private final List<Feature> all;
  private @Nullable VaultLoss loss;

  /**
   * @param member has the live counts, of these tallies
   */
  Features(
      CampaignContext context,
      LiveMember member,
      TallyProjection tallies,
      Metrics metrics,
      List<Guide> guides,
      Letterhead letterhead) {
    this.context = context;
    NoticesFeature notices = new NoticesFeature(context);
    board = new BoardFeature(context, member, tallies, notices.announcements(), metrics);
    Board counts = board.board();
    TargetsFeature targets = new TargetsFeature(context, counts, counts::changed);
    Runnable campaignChanged =
        () -> {
          targets.retarget();
          board.renew();
        };
    access = new AccessFeature(context, metrics::overQuota);
    ReadingsFeature readings = new ReadingsFeature(context, metrics::contactRefused);
    metrics.gauge("gocua.contact.readers.near", "readers near their limit", readings::near);
    ClockFeature clock = new ClockFeature(context, counts, access::phones, access.revoked());
    monitoring = new MonitoringFeature(context, metrics, access::waitingPasswords, clock::word);
    CheckInFeature checkIns =
        new CheckInFeature(context, access.quota(), access::settled, metrics, clock::severalPhones);
    help = new HelpFeature(context, access.revoked());
    learning = new LearningFeature(context);
    screens = new ScreensFeature(context);
    TrainingFeature training = new TrainingFeature(context);
    ExportLog exports = new ExportLog(context.campaign().id(), context.commit());
    AuditFeature audit = new AuditFeature(context, exports, access::phone, learning::title);
    ReportFeature reports =
        new ReportFeature(context, counts, letterhead, training.service()::units, exports);
    all =
        List.of(
            access,
            new CampaignFeature(context, () -> counts.targets().whole(), campaignChanged),
            board,
            new RosterFeature(context, counts, help::openByTeam, campaignChanged),
            clock,
            readings,
            monitoring,
            checkIns,
            new BackupFeature(context, checkIns, metrics),
            notices,
            targets,
            help,
            learning,
            training,
            screens,
            new GuidesFeature(context, guides),
            new PrivacyFeature(context, help, learning, audit, exports),
            new ExportFeature(context, exports),
            audit,
            reports,
            new ClosingFeature(context, reports, help, campaignChanged),
            new DocumentsFeature(context),
            new AlertsFeature(context),
            new StatsFeature(context, counts));
  }

  /** All of them, in the order in which they are loaded. */
  List<Feature> all() {
    return all;
  }

  /**
   * Loads the features one after the other, then starts their repeated work.
   *
   * @param deadline of the start's folds, which end with loading
   * @throws vn.gocua.engine.config.StartRefused if one of them can't start, or a counted name is
   *     not configured
   */
  void start(FoldDeadline deadline, Schedule schedule) {
    start(
        all,
        () -> {
          deadline.end();
          CountedNamesCheck.compare(context.campaign(), board.board());
          if (context.engine().stores().opened().anew()) {
            loss = settleVaultLoss();
          }
        },
        schedule);
  }

  static void start(List<? extends Feature> features, Runnable loaded, Schedule schedule) {
    features.forEach(Feature::load);
    loaded.run();
    features.forEach(feature -> feature.schedule(schedule));
  }

  /** Parts that the servers of all event loops share. */
  ApiServer.Shared server() {
    return new ApiServer.Shared(
        context.settings(),
        context.realTime(),
        context.blocking(),
        access.authenticator(),
        monitoring.health(),
        new Gathering(),
        api -> all.forEach(feature -> feature.routes(api)));
  }

  /** Notes for the terminal after the start. */
  ServeCommand.Started started() {
    return new ServeCommand.Started(
        context.campaign(),
        access.firstPassword(),
        context.engine().stores().opened().newKey(),
        loss);
  }

  /**
   * Records the losses with a vault's key, feature by feature, so that no screen asks for lost
   * data. If interrupted, it is done again at the next start.
   */
  private VaultLoss settleVaultLoss() {
    Instant at = context.clock().instant();
    VaultLoss loss =
        new VaultLoss(
            access.accounts().forgetAuthenticators(),
            help.loseContacts(at),
            learning.loseContacts(at),
            screens.forgetAll(at),
            context.engine().stores().opened().aside());
    new VaultBook(context.campaign().id(), context.journal(), context.commit())
        .begunAnew(context.realTime().instant());
    return loss;
  }
}
