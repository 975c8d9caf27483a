package vn.gocua.system.bench;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.gocua.protocol.client.Caller;
import vn.gocua.protocol.client.EngineApi;
import vn.gocua.protocol.client.FetchedFile;
import vn.gocua.protocol.client.Query;
import vn.gocua.protocol.health.HealthEndpoints;
import vn.gocua.system.chaos.system.Cluster;
import vn.gocua.testkit.EngineProcess;
import vn.gocua.testkit.mongo.FakeMongoProcess;
import vn.gocua.testkit.page.Leader;

/**
 * Three engines beside one, on the same stand-in for MongoDB (a database each) and the same cores:
 * what being several costs, how soon a viewer of another engine sees a change, and how group commit
 * grows.
 */
final class ClusterLoad implements Measurement {
  private static final int ENGINES = 3;
  private static final int CONNECTIONS = 30;
  private static final int SIZE = 50;
  private static final int WARM_UP_ROUNDS = 4;

  /** So much that it hardly ever collects garbage, and touched before anything is measured. */
  private static final String[] ROOM = {"-Xms8g", "-Xmx8g", "-Xmn6g", "-XX:+AlwaysPreTouch"};

  private static final Pattern BATCHES =
      Pattern.compile("(?m)^gocua_journal_batch\\w*_(count|sum)\\S* (\\S+)$");

  private final Bench bench;
  private final int rounds;
  private final Duration each;
  private final Duration latencyTime;

  ClusterLoad(Bench bench, int rounds, Duration each, Duration latencyTime) {
    this.bench = bench;
    this.rounds = rounds;
    this.each = each;
    this.latencyTime = latencyTime;
  }

  @Override
  public List<Figure> run() throws Exception {
    List<Figure> figures = new ArrayList<>();
    try (FakeMongoProcess mongo = FakeMongoProcess.start(bench.folder(), ROOM);
        Cluster alone = cluster(1, mongo);
        Cluster members = cluster(ENGINES, mongo)) {
      List<Figure> latency = latency(members);
      figures.addAll(throughput(alone, members));
      figures.addAll(groupCommit(alone));
      figures.addAll(latency);
    }
    return figures;
  }

  private Cluster cluster(int nodes, FakeMongoProcess mongo) throws IOException {
    return Cluster.start(
        bench.folder().resolve("cluster-" + nodes),
        new Cluster.Plan(nodes, mongo.uri(), false, List.of("-Xmx512m")));
  }

  private static List<Integer> ports(Cluster cluster) {
    return cluster.addresses().stream().map(URI::getPort).toList();
  }

  /** In turns, so that what else the machine does meets both; a share is of the same round. */
  private List<Figure> throughput(Cluster alone, Cluster members) throws IOException {
    List<String> aloneTokens = phones(alone);
    List<String> memberTokens = phones(members);
    for (int round = 0; round < WARM_UP_ROUNDS; round++) {
      load(alone, aloneTokens, SIZE, each.multipliedBy(2));
      load(members, memberTokens, SIZE, each.multipliedBy(2 * ENGINES));
    }
    List<Double> one = new ArrayList<>();
    List<Double> three = new ArrayList<>();
    List<Double> shares = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      one.add(load(alone, aloneTokens, SIZE, each).perSecond());
      three.add(load(members, memberTokens, SIZE, each).perSecond());
      shares.add(three.getLast() / one.getLast());
    }
    return List.of(
        Figure.plain("cluster.one", Stats.median(one), Figure.Unit.PER_SECOND),
        Figure.shareAtLeast("cluster.three", Stats.median(three), Stats.median(shares), 0.6));
  }

  private List<String> phones(Cluster cluster) {
    try (EngineApi api = EngineProcess.api(cluster.address(1))) {
      return bench.phones(api, CONNECTIONS);
    }
  }

  private Load.Taken load(Cluster cluster, List<String> tokens, int size, Duration time)
      throws IOException {
    try (Load load = new Load(ports(cluster), bench.uploads(tokens, size))) {
      return load.run(time);
    }
  }

  /** Events in one write, for a few phones and for many that send one check-in at a time. */
  private List<Figure> groupCommit(Cluster cluster) throws IOException {
    List<String> tokens = phones(cluster);
    List<Figure> figures = new ArrayList<>();
    for (int phones : List.of(1, 5, CONNECTIONS)) {
      Map<String, Double> before = batches(cluster);
      load(cluster, tokens.subList(0, phones), 1, each.multipliedBy(3));
      Map<String, Double> after = batches(cluster);
      double events = number(after, "sum") - number(before, "sum");
      double writes = number(after, "count") - number(before, "count");
      figures.add(
          Figure.plain("cluster.group.%02d".formatted(phones), events / writes, Figure.Unit.EACH));
    }
    return figures;
  }

  private static double number(Map<String, Double> batches, String which) {
    return requireNonNull(batches.get(which), which);
  }

  private static Map<String, Double> batches(Cluster cluster) throws IOException {
    try (EngineApi api = EngineProcess.api(cluster.address(1))) {
      Map<String, Double> found = new HashMap<>();
      Matcher matcher = BATCHES.matcher(metrics(api));
      while (matcher.find()) {
        found.put(matcher.group(1), Double.parseDouble(matcher.group(2)));
      }
      return found;
    }
  }

  private static String metrics(EngineApi api) throws IOException {
    Caller leader = Leader.signIn(api).caller();
    try (FetchedFile text = api.download(leader, HealthEndpoints.METRICS, Query.NONE)) {
      return new String(text.body().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** All phones talk to one engine, the viewer to another. */
  private List<Figure> latency(Cluster cluster) throws Exception {
    try (EngineApi api = EngineProcess.api(cluster.address(1))) {
      long[] figures =
          Latency.percentiles(
              bench, api, cluster.address(1), cluster.address(2), latencyTime, 50, 99);
      return List.of(
          Figure.plain("cluster.latency.p50", figures[0] / 1e3, Figure.Unit.MILLISECONDS),
          Figure.atMost("cluster.latency.p99", figures[1] / 1e3, Figure.Unit.MILLISECONDS, 400));
    }
  }
}
