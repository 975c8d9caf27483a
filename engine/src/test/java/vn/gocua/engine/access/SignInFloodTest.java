package vn.gocua.engine.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.gocua.engine.support.Item;
import vn.gocua.engine.support.Phone;
import vn.gocua.engine.support.RunningEngine;
import vn.gocua.testkit.SettableClock;

/**
 * A hundred and fifty connections guess passwords as fast as they can, of names that are made up
 * and of the leader's: work goes on beside them.
 */
@Tag("all")
class SignInFloodTest {
  private static final Logger log = LoggerFactory.getLogger(SignInFloodTest.class);
  private static final String NOW = "2025-08-22T09:30:00+07:00";
  private static final int GUESSERS = 150;

  /** Whoever measures beside other programs measures them too: the median of so many counts. */
  private static final int ROUNDS = 5;

  private static RunningEngine engine;
  private static ExecutorService callers;
  private static HttpClient client;

  @BeforeAll
  static void start(@TempDir Path folder) {
    engine = RunningEngine.startWithCostlyPasswords(folder, SettableClock.at(NOW));
    callers = Executors.newVirtualThreadPerTaskExecutor();
    client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).executor(callers).build();
  }

  @AfterAll
  static void stop() {
    client.shutdownNow();
    callers.shutdownNow();
    engine.close();
  }

  private static HttpResponse<String> signIn(
      String username, String password, @Nullable String browser) {
    Map<String, String> body = new HashMap<>(Map.of("username", username, "password", password));
    if (browser != null) {
      body.put("browser", browser);
    }
    URI sessions = engine.url().resolve("/api/v1/sessions");
    HttpRequest request =
        HttpRequest.newBuilder(sessions)
            .POST(BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(body)))
            .timeout(Duration.ofSeconds(30))
            .build();
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Everybody who guesses, until told to stop: what they were answered. */
  private static final class Flood implements AutoCloseable {
    private final AtomicBoolean on = new AtomicBoolean(true);
    private final AtomicInteger sent = new AtomicInteger();
    private final ConcurrentSkipListSet<String> answers = new ConcurrentSkipListSet<>();
    private final List<CompletableFuture<Void>> guessers = new ArrayList<>();

    /** Everybody asks again at once; one in five asks for the leader. */
    private static Flood ofTheHasty() {
      Flood flood = new Flood();
      for (int i = 0; i < GUESSERS; i++) {
        boolean atLeader = i % 5 == 0;
        flood.guessers.add(CompletableFuture.runAsync(() -> flood.guess(atLeader), callers));
      }
      return flood;
    }

    /** Everybody asks for the leader, and comes again with the same password when told to. */
    private static Flood ofTheObedient() {
      Flood flood = new Flood();
      for (int i = 0; i < GUESSERS; i++) {
        flood.guessers.add(CompletableFuture.runAsync(flood::guessAsTold, callers));
      }
      return flood;
    }

    private void guessAsTold() {
      String guess = UUID.randomUUID().toString();
      while (on.get()) {
        HttpResponse<String> answer = signIn("leader", guess, null);
        sent.incrementAndGet();
        answers.add(String.valueOf(answer.statusCode()));
        long wait = answer.headers().firstValueAsLong("retry-after").orElse(0);
        if (wait == 0) {
          guess = UUID.randomUUID().toString();
        }
        long from = System.nanoTime();
        while (on.get() && System.nanoTime() - from < Duration.ofSeconds(wait).toNanos()) {
          pause(Duration.ofMillis(100));
        }
      }
    }

    private void guess(boolean atLeader) {
      while (on.get()) {
        String guess = UUID.randomUUID().toString();
        HttpResponse<String> answer = signIn(atLeader ? "leader" : "x" + guess, guess, null);
        sent.incrementAndGet();
        boolean told = answer.headers().firstValue("retry-after").isPresent();
        answers.add(answer.statusCode() + (told ? " with Retry-After" : ""));
      }
    }

    /** Waits until they have asked once each. */
    private void awaitEverybody() {
      Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> sent.get() >= GUESSERS);
    }

    @Override
    public void close() {
      on.set(false);
      CompletableFuture.allOf(guessers.toArray(CompletableFuture[]::new)).join();
      log.info("{} guesses: {}", sent, answers);
    }
  }

  /** A browser that signs in again and again, always with what it was given the last time. */
  private static final class KnownBrowser {
    private String token = "";

    private KnownBrowser() {
      take(signIn("leader", RunningEngine.PASSWORD, null));
    }

    private void take(HttpResponse<String> answer) {
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
      JsonNode session = JsonMapper.shared().readTree(answer.body());
      token = session.path("browser").asString();
    }

    private void signInAgain() {
      take(signIn("leader", RunningEngine.PASSWORD, token));
    }
  }

  private record Latencies(double signIn, double checkIn) {}

  /** The slowest of some sign-ins, and of some check-ins, which come ten a second. */
  private static Latencies round(KnownBrowser browser, Phone phone) {
    CompletableFuture<Double> checkIns =
        CompletableFuture.supplyAsync(
            () -> {
              List<Double> took = new ArrayList<>();
              for (int i = 0; i < 30; i++) {
                long begun = System.nanoTime();
                assertThat(phone.send(Item.at(NOW)).status()).isEqualTo(200);
                took.add((System.nanoTime() - begun) / 1e6);
                pause(Duration.ofMillis(100).minusNanos(System.nanoTime() - begun));
              }
              return percentile(took);
            },
            callers);
    List<Double> took = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      long begun = System.nanoTime();
      browser.signInAgain();
      took.add((System.nanoTime() - begun) / 1e6);
      pause(Duration.ofMillis(150));
    }
    return new Latencies(percentile(took), checkIns.join());
  }

  private static double percentile(List<Double> took) {
    Collections.sort(took);
    return took.get((int) Math.ceil(took.size() * 0.99) - 1);
  }

  private static void pause(Duration pause) {
    CompletableFuture.runAsync(
            () -> {},
            CompletableFuture.delayedExecutor(
                Math.max(0, pause.toNanos()), TimeUnit.NANOSECONDS, callers))
        .join();
  }

  private static Latencies median(List<Latencies> rounds) {
    return new Latencies(
        rounds.stream().mapToDouble(Latencies::signIn).sorted().toArray()[rounds.size() / 2],
        rounds.stream().mapToDouble(Latencies::checkIn).sorted().toArray()[rounds.size() / 2]);
  }

  /**
   * A browser that got in.
   *
   * @param told what it was answered before
   */
  private record Obedient(Duration took, List<String> told) {
    private void assertSoonIn() {
      assertThat(took).as("%s", told).isLessThanOrEqualTo(Duration.ofSeconds(60));
    }
  }

  /** Signs in as a browser that nobody knows, and comes again when told; how long that took. */
  private static Obedient obedient() {
    List<String> told = new ArrayList<>();
    long begun = System.nanoTime();
    HttpResponse<String> answer = signIn("leader", RunningEngine.PASSWORD, null);
    while (answer.statusCode() != 200) {
      assertThat(answer.statusCode()).as(answer.body()).isIn(429, 503);
      String wait = answer.headers().firstValue("retry-after").orElseThrow();
      told.add("%d, wait %s s".formatted(answer.statusCode(), wait));
      pause(Duration.ofSeconds(Long.parseLong(wait)));
      answer = signIn("leader", RunningEngine.PASSWORD, null);
    }
    return new Obedient(Duration.ofNanos(System.nanoTime() - begun), told);
  }

  @Test
  void shouldGoOnWorkingBesideAHundredAndFiftyWhoGuess() {
    KnownBrowser browser = new KnownBrowser();
    Phone phone = engine.phone("T01");
    var _ = round(browser, phone);
    List<Latencies> quiet = new ArrayList<>();
    List<Latencies> beside = new ArrayList<>();
    // In turns, so that a machine that is busy otherwise is so for both.
    for (int i = 0; i < ROUNDS; i++) {
      quiet.add(round(browser, phone));
      Flood flood = Flood.ofTheHasty();
      try (flood) {
        flood.awaitEverybody();
        beside.add(round(browser, phone));
      }
      assertThat(flood.answers)
          .isSubsetOf("401", "429 with Retry-After", "503 with Retry-After")
          .contains("401", "503 with Retry-After");
    }
    String rounds = "quiet %s, beside %s".formatted(quiet, beside);
    assertThat(median(beside).signIn())
        .as(rounds)
        .isLessThanOrEqualTo(Math.max(3 * median(quiet).signIn(), 500));
    assertThat(median(beside).checkIn())
        .as(rounds)
        .isLessThanOrEqualTo(Math.max(3 * median(quiet).checkIn(), 50));
    engine.assertRecountEqual();
  }

  @Test
  void shouldLetABrowserInBesideAHundredAndFiftyWhoGuess() {
    try (Flood flood = Flood.ofTheHasty()) {
      flood.awaitEverybody();
      obedient().assertSoonIn();
    }
  }

  @Test
  void shouldLetABrowserInAmongAHundredAndFiftyWhoWaitAsTold() {
    try (Flood flood = Flood.ofTheObedient()) {
      Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> flood.sent.get() >= GUESSERS);
      Obedient stranger = obedient();
      assertThat(stranger.took())
          .as("%s", stranger.told())
          .isLessThanOrEqualTo(Duration.ofSeconds(60));
    }
  }
}
