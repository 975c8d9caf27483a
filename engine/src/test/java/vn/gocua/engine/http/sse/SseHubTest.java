package vn.gocua.engine.http.sse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.junit5.Timeout;
import io.vertx.junit5.VertxExtension;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Viewers of a counter. That slow ones cost no more is shown with the board, in SlowViewerTest. */
@Tag("slow")
@ExtendWith(VertxExtension.class)
@Timeout(value = 60, timeUnit = TimeUnit.SECONDS)
class SseHubTest {
  private static final Rhythm RHYTHM = Rhythm.of(Duration.ofMillis(200));

  /** A number that goes up; odd groups are told of odd numbers only, others of all. */
  private static final class Counter implements SseSource<Integer> {
    private final AtomicLong revision = new AtomicLong(1);
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final @Nullable String run;

    Counter(@Nullable String run) {
      this.run = run;
    }

    @Override
    public @Nullable String run() {
      return run;
    }

    @Override
    public long revision() {
      return revision.get();
    }

    @Override
    public Frame since(long seen, Integer group) {
      asked.add(seen + " by " + group);
      long now = revision.get();
      return seen > 0 && group % 2 == 1 && now % 2 == 0
          ? new Frame(now, List.of())
          : Frame.of(now, seen == UNKNOWN ? "again" : "number", Map.of("is", now));
    }
  }

  /** One who watches, and what came. */
  private static final class Watcher {
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile @Nullable HttpClientResponse response;

    private void take(HttpClientResponse from) {
      response = from;
      StringBuilder rest = new StringBuilder();
      from.handler(buffer -> {
        rest.append(buffer);
        for (int end = rest.indexOf("\n\n"); end >= 0; end = rest.indexOf("\n\n")) {
          lines.add(rest.substring(0, end).replace("\n", " "));
          rest.delete(0, end + 2);
        }
      });
      from.endHandler(_ -> ended.set(true));
      from.exceptionHandler(_ -> ended.set(true));
    }

    void leave() {
      Objects.requireNonNull(response).request().reset();
    }

    List<String> numbers() {
      return lines.stream().filter(line -> !line.startsWith("event: beat")).toList();
    }
  }

  /** A hub behind a server on an event loop of its own. */
  private static final class Host extends VerticleBase {
    private final Rhythm rhythm;
    private final List<SseSource<Integer>> sources;
    private final AtomicInteger crowd = new AtomicInteger();
    private volatile @Nullable SseHub<Integer> hub;
    private volatile int port;

    Host(Rhythm rhythm, List<SseSource<Integer>> sources) {
      this.rhythm = rhythm;
      this.sources = sources;
    }

    @Override
    public Future<?> start() {
      SseHub<Integer> made =
          new SseHub<>(vertx, rhythm, sources, () -> Map.of("beat", 1), crowd::addAndGet);
      hub = made;
      Router router = Router.router(vertx);
      router
          .get("/:who/:group")
          .handler(ctx ->
              made.serve(ctx, ctx.pathParam("who"), Integer.valueOf(ctx.pathParam("group"))));
      return vertx
          .createHttpServer(new HttpServerOptions().setHost("127.0.0.1").setPort(0))
          .requestHandler(router)
          .listen()
          .onSuccess(server -> port = server.actualPort());
    }

    SseHub<Integer> hub() {
      return Objects.requireNonNull(hub);
    }

    Watcher watch(String path, @Nullable String lastEventId) {
      Watcher watcher = new Watcher();
      vertx
          .createHttpClient()
          .request(HttpMethod.GET, port, "127.0.0.1", path)
          .compose(request -> {
            if (lastEventId != null) {
              request.putHeader("last-event-id", lastEventId);
            }
            return request.send();
          })
          .onSuccess(watcher::take);
      return watcher;
    }
  }

  private final Counter counter = new Counter("run");

  private static Host host(Vertx vertx, Rhythm rhythm, List<SseSource<Integer>> sources) {
    Host host = new Host(rhythm, sources);
    vertx.deployVerticle(host).toCompletionStage().toCompletableFuture().join();
    return host;
  }

  private Host host(Vertx vertx) {
    return host(vertx, RHYTHM, List.of(counter));
  }

  private void count(Host host) {
    counter.revision.incrementAndGet();
    host.hub().changed();
  }

  private static String number(long is) {
    return "event: number id: run-" + is + " data: {\"is\":" + is + "}";
  }

  @Test
  void shouldTellEverythingFirstAndThenWhatChanges(Vertx vertx) {
    Host host = host(vertx);
    Watcher watcher = host.watch("/a/0", null);
    await().until(() -> watcher.numbers().equals(List.of(number(1))));
    count(host);
    await().until(() -> watcher.numbers().equals(List.of(number(1), number(2))));
  }

