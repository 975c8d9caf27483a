package vn.gocua.engine;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.gocua.base.Closer;
import vn.gocua.base.settings.ConfigErrors;
import vn.gocua.base.time.Background;
import vn.gocua.base.time.Schedule;
import vn.gocua.engine.access.FirstAccount;
import vn.gocua.engine.campaign.Campaign;
import vn.gocua.engine.campaign.CampaignFile;
import vn.gocua.engine.campaign.CampaignPlan;
import vn.gocua.engine.campaign.CampaignStart;
import vn.gocua.engine.checkin.event.TallyKey;
import vn.gocua.engine.checkin.event.TallyProjection;
import vn.gocua.engine.clock.Clocks;
import vn.gocua.engine.cluster.ClusterJoin;
import vn.gocua.engine.cluster.ClusterPlan;
import vn.gocua.engine.commands.ServeCommand;
import vn.gocua.engine.config.Settings;
import vn.gocua.engine.config.StartRefused;
import vn.gocua.engine.feature.CampaignContext;
import vn.gocua.engine.feature.EngineContext;
import vn.gocua.engine.guides.Guide;
import vn.gocua.engine.guides.GuideFolder;
import vn.gocua.engine.http.PortBinding;
import vn.gocua.engine.http.RequestFilter;
import vn.gocua.engine.http.api.ApiServer;
import vn.gocua.engine.http.wire.GatedTransport;
import vn.gocua.engine.live.FoldDeadline;
import vn.gocua.engine.monitoring.Metrics;
import vn.gocua.engine.report.Letterhead;
import vn.gocua.engine.stores.DataFolder;
import vn.gocua.engine.stores.EngineStores;
import vn.gocua.engine.stores.StartFailures;

/** The composition root: settings → stores → campaign → cluster → contexts → features → port. */
public final class Engine implements ServeCommand.Ready {
  private final Closer closer = new Closer();
  private @Nullable Features features;

  private Engine() {}

  /** Starts an engine that keeps its vault. */
  public static Engine start(Settings settings, ConfigErrors errors) {
    return start(settings, errors, false);
  }

  /**
   * Starts an engine and returns when it is ready.
   *
   * @param withoutVault whether to give up a vault whose key is lost, and all that goes with it
   * @throws StartRefused if it cannot start; all opened parts are closed again
   */
  public static Engine start(Settings settings, ConfigErrors errors, boolean withoutVault) {
    Engine engine = new Engine();
    try {
      engine.open(settings, errors, withoutVault);
      return engine;
    } catch (RuntimeException e) {
      engine.close();
      throw StartFailures.in(e, settings).orElse(e);
    }
  }

  private void open(Settings settings, ConfigErrors errors, boolean withoutVault) {
    CampaignPlan plan = CampaignFile.read(settings.config(), errors);
    ClusterPlan cluster = ClusterPlan.read(settings.config(), System.getenv(), errors);
    LocalDate today = LocalDate.ofInstant(settings.clock().instant(), plan.zone());
    List<Guide> guides = GuideFolder.read(settings.config().resolve("guides"), today, errors);
    cluster.checkSecrets(settings, errors);
    FirstAccount.check(settings, plan, errors);
    Letterhead letterhead = Letterhead.read(settings.config(), plan.place(), errors);
    errors.throwIfAny();
    PortBinding port = new PortBinding(settings);
    closer.opened(DataFolder.hold(settings.data()));
    port.proveFree();
    Clock realTime = Clock.systemUTC();
    EngineStores stores = EngineStores.open(settings, plan.id(), realTime, withoutVault, closer);
    Campaign campaign =
        CampaignStart.fix(
            plan,
            stores.journal(),
            settings.clock(),
            () -> settings.isEmbedded() && TallyKey.isNone(stores.journal(), plan.id()));
    TallyProjection tallies = new TallyProjection();
    FoldDeadline deadline = FoldDeadline.starting();
    ClusterJoin.Joined joined =
        new ClusterJoin(cluster, realTime, closer)
            .join(
                CampaignStart.identity(campaign, stores.journal()),
                stores.journal(),
                List.of(tallies),
                deadline,
                new GatedTransport(RequestFilter::refusal));
    // Opened after the member, and so closed before it: nothing uses a closed member.
    Schedule schedule = closer.opened(Schedule.sideBySide("engine"));
    EngineContext process =
        new EngineContext(
            settings,
            stores,
            joined.nodes(),
            closer.opened(Background.ofVirtualThreads("blocking")),
            schedule,
            Clocks.of(settings, realTime, campaign.zone()),
            closer);
    Metrics metrics = closer.opened(new Metrics());
    CampaignContext context = CampaignContext.open(process, campaign, joined.channels(), metrics);
    Features made = new Features(context, joined.member(), tallies, metrics, guides, letterhead);
    made.start(deadline, schedule);
    // Also closed before all that its work needs.
    closer.opened(schedule);
    features = made;
    ApiServer.Shared server = made.server();
    closer.opened(port.listen(joined.vertx(), tls -> new ApiServer(server, tls)));
  }

  /** The features; only of an engine that has started. */
  Features features() {
    return Objects.requireNonNull(features);
  }

  @Override
  public ServeCommand.Started started() {
    return features().started();
  }

  /** Closes everything that was opened; returns when all that was taken is written. */
  @Override
  public void close() {
    closer.close();
  }
}
