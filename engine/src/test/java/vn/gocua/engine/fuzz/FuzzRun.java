package vn.gocua.engine.fuzz;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import vn.gocua.engine.fuzz.Making.Made;
import vn.gocua.engine.fuzz.RawClient.Raw;
import vn.gocua.engine.support.ApiDocument;
import vn.gocua.engine.support.ApiDocument.Operation;
import vn.gocua.engine.support.RunningEngine;

/** Sends so many requests, and remembers what was answered as it must not be. */
final class FuzzRun {
  /** What takes long, or ends much, is tried as often as one in so many times that it is drawn. */
  private static final Map<String, Integer> SELDOM =
      Map.ofEntries(
          Map.entry("signOut", 40),
          Map.entry("endOwnSessions", 60),
          Map.entry("signIn", 6),
          Map.entry("openAccount", 10),
          Map.entry("changePassword", 6),
          Map.entry("resetPassword", 6),
          Map.entry("recount", 40),
          Map.entry("archiveCampaign", 100),
          Map.entry("closeCampaign", 8),
          Map.entry("revokeDevice", 3),
          Map.entry("reportDayPdf", 10),
          Map.entry("reportCampaignPdf", 20),
          Map.entry("reportDayXlsx", 10),
          Map.entry("reportCampaignXlsx", 20),
          Map.entry("exportCheckInsXlsx", 20),
          Map.entry("exportCheckInsCsv", 10),
          Map.entry("exportAudit", 10),
          Map.entry("exportRosterXlsx", 10),
          Map.entry("beginTotp", 3),
          Map.entry("readMetrics", 3));

  private static final int LEARNT_FROM = 64 * 1024;

  private final RunningEngine engine;
  private final List<Operation> operations;
  private final Judge judge;
  private final Roles roles;
  private final long seed;

  private final Map<String, String> findings = new ConcurrentSkipListMap<>();
  private final Map<Integer, AtomicInteger> statuses = new ConcurrentSkipListMap<>();
  private final Map<String, Long> slowest = new ConcurrentSkipListMap<>();

  FuzzRun(RunningEngine engine, ApiDocument document, long seed) {
    this.engine = engine;
    this.operations = document.operations();
    this.judge = new Judge(document.json());
    this.roles = new Roles(engine);
    this.seed = seed;
  }

  /** Sends requests from as many connections as there are hands. */
  void send(int requests, int hands) throws InterruptedException {
    List<Thread> threads = new ArrayList<>();
    for (int hand = 0; hand < hands; hand++) {
      int first = hand;
      threads.add(
          Thread.ofPlatform()
              .name("fuzz-" + hand)
              .start(() -> {
                Pool pool = new Pool();
                try (RawClient client = new RawClient(engine.url())) {
                  for (int i = first; i < requests; i += hands) {
                    one(i, client, pool);
                  }
                }
              }));
    }
    for (Thread thread : threads) {
      thread.join();
    }
  }

  private void one(int number, RawClient client, Pool pool) {
    RandomGenerator random = new Random(seed * 1_000_003L + number);
    Operation operation = operations.get(random.nextInt(operations.size()));
    while (random.nextInt(SELDOM.getOrDefault(operation.id(), 1)) != 0) {
      operation = operations.get(random.nextInt(operations.size()));
    }
    String role = role(operation, random);
    Made made =
        new Making(random, new Shapes(judge.document(), pool), pool)
            .make(operation, roles.token(role));
    long start = System.nanoTime();
    try {
      Raw answer = client.send(made.request());
      statuses.computeIfAbsent(answer.status(), _ -> new AtomicInteger()).incrementAndGet();
      for (String complaint : judge.complaints(operation, made, answer)) {
        find(operation, role, complaint, number, made + " → " + answer.text());
      }
      if (answer.status() == 401) {
        roles.renew(role);
      }
      learn(answer, pool);
    } catch (IOException | RuntimeException e) {
      find(operation, role, "no answer: " + e, number, made.toString());
    }
    slowest.merge(operation.id(), (System.nanoTime() - start) / 1_000_000, Math::max);
  }

  private static String role(Operation operation, RandomGenerator random) {
    List<String> in =
        Roles.ALL.stream().filter(role -> Roles.mayEnter(role, operation.letsIn())).toList();
    return random.nextInt(3) > 0 && !in.isEmpty()
        ? in.get(random.nextInt(in.size()))
        : Roles.ALL.get(random.nextInt(Roles.ALL.size()));
  }

  private void find(Operation operation, String role, String complaint, int number, String what) {
    String shown = what.length() > 1_500 ? what.substring(0, 1_500) + "…" : what;
    findings.putIfAbsent(
        operation.id() + ", " + complaint, "as " + role + ", no. " + number + ": " + shown);
  }

  private static void learn(Raw answer, Pool pool) {
    if (answer.status() / 100 == 2
        && answer.body().length() < LEARNT_FROM
        && answer.header("content-type").startsWith("application/json")) {
      try {
        pool.learn(JsonMapper.shared().readTree(answer.text()));
      } catch (JacksonException _) {
        // A HEAD's answer has none.
      }
    }
  }

  Map<String, String> findings() {
    return findings;
  }

  /** How many answers there were of each status. */
  Map<Integer, AtomicInteger> statuses() {
    return statuses;
  }

  /** How many answers had this status. */
  int answered(int status) {
    AtomicInteger count = statuses.get(status);
    return count == null ? 0 : count.get();
  }

  /** The operations that once took longest, in ms. */
  Map<String, Long> slowest() {
    Map<String, Long> longest = new TreeMap<>();
    slowest.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .limit(8)
        .forEach(each -> longest.put(each.getKey(), each.getValue()));
    return longest;
  }
}
