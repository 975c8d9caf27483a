package vn.gocua.engine;

import com.github.f4b6a3.uuid.UuidCreator;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.eventbus.EventBusOptions;
import io.vertx.spi.cluster.hazelcast.HazelcastClusterManager;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.gocua.engine.access.Access;
import vn.gocua.engine.access.Role;
import vn.gocua.engine.access.Tokens;
import vn.gocua.engine.board.Board;
import vn.gocua.engine.board.BoardBus;
import vn.gocua.engine.board.Recount;
import vn.gocua.engine.campaign.Campaign;
import vn.gocua.engine.campaign.CampaignFile;
import vn.gocua.engine.campaign.CampaignPlan;
import vn.gocua.engine.checkin.CheckInDesk;
import vn.gocua.engine.checkin.CheckInHistory;
import vn.gocua.engine.checkin.Tally;
import vn.gocua.engine.checkin.TallyProjection;
import vn.gocua.engine.checkin.VoidDesk;
import vn.gocua.engine.cluster.ClusterPlan;
import vn.gocua.engine.cluster.Fellowship;
import vn.gocua.engine.cluster.JournalIdentity;
import vn.gocua.engine.cluster.MemberConfig;
import vn.gocua.engine.cluster.Nodes;
import vn.gocua.engine.config.Problems;
import vn.gocua.engine.config.Settings;
import vn.gocua.engine.http.Health;
import vn.gocua.engine.journal.DamagedJournal;
import vn.gocua.engine.journal.GroupCommit;
import vn.gocua.engine.journal.Journal;
import vn.gocua.engine.journal.SqliteJournal;
import vn.gocua.engine.journal.mongo.MongoJournal;
import vn.gocua.engine.live.HazelcastLiveView;
import vn.gocua.engine.live.LiveMember;
import vn.gocua.engine.live.LiveView;
import vn.gocua.engine.metrics.Metrics;

