package vn.gocua.system.chaos;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Function;
import vn.gocua.protocol.board.BoardMessage;
import vn.gocua.protocol.client.EngineApi;
import vn.gocua.system.chaos.check.ClientLog;
import vn.gocua.system.chaos.check.History.Seen;
import vn.gocua.system.chaos.load.FailoverClient;
import vn.gocua.system.chaos.load.LatencyPhone;
import vn.gocua.system.chaos.load.LatencyViewer;
import vn.gocua.system.chaos.load.LoadPhone;
import vn.gocua.system.chaos.load.ReadyNodes;
import vn.gocua.system.chaos.load.RetryStats;
import vn.gocua.system.chaos.system.Cluster;
import vn.gocua.testkit.EngineProcess;
import vn.gocua.testkit.SampleCampaign;
import vn.gocua.testkit.page.Leader;

/** A cluster under load, on which one scenario is played. */
public final class ScenarioRun implements AutoCloseable {
  private static final Duration SETTLE_WITHIN = Duration.ofMinutes(3);
  private static final Duration AGREE_WITHIN = Duration.ofMinutes(2);
  private static final String LATENCY_TEAM = "T36";
  private static final int TEAMS = 30;

  private final Cluster cluster;
  private final ClientLog log;
  private final Duration time;
  private final Random random;
  private final Consumer<String> told;
  private final RetryStats stats = new RetryStats();
  private final ReadyNodes readyNodes;
  private final List<Thread> phones = new ArrayList<>();
  private final List<LatencyViewer> viewers = new ArrayList<>();
  private final List<String> failures = new ArrayList<>();
  private final long startedAt = System.nanoTime();
  private final LatencyPhone latencyPhone;
  private final Leader leader;
  private volatile boolean finishing;

  /**
   * Brings up phones, the latency phone, and a viewer at each node.
   *
   * @param time how long the scenario's trouble lasts
   * @param told hears what happens, as it happens
   */
  ScenarioRun(
      Cluster cluster,
      ClientLog log,
      Load load,
      Duration time,
      Random random,
      Consumer<String> told) {
    this.cluster = cluster;
    this.log = log;
    this.time = time;
    this.random = random;
    this.told = told;
    this.readyNodes = new ReadyNodes(cluster.addresses());
    try (EngineApi api = EngineProcess.api(cluster.address(1))) {
      leader = Leader.signIn(api);
      FailoverClient way = way(250);
      String token = leader.enrol(LATENCY_TEAM);
      long base = leader.standing(LATENCY_TEAM).checkIns();
      latencyPhone = new LatencyPhone(way, way, token, LATENCY_TEAM, log, base);
    }
    begin(latencyPhone);
    for (int n = 1; n <= cluster.size(); n++) {
      viewers.add(
          new LatencyViewer(
              readyNodes, cluster.address(n), latencyPhone, stats, random.nextLong()));
    }
    addPhones(load);
  }

  /**
   * How many phones there are, and how busy.
   *
   * @param pauseMs of each phone between two requests, on average
   */
  public record Load(int phones, long pauseMs) {}

  private FailoverClient way(long pauseMs) {
    return new FailoverClient(readyNodes, stats, random.nextLong(), pauseMs, () -> finishing);
  }

  /** More phones. */
  void addPhones(Load load) {
    try (EngineApi api = EngineProcess.api(readyNodes.choose(random, null))) {
      Leader there = leader.at(api);
      for (int i = 0; i < load.phones(); i++) {
        String team = SampleCampaign.team(i % TEAMS);
        FailoverClient way = way(load.pauseMs());
        begin(new LoadPhone(way, way, there.enrol(team), team, random.nextLong(), log));
      }
    }
  }

  private void begin(Runnable phone) {
    phones.add(Thread.ofVirtual().name("phone-" + phones.size()).start(phone));
  }

  Cluster cluster() {
    return cluster;
  }

