package vn.gocua.engine;

import com.github.f4b6a3.uuid.UuidCreator;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import vn.gocua.base.Closer;
import vn.gocua.base.settings.Problems;
import vn.gocua.base.time.Schedule;
import vn.gocua.engine.access.Access;
import vn.gocua.engine.access.FirstAccount;
import vn.gocua.engine.access.activity.DeviceActivities;
import vn.gocua.engine.access.activity.DeviceActivity;
import vn.gocua.engine.access.password.PasswordHashing;
import vn.gocua.engine.access.password.PasswordPolicy;
import vn.gocua.engine.access.quota.PhoneQuota;
import vn.gocua.engine.alerts.AlertsFeature;
import vn.gocua.engine.audit.AuditFeature;
import vn.gocua.engine.board.Board;
import vn.gocua.engine.board.BoardFeature;
import vn.gocua.engine.board.BoardSync;
import vn.gocua.engine.board.TallyChanged;
import vn.gocua.engine.board.TallyChangedCodec;
import vn.gocua.engine.campaign.Campaign;
import vn.gocua.engine.campaign.CampaignFile;
import vn.gocua.engine.campaign.CampaignPlan;
import vn.gocua.engine.campaign.CampaignStart;
import vn.gocua.engine.campaign.EditionFollower;
import vn.gocua.engine.checkin.CheckInHistory;
import vn.gocua.engine.checkin.CheckInService;
import vn.gocua.engine.checkin.VoidService;
import vn.gocua.engine.checkin.event.Tally;
import vn.gocua.engine.checkin.event.TallyKey;
import vn.gocua.engine.checkin.event.TallyProjection;
import vn.gocua.engine.clock.EngineClock;
import vn.gocua.engine.closing.ClosingFeature;
import vn.gocua.engine.cluster.Channel;
import vn.gocua.engine.cluster.Channels;
import vn.gocua.engine.cluster.ClusterJoin;
import vn.gocua.engine.cluster.ClusterNodes;
import vn.gocua.engine.cluster.ClusterPlan;
import vn.gocua.engine.config.Settings;
import vn.gocua.engine.config.StartRefused;
import vn.gocua.engine.documents.DocumentsFeature;
import vn.gocua.engine.export.ExportFeature;
import vn.gocua.engine.export.ExportLog;
import vn.gocua.engine.feature.CampaignContext;
import vn.gocua.engine.feature.Feature;
import vn.gocua.engine.guides.Guide;
import vn.gocua.engine.guides.GuideFolder;
import vn.gocua.engine.guides.GuidesFeature;
import vn.gocua.engine.help.HelpFeature;
import vn.gocua.engine.http.Health;
import vn.gocua.engine.http.PortBinding;
import vn.gocua.engine.http.RequestFilter;
import vn.gocua.engine.http.wire.GatedTransport;
import vn.gocua.engine.journal.CommitListeners;
import vn.gocua.engine.journal.GroupCommit;
import vn.gocua.engine.journal.Journal;
import vn.gocua.engine.learning.LearningFeature;
import vn.gocua.engine.live.FoldDeadline;
import vn.gocua.engine.live.HazelcastLiveView;
import vn.gocua.engine.live.LiveMember;
import vn.gocua.engine.monitoring.Metrics;
import vn.gocua.engine.notices.NoticesFeature;
import vn.gocua.engine.privacy.PrivacyFeature;
import vn.gocua.engine.report.Letterhead;
import vn.gocua.engine.report.ReportFeature;
import vn.gocua.engine.roster.CountedNamesCheck;
import vn.gocua.engine.roster.RosterFeature;
import vn.gocua.engine.roster.RosterService;
import vn.gocua.engine.screens.ScreensFeature;
import vn.gocua.engine.state.Repositories;
import vn.gocua.engine.stats.StatsFeature;
import vn.gocua.engine.stores.DataFolder;
import vn.gocua.engine.stores.DocumentStores;
import vn.gocua.engine.stores.JournalStore;
import vn.gocua.engine.stores.KioskToken;
import vn.gocua.engine.stores.OpenVault;
import vn.gocua.engine.stores.StartFailures;
import vn.gocua.engine.targets.TargetsFeature;
import vn.gocua.engine.training.TrainingFeature;
import vn.gocua.engine.vault.Vault;

