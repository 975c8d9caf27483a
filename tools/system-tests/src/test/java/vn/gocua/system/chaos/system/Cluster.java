package vn.gocua.system.chaos.system;

import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import vn.gocua.system.chaos.check.History.Row;
import vn.gocua.system.chaos.load.ReadyNodes;
import vn.gocua.testkit.EngineProcess;
import vn.gocua.testkit.EngineProcess.Launch;
import vn.gocua.testkit.Ports;
import vn.gocua.testkit.SampleCampaign;
import vn.gocua.testkit.mongo.FakeMongoProcess;

/**
 * Engines in processes of their own on one MongoDB: a real replica set, or the stand-in behind a
 * proxy. Nodes are counted from 1.
 */
public final class Cluster implements AutoCloseable {
  private static final Duration READY_WITHIN = Duration.ofMinutes(2);
  private static final AtomicInteger CLUSTERS = new AtomicInteger();

  private final Path folder;
  private final @Nullable NodeNetworks networks;
  private final @Nullable FakeMongoProcess standIn;
  private final @Nullable TcpProxy proxy;
  private final String database =
      "gocua_chaos_" + ProcessHandle.current().pid() + "_" + CLUSTERS.incrementAndGet();
  private final String mongo;
  private final List<Launch> launches = new ArrayList<>();
  private final Map<Integer, EngineProcess> running = new HashMap<>();

  /**
   * How a cluster is laid out.
   *
   * @param mongoUri a real replica set, or a stand-in of the caller's; null for one of its own
   * @param ownNetworks whether each node gets networks of its own, where that is allowed
   */
  public record Plan(int nodes, @Nullable String mongoUri, boolean ownNetworks, List<String> jvm) {}

  private Cluster(Path folder, Plan plan) throws IOException {
    this.folder = Files.createDirectories(folder);
    this.networks = plan.ownNetworks() ? NodeNetworks.lay(plan.nodes()).orElse(null) : null;
    if (plan.mongoUri() == null) {
      standIn = FakeMongoProcess.start(folder, "-Xmx4g");
      proxy = new TcpProxy(networks == null ? "127.0.0.1" : networks.hub(), standIn.address());
      mongo = "mongodb://" + proxy.address() + "/" + database;
    } else {
      standIn = null;
      proxy = null;
      mongo = plan.mongoUri().replaceFirst("^([^:]+://[^/?]+)(/[^?]*)?", "$1/" + database);
    }
    Path config =
        SampleCampaign.write(
            folder.resolve("config"), LocalDate.now(SampleCampaign.ZONE).minusDays(9));
    Files.writeString(
        config.resolve("hazelcast.yaml"),
        "clusterName: gocua-chaos-" + ProcessHandle.current().pid() + "\n");
    lay(plan, config);
  }

  /** The tests' own logging keeps quiet; engines that are broken on purpose shall not. */
  private static List<String> jvm(Plan plan) {
    List<String> flags = new ArrayList<>(plan.jvm());
    flags.add("-Dlogback.configurationFile=logback.xml");
    return flags;
  }

  /** Starts a cluster and returns when every node is ready. */
  public static Cluster start(Path folder, Plan plan) throws IOException {
    Cluster cluster = new Cluster(folder, plan);
    try {
      cluster.start(1);
      cluster.awaitReady(1);
      for (int n = 2; n <= plan.nodes(); n++) {
        cluster.start(n);
      }
      cluster.awaitAllReady();
      return cluster;
    } catch (RuntimeException e) {
      cluster.close();
      throw e;
    }
  }

  private void lay(Plan plan, Path config) {
    List<String> hosts =
        IntStream.rangeClosed(1, plan.nodes())
            .mapToObj(n -> networks == null ? "127.0.0.1" : networks.insideAddress(n))
            .toList();
    List<Integer> ports =
        IntStream.rangeClosed(1, plan.nodes())
            .mapToObj(_ -> networks == null ? Ports.free() : 5701)
            .toList();
    String members =
        IntStream.range(0, plan.nodes())
            .mapToObj(i -> hosts.get(i) + ":" + ports.get(i))
            .collect(Collectors.joining(","));
    for (int n = 1; n <= plan.nodes(); n++) {
      Map<String, String> environment = new HashMap<>();
      environment.put("GOCUA_JOURNAL", mongo);
      environment.put("GOCUA_KIOSK_TOKEN", "kiosk-token-of-the-chaos");
      environment.put("GOCUA_VAULT_KEY_FILE", folder.resolve("vault.key").toString());
      environment.put("GOCUA_CLUSTER_MEMBERS", members);
      environment.put("GOCUA_CLUSTER_HOST", hosts.get(n - 1));
      environment.put("GOCUA_CLUSTER_PORT", String.valueOf(ports.get(n - 1)));
      environment.put("GOCUA_HOST", networks == null ? "127.0.0.1" : networks.outsideAddress(n));
      launches.add(
          new Launch(
              folder.resolve("node-" + n),
              config,
              networks == null ? Ports.free() : 8080,
              jvm(plan),
              environment,
              networks == null ? List.of() : networks.at(n)));
    }
  }

  public int size() {
    return launches.size();
  }

