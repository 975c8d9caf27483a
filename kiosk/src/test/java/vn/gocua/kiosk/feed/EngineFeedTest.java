package vn.gocua.kiosk.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.gocua.kiosk.feed.FeedState.Signal;
import vn.gocua.kiosk.testing.SampleCampaign;
import vn.gocua.kiosk.testing.ScriptedEngine;
import vn.gocua.protocol.client.EngineApi;
import vn.gocua.testkit.Ports;

@Tag("slow")
class EngineFeedTest {
  private static final Duration PATIENCE = Duration.ofMillis(700);

  private final SampleCampaign campaign = new SampleCampaign(4, 3);
  private final List<Arrival> arrivals = new CopyOnWriteArrayList<>();
  private final List<Signal> signals = new CopyOnWriteArrayList<>();
  private final int port = Ports.free();
  private ScriptedEngine engine;
  private EngineFeed feed;

  @BeforeEach
  void start() throws IOException {
    engine = engine(campaign);
    feed = new EngineFeed(new EngineApi(engine.url()), Clock.systemUTC(), PATIENCE);
    var _ =
        feed.listen((state, news) -> {
          if (signals.isEmpty() || signals.getLast() != state.signal()) {
            signals.add(state.signal());
          }
          arrivals.addAll(news);
        });
  }

  @AfterEach
  void stop() {
    feed.close();
    engine.close();
  }

  @Test
  void shouldWaitUntilTheFirstBoardIsHeard() {
    assertThat(feed.state().signal()).isEqualTo(Signal.WAITING);
    assertThat(feed.state().snapshot()).isNull();
    feed.start();
    awaitSignal(Signal.LIVE);
    assertThat(snapshot().campaign().teams()).hasSize(4);
    assertThat(snapshot().board().day()).isEqualTo(3);
    assertThat(arrivals).as("what a snapshot lists is no news").isEmpty();
  }

  @Test
  void shouldApplyTalliesAndTellOfWhatArrived() {
    feed.start();
    awaitSignal(Signal.LIVE);
    engine.send("tally", campaign.checkIn("T02", "digital-id", 3, Duration.ofMillis(150)));
    await().until(() -> snapshot().board().totals().checkIns() == 1);
    assertThat(arrivals).extracting(Arrival::team).containsExactly("T02");
    assertThat(snapshot().latest()).extracting(Arrival::activity).containsExactly("digital-id");
    assertThat(arrivals.getFirst().age(Clock.systemUTC().instant()))
        .isBetween(Duration.ofMillis(150), Duration.ofSeconds(5));
  }

  @Test
  void shouldNotTellTwiceOfARepeatedTally() {
    feed.start();
    awaitSignal(Signal.LIVE);
    String tally = campaign.checkIn("T01", "apps", 1, Duration.ZERO);
    engine.send("tally", tally);
    engine.send("tally", tally);
    engine.send("tally", campaign.checkIn("T03", "apps", 1, Duration.ZERO));
    await().until(() -> snapshot().board().totals().checkIns() == 2);
    assertThat(arrivals).extracting(Arrival::team).containsExactly("T01", "T03");
    assertThat(snapshot().latest()).hasSize(2);
  }

  @Test
  void shouldStayLiveOnBeatsAlone() {
    feed.start();
    awaitSignal(Signal.LIVE);
    await()
        .pollInterval(PATIENCE.dividedBy(4))
        .during(PATIENCE.multipliedBy(2))
        .until(this::beatAndLook);
    assertThat(signals).containsExactly(Signal.LIVE);
  }

  @Test
  void shouldDeclareTheNumbersStaleWhenNothingIsHeardAndKeepThem() {
    feed.start();
    awaitSignal(Signal.LIVE);
    engine.send("tally", campaign.checkIn("T01", "apps", 1, Duration.ZERO));
    await().until(() -> snapshot().board().totals().checkIns() == 1);
    engine.close();
    awaitSignal(Signal.STALE);
    assertThat(snapshot().board().totals().checkIns()).isEqualTo(1);
    assertThat(Duration.between(feed.state().heardAt(), Clock.systemUTC().instant()))
        .isGreaterThanOrEqualTo(PATIENCE);
  }