  @Test
  void shouldMakeOneBufferForAllOfAGroupWhoHaveSeenTheSame(Vertx vertx) {
    Host host = host(vertx);
    List<Watcher> watchers = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      watchers.add(host.watch("/a/" + i % 2 * 2, null));
    }
    await().until(() -> watchers.stream().allMatch(each -> each.numbers().size() == 1));
    counter.asked.clear();
    count(host);
    await().until(() -> watchers.stream().allMatch(each -> each.numbers().size() == 2));
    assertThat(counter.asked).containsExactlyInAnyOrder("1 by 0", "1 by 2");
  }

  @Test
  void shouldSayNothingToAGroupThatIsNotConcernedAndNotAskAgain(Vertx vertx) {
    Host host = host(vertx);
    Watcher all = host.watch("/a/0", null);
    Watcher odd = host.watch("/a/1", null);
    await().until(() -> all.numbers().size() == 1 && odd.numbers().size() == 1);
    counter.asked.clear();
    count(host);
    await().until(() -> all.numbers().size() == 2);
    count(host);
    await().until(() -> odd.numbers().size() == 2);
    assertThat(odd.numbers()).containsExactly(number(1), number(3));
    assertThat(counter.asked).contains("1 by 1", "2 by 1");
  }

  @Test
  void shouldTellManyChangesTogether(Vertx vertx) {
    Host host = host(vertx);
    Watcher watcher = host.watch("/a/0", null);
    await().until(() -> watcher.numbers().size() == 1);
    for (int i = 0; i < 1_000; i++) {
      count(host);
    }
    await().until(() -> watcher.numbers().getLast().equals(number(1_001)));
    assertThat(watcher.numbers().size()).isLessThan(100);
  }

  @Test
  void shouldGoOnWhereAViewerOfThisRunWasCutOffAndTellAllOthersEverything(Vertx vertx) {
    Host host = host(vertx);
    counter.revision.set(7);
    Watcher same = host.watch("/a/0", "run-7");
    Watcher behind = host.watch("/a/0", "run-3");
    await().until(() -> behind.numbers().equals(List.of(number(7))));
    assertThat(counter.asked).containsExactly("3 by 0");
    for (String stranger : List.of("x", "other-7", "run-", "run-x")) {
      Watcher watcher = host.watch("/a/0", stranger);
      await().until(() -> watcher.numbers().size() == 1);
      assertThat(watcher.numbers().getFirst()).as(stranger).startsWith("event: again");
    }
    await().until(() -> same.lines.size() >= 2);
    assertThat(same.numbers()).as("has seen all").isEmpty();
  }

  @Test
  void shouldBeatAndCountTheCrowd(Vertx vertx) {
    Host host = host(vertx);
    Watcher watcher = host.watch("/a/0", null);
    await().until(() -> host.crowd.get() == 1);
    await().until(() -> watcher.lines.size() - watcher.numbers().size() >= 3);
    assertThat(watcher.lines).contains("event: beat data: {\"beat\":1}");
    watcher.leave();
    await().until(() -> host.crowd.get() == 0);
  }

  @Test
  void shouldEndTheStreamsOfWhoIsShutOutOnly(Vertx vertx) {
    Host host = host(vertx);
    Watcher out = host.watch("/out/0", null);
    Watcher in = host.watch("/in/0", null);
    await().until(() -> out.numbers().size() == 1 && in.numbers().size() == 1);
    host.hub().end("out");
    await().until(out.ended::get);
    await().until(() -> host.crowd.get() == 1);
    count(host);
    await().until(() -> in.numbers().size() == 2);
    assertThat(in.ended).isFalse();
    assertThat(out.numbers()).hasSize(1);
  }

  @Test
  void shouldEndAStreamThatHasLastedForLong(Vertx vertx) {
    Host host = host(vertx, RHYTHM.endedAfter(Duration.ofMillis(500)), List.of(counter));
    Watcher watcher = host.watch("/a/0", null);
    await().until(() -> watcher.numbers().size() == 1);
    assertThat(watcher.ended).isFalse();
    await().until(watcher.ended::get);
    await().until(() -> host.crowd.get() == 0);
  }

  @Test
  void shouldTellSeveralSourcesInTheirOrder(Vertx vertx) {
    Counter second = new Counter(null);
    Host host = host(vertx, RHYTHM, List.of(counter, second));
    String plain = "event: number data: {\"is\":1}";
    Watcher watcher = host.watch("/a/0", null);
    await().until(() -> watcher.numbers().equals(List.of(number(1), plain)));
    Watcher back = host.watch("/a/0", "run-1");
    await().until(() -> back.numbers().equals(List.of("event: again data: {\"is\":1}")));
    second.revision.incrementAndGet();
    host.hub().changed();
    await().until(() -> watcher.numbers().getLast().equals("event: number data: {\"is\":2}"));
    assertThat(watcher.numbers()).hasSize(3);
  }

  @Test
  void shouldRefuseTwoSourcesThatGiveIds(Vertx vertx) {
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            new SseHub<>(vertx, RHYTHM, List.of(counter, new Counter("other")), () -> "", _ -> {}));
  }
}
