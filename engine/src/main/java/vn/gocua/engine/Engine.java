package vn.gocua.engine;

import com.github.f4b6a3.uuid.UuidCreator;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
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
import vn.gocua.engine.board.Recount;
import vn.gocua.engine.campaign.Campaign;
import vn.gocua.engine.campaign.CampaignFile;
import vn.gocua.engine.campaign.CampaignPlan;
import vn.gocua.engine.checkin.CheckInDesk;
import vn.gocua.engine.checkin.CheckInHistory;
import vn.gocua.engine.checkin.Tally;
import vn.gocua.engine.checkin.TallyProjection;
import vn.gocua.engine.checkin.VoidDesk;
import vn.gocua.engine.config.Problems;
import vn.gocua.engine.config.Settings;
import vn.gocua.engine.http.Health;
import vn.gocua.engine.journal.DamagedJournal;
import vn.gocua.engine.journal.GroupCommit;
import vn.gocua.engine.journal.SqliteJournal;
import vn.gocua.engine.live.HazelcastLiveView;
import vn.gocua.engine.live.LiveMember;
import vn.gocua.engine.live.LiveView;

/** The composition root: settings → stores → desks → routes → listen. */
public final class Engine implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Engine.class);
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
  static Engine start(Settings settings, Problems problems) {
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
    problems.throwIfAny();
    opened(DataFolder.hold(settings.data()));
    provePortFree();
    SqliteJournal journal = opened(SqliteJournal.open(settings.journalFile()));
    Campaign campaign = CampaignStart.fix(plan, journal, settings.clock());
    this.campaign = campaign;

    ExecutorService virtual = opened(Executors.newVirtualThreadPerTaskExecutor());
    ScheduledExecutorService timer = scheduled("watch");
    ExecutorService liveThread = scheduled("live");
    TallyProjection tallies = new TallyProjection();
    LiveMember member = opened(LiveMember.start(journal, List.of(tallies), liveThread));
    Board board = new Board(campaign, settings.clockSpeed());
    BoardListeners listeners = new BoardListeners();
    BoardKeeper keeper = new BoardKeeper(campaign, settings.clock(), board, listeners::tell);
    HazelcastLiveView<Tally> live = member.view(tallies, keeper::take);
    GroupCommit commit = opened(new GroupCommit(journal, QUEUE, live::apply));

    Desks desks = desks(campaign, journal, commit, live, board, listeners, member, virtual);
    firstPassword = provideFirstAccount(desks.access());
    keeper.warm(journal, live);
    keeper.watch(journal, live, timer);
    listen(desks);
  }

  private Desks desks(
      Campaign campaign,
      SqliteJournal journal,
      GroupCommit commit,
      LiveView<Tally> live,
      Board board,
      BoardListeners listeners,
      LiveMember member,
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
        new Access(campaign.id(), journal, commit, Clock.systemUTC()),
        new Health().part("journal", commit::isWell).part("live", member::isRunning),
        executor);
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

  private void listen(Desks desks) {
    Vertx vertx = Vertx.vertx(new VertxOptions());
    open.push(
        () -> vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS));
    EngineServer.Settings server =
        new EngineServer.Settings(
            settings.host(), settings.port(), settings.publicUrl(), settings.rehearsal());
    int loops = Math.max(1, Runtime.getRuntime().availableProcessors());
    try {
      vertx
          .deployVerticle(
              () -> new EngineServer(desks, server), new DeploymentOptions().setInstances(loops))
          .toCompletionStage()
          .toCompletableFuture()
          .join();
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