/** The composition root: settings → stores → features → desks → routes → listen. */
public final class Engine implements AutoCloseable {
  /** Events that may wait for the journal before phones are told to come back later. */
  private static final int QUEUE = 20_000;

  private final Closer closer = new Closer();
  private final Settings settings;
  private @Nullable Campaign campaign;
  private @Nullable Desks desks;
  private final boolean withoutVault;
  private @Nullable String firstPassword;
  private @Nullable Path newKey;
  private @Nullable VaultLoss loss;

  private Engine(Settings settings, boolean withoutVault) {
    this.settings = settings;
    this.withoutVault = withoutVault;
  }

  /**
   * Starts an engine and returns when it is ready.
   *
   * @throws StartRefused if it cannot start; whatever was opened is closed again
   */
  public static Engine start(Settings settings, Problems problems) {
    return start(settings, problems, false);
  }

  /**
   * The same.
   *
   * @param withoutVault whether to give up a vault whose key is lost, and all that goes with it
   */
  public static Engine start(Settings settings, Problems problems, boolean withoutVault) {
    Engine engine = new Engine(settings, withoutVault);
    try {
      engine.open(problems);
      return engine;
    } catch (RuntimeException e) {
      engine.close();
      throw StartFailures.in(e, settings).orElse(e);
    }
  }

