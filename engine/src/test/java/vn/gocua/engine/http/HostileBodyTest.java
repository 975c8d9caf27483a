package vn.gocua.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.gocua.engine.support.Answer;
import vn.gocua.engine.support.Api;
import vn.gocua.engine.support.Busy;
import vn.gocua.engine.support.Bystanders;
import vn.gocua.engine.support.Item;
import vn.gocua.engine.support.Phone;
import vn.gocua.engine.support.RunningEngine;
import vn.gocua.testkit.SettableClock;

/**
 * A hostile body slows nobody else: beside it, others wait no longer than three times what they
 * wait beside a harmless body of the same size, or 50 ms, in the median of five rounds. Both are
 * measured in turns, so that a busy machine is slow for both; the harmless one only where it
 * matters. The 50 ms are those of a machine that is ours alone.
 */
@Tag("slow")
class HostileBodyTest {
  private static final String NOW = "2025-08-22T09:30:00+07:00";
  private static final int ROUNDS = 5;

  /** What else the machine does may spoil one; a body that slows others spoils each. */
  private static final int MEASUREMENTS = 3;

  private static final int SENDERS = 2;
  private static final Duration ROUND = Duration.ofMillis(200);
  private static final Duration BREATH = Duration.ofMillis(25);
  private static final Duration EVERY = Duration.ofMillis(10);
  private static final double MOST_MS = 50;
  private static final int LONGEST_ANSWER = 4096;

  private static RunningEngine engine;
  private static Phone phone;
  private static Bystanders others;
  private static final ExecutorService SENDING =
      Executors.newCachedThreadPool(Thread.ofPlatform().daemon().name("sender-", 0).factory());

  @BeforeAll
  static void start(@TempDir Path folder) {
    engine = RunningEngine.start(folder, SettableClock.at(NOW));
    phone = engine.phone("T01");
    others =
        new Bystanders(
            engine.url().getPort(),
            4,
            List.of(
                () -> Bystanders.request("GET", "/health/ready", phone.token(), ""),
                () -> Bystanders.request("POST", "/api/v1/check-ins", phone.token(), checkIn())));
    others.p99(Duration.ofSeconds(2), Duration.ofMillis(5));
  }

  private static String checkIn() {
    return Api.batch(List.of(Item.at(NOW))).toString();
  }

  @AfterAll
  static void stop() {
    others.close();
    SENDING.close();
    engine.close();
  }

  static Stream<HostileBody> bodies() {
    return HostileBody.all();
  }

  static Stream<HostileBody> oneOfEachKind() {
    return HostileBody.oneOfEachKind();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("oneOfEachKind")
  void shouldSlowNobodyElse(HostileBody hostile) {
    assertSlowsNobody(hostile);
  }

  @Tag("all")
  @ParameterizedTest(name = "{0}")
  @MethodSource("bodies")
  void shouldSlowNobodyElseWhateverItIs(HostileBody hostile) {
    assertSlowsNobody(hostile);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bodies")
  void shouldBeAnswered(HostileBody hostile) {
    Answer answer = send(hostile);
    assertThat(answer.status()).as(answer.body()).isBetween(200, 499);
    if (hostile.to() == HostileBody.To.STRANGER) {
      assertThat(answer.status()).isBetween(400, 415);
      assertThat(answer.body()).hasSizeLessThan(LONGEST_ANSWER);
    }
  }

  private static void assertSlowsNobody(HostileBody hostile) {
    List<String> rounds = new ArrayList<>();
    boolean held = false;
    for (int i = 0; i < MEASUREMENTS && !held; i++) {
      held = slowsNobody(hostile, rounds);
    }
    assertThat(held).as("%s: %s", hostile, rounds).isTrue();
  }

  @Test
  void shouldTakeHalfACharacterAsTheFaultOfItsField() {
    String good = Item.at(NOW).json().toString();
    String bad = Item.at(NOW).json().put("activity", "@").toString().replace("@", "\\ud800");
    Answer answer =
        phone
            .api()
            .post("/api/v1/check-ins", "{\"checkIns\":[%s,%s]}".formatted(good, bad))
            .expect(200);
    assertThat(answer.json().path("results").valueStream().map(r -> r.path("outcome").asString()))
        .containsExactly("accepted", "rejected");
    String next =
        "{\"id\":\"next\",\"name\":\"\\ud800\",\"startDate\":\"2026-08-11\",\"days\":20,"
            + "\"checkIns\":9000,\"residents\":12000}";
    assertThat(engine.leader().post("/api/v1/campaign/next", next).problem())
        .isEqualTo("400 wrong-type");
  }

  /** In the median of five rounds, which is decided as soon as three agree. */
  private static boolean slowsNobody(HostileBody hostile, List<String> rounds) {
    HostileBody harmless = hostile.harmless();
    int held = 0;
    int broken = 0;
    while (held <= ROUNDS / 2 && broken <= ROUNDS / 2) {
      double besideHostile = p99(hostile);
      boolean quick = besideHostile <= MOST_MS;
      double beside = quick ? 0 : p99(harmless);
      double most = quick ? MOST_MS : MOST_MS * Busy.times();
      if (besideHostile <= Math.max(3 * beside, most)) {
        held++;
      } else {
        broken++;
      }
      rounds.add("%.0f ms beside %.0f, at most %.0f".formatted(besideHostile, beside, most));
    }
    return held > broken;
  }

  /** Milliseconds that others wait while such a body is sent again and again. */
  private static double p99(HostileBody body) {
    AtomicBoolean goesOn = new AtomicBoolean(true);
    List<Future<?>> senders =
        IntStream.range(0, SENDERS)
            .<Future<?>>mapToObj(_ ->
                SENDING.submit(() -> {
                  while (goesOn.get()) {
                    send(body);
                    LockSupport.parkNanos(BREATH.toNanos());
                  }
                }))
            .toList();
    try {
      return others.p99(ROUND, EVERY).toNanos() / 1e6;
    } finally {
      goesOn.set(false);
      senders.forEach(HostileBodyTest::ended);
    }
  }

  private static void ended(Future<?> sender) {
    try {
      sender.get();
    } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Answer send(HostileBody body) {
    Api api =
        switch (body.to()) {
          case STRANGER -> engine.anybody();
          case PHONE -> phone.api();
          case BACKUP, TABLE -> engine.leader();
        };
    if (!body.encoding().isEmpty()) {
      api = api.with("content-encoding", body.encoding());
    }
    return api.notHeldToDocument()
        .send("POST", body.to().path(), BodyPublishers.ofByteArray(body.bytes()));
  }
}