/** The composition root: settings → stores → desks → routes → listen. */
public final class Engine implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Engine.class);
  private static final String SHUT_OUT = "access/shut-out";
  private static final String FIRST_ACCOUNT = "leader";

  /** Events that may wait for the journal before phones are told to come back later. */
  private static final int QUEUE = 20_000;

  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  private final Settings settings;
  private @Nullable Campaign campaign;
  private @Nullable String firstPassword;

  private Engine(Settings settings) {
    this.settings = settings;
  }

  /**
   * Starts an engine and returns when it is ready.
   *
   * @throws StartRefused if it cannot start; whatever was opened is closed again
   */
  public static Engine start(Settings settings, Problems problems) {
    Engine engine = new Engine(settings);
    try {
      engine.open(problems);
      return engine;
    } catch (DamagedJournal e) {
      engine.close();
      throw new StartRefused(
          StartRefused.Reason.JOURNAL,
          Terminal.text(
              "start.journal-damaged", settings.journalFile(), String.valueOf(e.getMessage())));
    } catch (RuntimeException e) {
      engine.close();
      throw e;
    }
  }

  private void open(Problems problems) {
    CampaignPlan plan = CampaignFile.read(settings.config(), problems);
    ClusterPlan cluster = ClusterPlan.read(settings.config(), System.getenv(), problems);
    if (cluster.isClustered() && settings.leaderPassword() == null) {
      problems.add("GOCUA_LEADER_PASSWORD", "must be given in a cluster");
    }
    problems.throwIfAny();
    opened(DataFolder.hold(settings.data()));
    provePortFree();
    Journal journal = opened(journal());
    Campaign campaign = CampaignStart.fix(plan, journal, settings.clock());
    this.campaign = campaign;

    ExecutorService virtual = opened(Executors.newVirtualThreadPerTaskExecutor());
    ScheduledExecutorService timer = scheduled("watch");
    ExecutorService liveThread = scheduled("live");
    TallyProjection tallies = new TallyProjection();
    Fellowship fellowship = fellowship(campaign, journal);
    LiveMember member =
        opened(
            LiveMember.start(
                MemberConfig.of(cluster, fellowship), journal, List.of(tallies), liveThread));
    refuseStrangers(fellowship, member);
    Nodes nodes = new Nodes(member.hazelcast());
    Vertx vertx = vertx(cluster, member);
    Metrics metrics = new Metrics();
    Board board = new Board(campaign, settings.clockSpeed());
    BoardListeners listeners = new BoardListeners();
    BoardKeeper keeper =
        new BoardKeeper(
            campaign, settings.clock(), board, listeners::tell, lag -> metrics.pushed(real(lag)));
    BoardBus bus = new BoardBus(vertx.eventBus(), campaign.id(), tallies);
    bus.subscribe(keeper::take);
    HazelcastLiveView<Tally> live =
        member.view(tallies, change -> bus.publish(BoardKeeper.told(change)), metrics);
    GroupCommit commit = opened(new GroupCommit(journal, QUEUE, live::apply, metrics));

    metrics.gauge("gocua.journal.waiting", "events waiting for the journal", commit::waiting);
    metrics.gauge("gocua.cluster.members", "engines in the cluster", nodes::count);

    Access access = access(campaign, journal, commit, vertx);
    Desks desks =
        desks(campaign, journal, commit, live, board, listeners, access, nodes, metrics, virtual);
    firstPassword = provideFirstAccount(access);
    keeper.warm(journal, live);
    keeper.watch(journal, live, timer);
    var _ = scheduled("mend").scheduleWithFixedDelay(live::mend, 1, 1, TimeUnit.SECONDS);
    nodes.onShake(shake -> {
      if (shake == Nodes.Shake.MERGED) {
        live.evictAll();
      }
      keeper.healSoon(journal, live, timer);
    });
    listen(vertx, desks);
  }

  private Journal journal() {
    return settings.journal().equals(Settings.EMBEDDED)
        ? SqliteJournal.open(settings.journalFile())
        : MongoJournal.open(settings.journal(), Clock.systemUTC());
  }

  private Desks desks(
      Campaign campaign,
      Journal journal,
      GroupCommit commit,
      LiveView<Tally> live,
      Board board,
      BoardListeners listeners,
      Access access,
      Nodes nodes,
      Metrics metrics,
      ExecutorService executor) {
    VoidDesk voids = new VoidDesk(campaign, journal, commit);
    return new Desks(
        campaign,
        settings.clock(),
        UuidCreator.getTimeOrderedEpoch().toString(),
        board,
        listeners,
        new Recount(campaign, journal, live, board),
        new CheckInDesk(campaign, journal, commit, voids, executor),
        voids,
        new CheckInHistory(campaign, journal),
        access,
        nodes,
        metrics,
        new Health()
            .part("journal", commit::isWell)
            .part("live", nodes::isRunning)
            .part("clock", nodes::clockAgrees),
        executor);
  }

  private static Access access(
      Campaign campaign, Journal journal, GroupCommit commit, Vertx vertx) {
    Access access =
        new Access(
            campaign.id(),
            journal,
            commit,
            Clock.systemUTC(),
            id -> vertx.eventBus().publish(SHUT_OUT, id));
    vertx.eventBus().<String>consumer(SHUT_OUT, message -> access.forget(message.body()));
    return access;
  }

  private Duration real(Duration campaignTime) {
    return Duration.ofNanos(Math.round(campaignTime.toNanos() / settings.clockSpeed()));
  }

  /** The password to show once: made here if none was given and there is no account yet. */
  private @Nullable String provideFirstAccount(Access access) {
    String given = settings.leaderPassword();
    if (given != null) {
      access.accounts().provide(FIRST_ACCOUNT, Role.ADMIN, given);
      return null;
    }
    if (access.accounts().exists(FIRST_ACCOUNT)) {
      return null;
    }
    String made = Tokens.password();
    access.accounts().provide(FIRST_ACCOUNT, Role.ADMIN, made);
    return made;
  }

  private static Fellowship fellowship(Campaign campaign, Journal journal) {
    return new Fellowship(
        JournalIdentity.of(journal),
        campaign.id(),
        campaign.startDate().toString(),
        campaign.zone().getId(),
        campaign.days());
  }

  private static void refuseStrangers(Fellowship fellowship, LiveMember member) {
    fellowship
        .disagreement(member.hazelcast())
        .ifPresent(difference -> {
          throw new StartRefused(
              StartRefused.Reason.CONFIGURATION, Terminal.text("start.other-cluster", difference));
        });
  }

  /** Vert.x, its event bus reaching every engine of the cluster. */
  private Vertx vertx(ClusterPlan cluster, LiveMember member) {
    EventBusOptions bus =
        new EventBusOptions().setHost(cluster.host()).setPort(cluster.eventBusPort());
    VertxOptions options = new VertxOptions().setEventBusOptions(bus);
    Vertx vertx =
        cluster.isClustered()
            ? await(
                Vertx.builder()
                    .with(options)
                    .withClusterManager(new HazelcastClusterManager(member.hazelcast()))
                    .buildClustered())
            : Vertx.vertx(options);
    open.push(
        () -> vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS));
    return vertx;
  }

  private static <T> T await(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().join();
  }

  private void listen(Vertx vertx, Desks desks) {
    EngineServer.Settings server =
        new EngineServer.Settings(
            settings.host(),
            settings.port(),
            settings.publicUrl(),
            settings.rehearsal(),
            settings.scrapeToken());
    int loops = Math.max(1, Runtime.getRuntime().availableProcessors());
    try {
      String id =
          await(
              vertx.deployVerticle(
                  () -> new EngineServer(desks, server),
                  new DeploymentOptions().setInstances(loops)));
      open.push(() -> await(vertx.undeploy(id)));
    } catch (CompletionException e) {
      throw e.getCause() instanceof BindException bind ? cannotListen(bind) : e;
    }
  }

  /** Says at once what would else be found only after everything is opened. */
  private void provePortFree() {
    try (ServerSocket probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(
          new java.net.InetSocketAddress(InetAddress.getByName(settings.host()), settings.port()));
    } catch (IOException e) {
      throw cannotListen(e);
    }
  }

  private StartRefused cannotListen(IOException e) {
    boolean taken = String.valueOf(e.getMessage()).contains("in use");
    return new StartRefused(
        StartRefused.Reason.PORT_TAKEN,
        Terminal.text(
            taken ? "start.port-taken" : "start.address-not-usable",
            settings.port(),
            settings.host(),
            String.valueOf(e.getMessage())));
  }

  private ScheduledExecutorService scheduled(String name) {
    return opened(
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name(name).daemon().factory()));
  }

  private <T extends AutoCloseable> T opened(T part) {
    open.push(part);
    return part;
  }

  Campaign campaign() {
    return java.util.Objects.requireNonNull(campaign);
  }

  @Nullable String firstPassword() {
    return firstPassword;
  }

  Path data() {
    return settings.data();
  }

  /** Closes everything in the reverse order of its opening: nothing taken is left unwritten. */
  @Override
  public void close() {
    while (!open.isEmpty()) {
      AutoCloseable part = open.pop();
      try {
        if (part instanceof ExecutorService executor) {
          executor.shutdownNow();
        } else {
          part.close();
        }
      } catch (Exception e) {
        log.warn("{} did not close", part.getClass().getSimpleName(), e);
      }
    }
  }
}