  private void open(Problems problems) {
    CampaignPlan plan = CampaignFile.read(settings.config(), problems);
    ClusterPlan cluster = ClusterPlan.read(settings.config(), System.getenv(), problems);
    List<Guide> guides = GuideFolder.read(settings.config().resolve("guides"), problems);
    if (cluster.isClustered() && settings.leaderPassword() == null) {
      problems.add("GOCUA_LEADER_PASSWORD", "needed-in-cluster");
    }
    if (cluster.isClustered() && settings.kioskToken() == null) {
      problems.add("GOCUA_KIOSK_TOKEN", "needed-in-cluster");
    }
    FirstAccount.check(settings, plan, problems);
    Letterhead letterhead = Letterhead.read(settings.config(), plan.place(), problems);
    problems.throwIfAny();
    PortBinding port = new PortBinding(settings);
    closer.opened(DataFolder.hold(settings.data()));
    port.proveFree();
    Journal journal = closer.opened(JournalStore.open(settings, Clock.systemUTC()));
    OpenVault.Opened opened =
        OpenVault.of(settings, journal, plan.id(), withoutVault, Clock.systemUTC().instant());
    Vault vault = closer.opened(opened.vault());
    newKey = opened.newKey();
    Campaign campaign =
        CampaignStart.fix(
            plan,
            journal,
            settings.clock(),
            () ->
                settings.journal().equals(Settings.EMBEDDED)
                    && journal.streams(TallyKey.prefix(plan.id())).isEmpty());
    this.campaign = campaign;

    ExecutorService virtual = closer.opened(Executors.newVirtualThreadPerTaskExecutor());
    TallyProjection tallies = new TallyProjection();
    ClusterJoin join = new ClusterJoin(cluster);
    FoldDeadline deadline = FoldDeadline.starting();
    LiveMember member =
        closer.opened(
            join.member(
                CampaignStart.identity(campaign, journal),
                journal,
                List.of(tallies),
                deadline,
                closer.opened(Schedule.inOrder("live"))));
    // Opened after the member, so that nobody looks into it any more when it closes.
    Schedule schedule = closer.opened(Schedule.sideBySide("engine"));
    ClusterNodes nodes = new ClusterNodes(member.hazelcast(), Clock.systemUTC());
    Vertx vertx = join.vertx(member, new GatedTransport(RequestFilter::refusal));
    closer.opened(ClusterJoin.closing(vertx));
    Metrics metrics = closer.opened(new Metrics());
    Board board = new Board(campaign, settings.clockSpeed());
    ClockKeeper clock = new ClockKeeper(settings, campaign, board);
    String node = UuidCreator.getTimeOrderedEpoch().toString();
    Channels channels = new Channels(vertx, campaign.id(), node);
    Channel<TallyChanged> changes =
        channels.coded(
            "board/" + campaign.id(), TallyChanged.class, new TallyChangedCodec(tallies));
    HazelcastLiveView<Tally> live =
        member.view(tallies, change -> changes.publish(BoardSync.told(change)), metrics);
    BoardSync keeper =
        new BoardSync(
            campaign,
            settings.clock(),
            journal,
            live,
            board,
            lag -> metrics.pushed(real(lag)),
            schedule);
    changes.subscribe(keeper::take, keeper::refreshSoon);
    CommitListeners afterCommit = new CommitListeners();
    afterCommit.add(live::apply);
    GroupCommit commit = closer.opened(new GroupCommit(journal, QUEUE, afterCommit, metrics));

    metrics.gauge("gocua.journal.waiting", "events waiting for the journal", commit::waiting);
    metrics.gauge("gocua.cluster.members", "engines in the cluster", nodes::count);

    PasswordPolicy policy = new PasswordPolicy(() -> FirstAccount.names(campaign));
    PasswordHashing hashing = closer.opened(new PasswordHashing());
    metrics.gauge("gocua.passwords.waiting", "passwords that wait to be hashed", hashing::waiting);
    Channel<DeviceActivity> seen = channels.json("access/sightings", DeviceActivity.class);
    DeviceActivities activities =
        new DeviceActivities(Clock.systemUTC(), System::nanoTime, seen::publish);
    seen.subscribe(activities::receive, () -> {});
    PhoneQuota quota =
        new PhoneQuota(
            settings.phoneQuota(),
            System::nanoTime,
            phone -> {
              metrics.overQuota();
              activities.overQuota(phone);
            });
    Repositories repositories =
        new Repositories(campaign.id(), journal, commit, channels, virtual, schedule);
    Access.Secrets secrets =
        new Access.Secrets(
            seed -> vault.derived("totp", seed),
            () -> vault.subkey("gocua/browser/1"),
            KioskToken.of(settings));
    Access access =
        new Access(repositories, Clock.systemUTC(), secrets, hashing, policy, activities, quota);
    firstPassword = FirstAccount.ensure(access.accounts(), policy, settings);
    EditionFollower editions = null;
    if (cluster.isClustered()) {
      editions = new EditionFollower(campaign, repositories);
      editions.settle();
    }
    keeper.warm();
    deadline.end();
    RosterService roster = new RosterService(campaign, repositories);
    roster.load();
    CountedNamesCheck.compare(campaign, board);
    clock.recall(campaign, journal, access.devices()::active);
    access.revoked().subscribe(clock.engineClock()::forget, () -> {});
    clock.watch(schedule, metrics);
    keeper.watch();
    CampaignContext context =
        new CampaignContext(
            settings,
            campaign,
            journal,
            commit,
            afterCommit,
            vault,
            access,
            settings.clock(),
            Clock.systemUTC(),
            clock.engineClock(),
            access.revoked(),
            repositories,
            virtual,
            schedule,
            closer);
    ExportLog exports = new ExportLog(campaign.id(), commit);
    NoticesFeature notices = new NoticesFeature(context, board::changed);
    TargetsFeature targets = new TargetsFeature(context, board, board::changed);
    HelpFeature help = new HelpFeature(context);
    LearningFeature learning = new LearningFeature(context);
    TrainingFeature training = new TrainingFeature(context);
    ReportFeature reports =
        new ReportFeature(context, board, letterhead, training.service()::units, exports);
    Runnable everyBoardAnew =
        () -> {
          targets.retarget();
          board.startDay();
          board.changed();
        };
    ScreensFeature screens = new ScreensFeature(context);
    if (opened.anew()) {
      loss = VaultLoss.settle(context, help, learning, screens, opened.aside());
    }
    List<Feature> features =
        List.of(
            new BoardFeature(context, board, live, notices.announcements(), node, metrics::viewers),
            help,
            learning,
            new GuidesFeature(context, guides),
            PrivacyFeature.of(context, help, learning),
            screens,
            new ExportFeature(context, exports),
            notices,
            targets,
            new RosterFeature(context, board, roster, help::load, everyBoardAnew),
            new AuditFeature(context, exports),
            reports,
            new ClosingFeature(context, reports, everyBoardAnew),
            training,
            new DocumentsFeature(context, DocumentStores.open(settings, closer)),
            new AlertsFeature(context),
            new Clocks(context, clock),
            new StatsFeature(context, board));
    if (cluster.isClustered()) {
      var _ = schedule.every("beat", Duration.ofSeconds(1), channels::beat);
    }
    if (editions != null) {
      editions.onChange(everyBoardAnew);
    }
    // For what another node changed while these were made.
    everyBoardAnew.run();
    Desks desks =
        desks(
            campaign,
            journal,
            commit,
            board,
            access,
            activities,
            quota,
            features,
            nodes,
            metrics,
            clock,
            virtual);
    var _ =
        schedule.every(
            "clocks of nodes", Duration.ofSeconds(1), Duration.ofSeconds(2), nodes::compareClocks);
    var _ = schedule.every("mend", Duration.ofSeconds(1), live::mend);
    // Also closed before all that its work needs.
    closer.opened(schedule);
    nodes.onMembershipChange(change -> {
      if (change == ClusterNodes.MembershipChange.MERGED) {
        live.evictAll();
      }
      keeper.healSoon();
    });
    this.desks = desks;
    closer.opened(port.listen(vertx, tls -> new EngineServer(desks, settings, tls)));
  }