  /** Where a node is reached. */
  public URI address(int n) {
    return launches.get(n - 1).address();
  }

  public List<URI> addresses() {
    return launches.stream().map(Launch::address).toList();
  }

  /** The folder of the configuration that all nodes share. */
  public Path config() {
    return launches.getFirst().config();
  }

  /** Whether nodes can be cut off from one another. */
  public boolean canBeCut() {
    return networks != null;
  }

  /** The way to the stand-in; null where MongoDB is a real one. */
  public @Nullable TcpProxy proxy() {
    return proxy;
  }

  public void start(int n) {
    start(n, Map.of());
  }

  private void start(int n, Map<String, String> more) {
    Launch launch = launches.get(n - 1);
    Map<String, String> environment = new HashMap<>(launch.environment());
    environment.putAll(more);
    running.put(
        n,
        EngineProcess.start(
            new Launch(
                launch.data(),
                launch.config(),
                launch.port(),
                launch.jvmFlags(),
                environment,
                launch.prefix())));
  }

  /** Starts a node whose clock is off; false where that can't be done. */
  public boolean startWithClockOff(int n, Duration by) {
    var environment = SkewedClock.off(folder, by);
    environment.ifPresent(skewed -> start(n, skewed));
    return environment.isPresent();
  }

  public boolean isRunning(int n) {
    return running.containsKey(n);
  }

  /** Ends a node as a power cut would. */
  public void kill(int n) throws InterruptedException {
    EngineProcess engine = running.remove(n);
    if (engine != null) {
      engine.kill();
    }
  }

  /** Ends a node in good order. */
  public void stop(int n) {
    EngineProcess engine = running.remove(n);
    if (engine != null) {
      engine.close();
    }
  }

  /** Holds a node's process where it stands: it keeps its connections and says nothing. */
  public void freeze(int n) throws IOException {
    signal(n, "-STOP");
  }

  public void thaw(int n) throws IOException {
    signal(n, "-CONT");
  }

  private void signal(int n, String signal) throws IOException {
    EngineProcess engine = running.get(n);
    if (engine != null) {
      Commands.run("kill", signal, String.valueOf(engine.program().pid()));
    }
  }

  /** Cuts a node off from the others. */
  public void cut(int n) throws IOException {
    java.util.Objects.requireNonNull(networks).cut(n);
  }

  public void reconnect(int n) throws IOException {
    java.util.Objects.requireNonNull(networks).reconnect(n);
  }

  public void awaitReady(int n) {
    await()
        .atMost(READY_WITHIN)
        .pollInterval(Duration.ofMillis(100))
        .until(() -> {
          EngineProcess engine = running.get(n);
          if (engine != null && !engine.program().isAlive()) {
            throw new IllegalStateException("node " + n + " ended: " + engine.output());
          }
          return ReadyNodes.status(address(n)) == 200;
        });
  }

  public void awaitAllReady() {
    for (int n = 1; n <= size(); n++) {
      awaitReady(n);
    }
  }

  /** The most memory any node takes now, in bytes. */
  public long mostMemory() {
    return running.values().stream().mapToLong(Cluster::memory).max().orElse(0);
  }

  private static long memory(EngineProcess engine) {
    try {
      return Files.readAllLines(Path.of("/proc", String.valueOf(engine.program().pid()), "status"))
          .stream()
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
          .sum();
    } catch (IOException _) {
      return 0;
    }
  }

  /** What all nodes have printed. */
  public String output(int n) {
    EngineProcess engine = running.get(n);
    return engine == null ? "" : engine.output();
  }

  /** Every check-in and void in the journal, read with nothing of the engines' in between. */
  public List<Row> journal() {
    String direct = standIn == null ? mongo : standIn.uri() + "/" + database;
    List<Row> rows = new ArrayList<>();
    try (MongoClient client = MongoClients.create(direct)) {
      client
          .getDatabase(database)
          .getCollection("events")
          .find(Filters.regex("stream", "/check-ins/"))
          .batchSize(1000) // else the stand-in puts all of it into one message
          .forEach((Document event) ->
              rows.add(
                  new Row(
                      event.getString("_id"),
                      event.getString("stream"),
                      event.getString("type"),
                      event.getString("content"))));
    }
    return rows;
  }

  /** Asks the primary of a real replica set to step down. */
  public void changePrimary() {
    try (MongoClient client = MongoClients.create(mongo)) {
      client
          .getDatabase("admin")
          .runCommand(new Document("replSetStepDown", 30).append("force", true));
    } catch (com.mongodb.MongoException _) {
      // It ends the connections, this one too.
    }
  }

  @Override
  public void close() {
    List<Thread> ends =
        running.values().stream().map(engine -> Thread.ofVirtual().start(engine::close)).toList();
    for (Thread end : ends) {
      try {
        end.join();
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
    }
    if (proxy != null) {
      try {
        proxy.close();
      } catch (IOException _) {
        // It ends with this process.
      }
    }
    if (standIn != null) {
      standIn.close();
    } else {
      try (MongoClient client = MongoClients.create(mongo)) {
        client.getDatabase(database).drop();
      }
    }
    if (networks != null) {
      networks.close();
    }
  }
}