  /** How long this scenario's trouble lasts. */
  Duration time() {
    return time;
  }

  Random random() {
    return random;
  }

  RetryStats stats() {
    return stats;
  }

  ReadyNodes readyNodes() {
    return readyNodes;
  }

  /** A leader's question to a node, on a connection of its own. */
  <A> A ask(int n, Function<Leader, A> question) {
    try (EngineApi api = EngineProcess.api(cluster.address(n))) {
      return question.apply(leader.at(api));
    }
  }

  int anyNode() {
    return 1 + random.nextInt(cluster.size());
  }

  void say(String what) {
    told.accept("%6.1f s  %s".formatted((System.nanoTime() - startedAt) / 1e9, what));
  }

  void pause(Duration duration) throws InterruptedException {
    Thread.sleep(duration);
  }

  /** Something that the scenario itself has to see, beside what the checker looks at. */
  void expect(boolean kept, String otherwise) {
    if (!kept) {
      say("!! " + otherwise);
      failures.add(otherwise);
    }
  }

  /** Waits until every node answers, sees all the others, and says it is ready. */
  void awaitWhole() {
    cluster.awaitAllReady();
    for (int n = 1; n <= cluster.size(); n++) {
      int node = n;
      await()
          .atMost(AGREE_WITHIN)
          .pollInterval(Duration.ofMillis(250))
          .ignoreExceptions()
          .until(() -> ask(node, Leader::nodes).size() == cluster.size());
    }
  }

  /** Waits until a node that was cut off has noticed: how soon depends on the machine. */
  void awaitAlone(int node) {
    try {
      await()
          .atMost(AGREE_WITHIN)
          .pollInterval(Duration.ofMillis(250))
          .ignoreExceptions()
          .until(() -> ask(node, Leader::nodes).size() == 1);
      say("node " + node + " sees itself alone");
    } catch (org.awaitility.core.ConditionTimeoutException _) {
      expect(false, "the node that was cut off does not notice");
    }
  }

  /** Lets phones send what is left; returns how long after that every node counts the same. */
  Duration finish() throws InterruptedException {
    finishing = true;
    long deadline = System.nanoTime() + SETTLE_WITHIN.toNanos();
    for (Thread phone : phones) {
      expect(
          phone.join(Duration.ofNanos(Math.max(1, deadline - System.nanoTime()))),
          "a phone did not come to an end");
    }
    long settledAt = System.nanoTime();
    try {
      await()
          .atMost(AGREE_WITHIN)
          .pollInterval(Duration.ofMillis(200))
          .ignoreExceptions()
          .until(this::allAgree);
    } catch (org.awaitility.core.ConditionTimeoutException _) {
      expect(false, "the nodes do not come to agree");
    }
    return Duration.ofNanos(System.nanoTime() - settledAt);
  }

  private boolean allAgree() {
    String totals = null;
    for (int n = 1; n <= cluster.size(); n++) {
      BoardMessage board = ask(n, Leader::board);
      String counted = board.version() + " " + board.totals();
      if (board.standing(LATENCY_TEAM).orElseThrow().checkIns() != latencyPhone.count()
          || (totals != null && !totals.equals(counted))) {
        return false;
      }
      totals = counted;
    }
    return viewers.stream().allMatch(viewer -> viewer.seen() == latencyPhone.count());
  }

  /** What every node counts. */
  List<Seen> seen() {
    List<Seen> seen = new ArrayList<>();
    for (int n = 1; n <= cluster.size(); n++) {
      seen.add(new Seen("node " + n, ask(n, Leader::recount), ask(n, Leader::board)));
    }
    return seen;
  }

  /** What the scenario did not see that it had to. */
  List<String> failures() {
    return failures;
  }

  @Override
  public void close() {
    finishing = true;
    viewers.forEach(LatencyViewer::close);
    phones.forEach(Thread::interrupt);
    readyNodes.close();
  }
}