  @Test
  void shouldGiveUpASilentConnectionAndOpenAnother() {
    feed.start();
    awaitSignal(Signal.LIVE);
    awaitSignal(Signal.STALE);
    await().until(() -> engine.resumedAfter().size() >= 2);
    engine.beat();
    awaitSignal(Signal.LIVE);
  }

  @Test
  void shouldResumeAfterTheLastEventItHeard() {
    feed.start();
    awaitSignal(Signal.LIVE);
    engine.send("tally", campaign.checkIn("T01", "apps", 1, Duration.ZERO));
    await().until(() -> snapshot().board().totals().checkIns() == 1);
    engine.hangUp();
    engine.send("tally", campaign.checkIn("T02", "apps", 1, Duration.ZERO));
    await().until(() -> snapshot().board().totals().checkIns() == 2);
    assertThat(engine.resumedAfter()).hasSize(2).first().isEqualTo("");
    assertThat(engine.resumedAfter()).last().asString().endsWith("/0");
    assertThat(arrivals)
        .extracting(Arrival::team)
        .as("nothing missed, nothing twice")
        .containsExactly("T01", "T02");
  }

  @Test
  void shouldFollowAnEngineThatComesBackWithOtherNumbers() throws IOException {
    feed.start();
    awaitSignal(Signal.LIVE);
    engine.send("tally", campaign.checkIn("T01", "apps", 1, Duration.ZERO));
    await().until(() -> snapshot().board().totals().checkIns() == 1);
    engine.close();
    awaitSignal(Signal.STALE);
    SampleCampaign other = new SampleCampaign(12, 1);
    engine = engine(other);
    awaitSignal(Signal.LIVE);
    assertThat(snapshot().campaign().teams()).hasSize(12);
    assertThat(snapshot().board().totals().checkIns()).isZero();
  }

  @Test
  void shouldKeepTryingWhileTheEngineRefuses() {
    engine.answerWith(503);
    feed.start();
    await().until(() -> engine.resumedAfter().size() >= 3);
    assertThat(feed.state().signal()).isEqualTo(Signal.WAITING);
    engine.answerWith(200);
    awaitSignal(Signal.LIVE);
  }

  @Test
  void shouldAskForASnapshotAfterSomethingUnreadable() {
    feed.start();
    awaitSignal(Signal.LIVE);
    engine.beat();
    engine.send("tally", "{\"version\":");
    campaign.checkIn("T01", "apps", 1, Duration.ZERO);
    await().until(() -> snapshot().board().totals().checkIns() == 1);
    assertThat(engine.resumedAfter()).containsExactly("", "");
  }

  @Test
  void shouldNotLetAScreenThatFailsKeepNewsFromOthers() {
    var _ =
        feed.listen((_, _) -> {
          throw new IllegalStateException("a screen's own trouble");
        });
    feed.start();
    awaitSignal(Signal.LIVE);
    engine.send("tally", campaign.checkIn("T04", "apps", 1, Duration.ZERO));
    await().until(() -> !arrivals.isEmpty());
  }

  @Test
  void shouldStopTellingAScreenThatLeft() {
    List<FeedState> told = new CopyOnWriteArrayList<>();
    Runnable leave = feed.listen((state, _) -> told.add(state));
    leave.run();
    feed.start();
    awaitSignal(Signal.LIVE);
    assertThat(told).isEmpty();
  }

  private ScriptedEngine engine(SampleCampaign of) throws IOException {
    return new ScriptedEngine(port, of::campaign, of::board);
  }

  private boolean beatAndLook() {
    engine.beat();
    return feed.state().signal() == Signal.LIVE;
  }

  private void awaitSignal(Signal signal) {
    await().atMost(Duration.ofSeconds(10)).until(() -> feed.state().signal() == signal);
  }

  private FeedState.Snapshot snapshot() {
    return java.util.Objects.requireNonNull(feed.state().snapshot());
  }
}