  private Desks desks(
      Campaign campaign,
      Journal journal,
      GroupCommit commit,
      Board board,
      Access access,
      DeviceActivities activities,
      PhoneQuota quota,
      List<Feature> features,
      ClusterNodes nodes,
      Metrics metrics,
      ClockKeeper clock,
      ExecutorService executor) {
    EngineClock engineClock = clock.engineClock();
    VoidService voids = new VoidService(campaign, journal, commit);
    return new Desks(
        campaign,
        settings.clock(),
        board,
        new CheckInService(
            campaign, journal, commit, voids, executor, engineClock, clock::severalPhones),
        voids,
        new CheckInHistory(campaign, journal),
        access,
        activities,
        quota,
        features,
        nodes,
        metrics,
        new Health(nodes::count)
            .part("journal", commit::isWell)
            .part("live", nodes::isRunning)
            .part("clock", nodes::clockAgrees, clock::word),
        engineClock,
        executor);
  }

  private Duration real(Duration campaignTime) {
    return Duration.ofNanos(Math.round(campaignTime.toNanos() / settings.clockSpeed()));
  }

  Campaign campaign() {
    return java.util.Objects.requireNonNull(campaign);
  }

  Desks desks() {
    return java.util.Objects.requireNonNull(desks);
  }

  @Nullable String firstPassword() {
    return firstPassword;
  }

  /** The file of the vault's key, if it was made at this start and nobody has a copy yet. */
  @Nullable Path newKey() {
    return newKey;
  }

  /** What went with a vault that was given up; null if none was. */
  @Nullable VaultLoss loss() {
    return loss;
  }

  Path data() {
    return settings.data();
  }

  /** Closes everything that was opened; returns when all that was taken is written. */
  @Override
  public void close() {
    closer.close();
  }
}
