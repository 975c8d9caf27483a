package vn.gocua.kiosk.desk.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.gocua.base.text.Language;
import vn.gocua.kiosk.desk.access.DeskSession;
import vn.gocua.kiosk.desk.data.DeskData;
import vn.gocua.kiosk.desk.data.Overview;
import vn.gocua.kiosk.desk.data.OverviewCache;
import vn.gocua.kiosk.desk.overview.OverviewFigures;
import vn.gocua.kiosk.feed.FeedState;
import vn.gocua.kiosk.feed.FeedState.Signal;
import vn.gocua.kiosk.feed.FeedState.Snapshot;
import vn.gocua.kiosk.testing.SampleCampaign;
import vn.gocua.protocol.access.SessionInfo;
import vn.gocua.protocol.board.BoardMessage;
import vn.gocua.protocol.campaign.CampaignInfo;
import vn.gocua.protocol.client.Json;
import vn.gocua.protocol.client.UnreadableMessage;

/** What the pages of the desk are told of figures that move, and what they are spared. */
class LiveHubTest {
  private final SampleCampaign campaign = new SampleCampaign(36, 12);
  private final OverviewCache overviews = new OverviewCache(Clock.systemUTC());
  private final DeskSession leader = leader();
  private final LiveHub live = new LiveHub(OverviewFigures::new);

  @Test
  void shouldTellAllAtFirstAndThenWhatHasChangedInTheSameWordsForAll() {
    Line one = watching(page());
    Line other = watching(page());
    live.push(newest());
    one.forget();
    other.forget();
    var _ = campaign.checkIn("T12", "apps", 3, Duration.ZERO);
    live.push(newest());
    assertThat(one.heard).hasSize(1);
    assertThat(one.heard.getFirst()).isSameAs(other.heard.getFirst());
    assertThat(one.set())
        .containsEntry("T12/today", "1")
        .containsEntry("T12/residents", "3")
        .containsEntry("checkIns/total", "1")
        .doesNotContainKeys("T01/today", "T01/ago", "checkIns/far");
  }

  @Test
  void shouldSayNothingWhenNothingThatIsReadHasChanged() {
    Line line = watching(page());
    live.push(newest());
    line.forget();
    live.push(newest());
    assertThat(line.heard).isEmpty();
  }

  @Test
  void shouldSendOneMessageAtATimeAndThenEverythingAtOnce() {
    Line slow = new Line(false);
    LiveClient page = page();
    live.push(newest());
    page.connect(slow);
    for (int i = 1; i <= 9; i++) {
      var _ = campaign.checkIn("T03", "apps", 1, Duration.ZERO);
      live.push(newest());
    }
    assertThat(slow.heard).as("the first has not arrived yet").hasSize(1);
    slow.taken();
    assertThat(slow.heard).hasSize(2);
    assertThat(slow.all()).containsEntry("T03/today", "9");
    slow.taken();
    assertThat(slow.heard).as("nothing was missed since").hasSize(2);
  }

  @Test
  void shouldSpareAPageThatNobodySeesAndCatchUpWhenSomebodyLooks() {
    LiveClient page = page();
    Line line = watching(page);
    live.push(newest());
    page.said("0");
    line.forget();
    var _ = campaign.checkIn("T05", "apps", 1, Duration.ZERO);
    live.push(newest());
    assertThat(line.heard).isEmpty();
    assertThat(page.hidden()).isTrue();
    page.said("1");
    assertThat(line.all()).containsEntry("T05/today", "1");
  }

  @Test
  void shouldTellAgainWhoeverMissedSomething() {
    LiveClient page = page();
    Line line = watching(page);
    live.push(newest());
    line.forget();
    page.said("?");
    assertThat(line.all()).containsEntry("checkIns/total", "0");
  }

  @Test
  void shouldKnowAPageOnlyForWhoOpenedItAndOnlyWhileItIsOpen() {
    LiveClient page = page();
    assertThat(live.page(page.id(), leader)).isSameAs(page);
    assertThat(live.page(page.id(), leader())).as("somebody else").isNull();
    assertThat(live.page(page.id(), null)).as("nobody signed in").isNull();
    Line line = watching(page);
    live.close(page);
    assertThat(live.page(page.id(), leader)).isNull();
    assertThat(line.closed).isTrue();
    assertThat(page.connected()).isFalse();
  }

  @Test
  void shouldKeepNumbersInTheOrderInWhichTheyWereSaid() {
    Line line = watching(page());
    live.push(newest());
    long before = line.number();
    var _ = campaign.checkIn("T07", "apps", 1, Duration.ZERO);
    live.push(newest());
    assertThat(line.number()).isEqualTo(before + 1);
  }

  private LiveClient page() {
    LiveClient page = live.open(leader, Language.first());
    page.figures(true);
    return page;
  }

  private static Line watching(LiveClient page) {
    Line line = new Line(true);
    page.connect(line);
    return line;
  }

  private Supplier<@Nullable Overview> newest() {
    try {
      Snapshot snapshot =
          new Snapshot(
              Json.read(campaign.campaign(), CampaignInfo.class),
              Json.read(campaign.board(), BoardMessage.class),
              List.of());
      FeedState state = new FeedState(Signal.LIVE, snapshot, Instant.now());
      return () -> overviews.of(state, DeskData.UNKNOWN);
    } catch (UnreadableMessage e) {
      throw new AssertionError(e);
    }
  }

  private static DeskSession leader() {
    return new DeskSession(
        "leader",
        new SessionInfo("token", "leader", Instant.MAX, false, null),
        Instant.EPOCH,
        Language.first());
  }

  /** The browser's end of the line. */
  private static final class Line implements LiveLine {
    private final List<String> heard = new ArrayList<>();
    private final boolean quick;
    private Consumer<Boolean> done = _ -> {};
    private boolean closed;

    Line(boolean quick) {
      this.quick = quick;
    }

    @Override
    public void send(String message, Consumer<Boolean> whenDone) {
      heard.add(message);
      if (quick) {
        whenDone.accept(true);
      } else {
        done = whenDone;
      }
    }

    void taken() {
      Consumer<Boolean> now = done;
      done = _ -> {};
      now.accept(true);
    }

    void forget() {
      heard.clear();
    }

    Map<String, String> set() {
      return Objects.requireNonNull(last().set());
    }

    Map<String, String> all() {
      return Objects.requireNonNull(last().all());
    }

    long number() {
      return last().n();
    }

    private Heard last() {
      try {
        return Json.read(heard.getLast(), Heard.class);
      } catch (UnreadableMessage e) {
        throw new AssertionError(e);
      }
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  private record Heard(
      long n, @Nullable Map<String, String> set, @Nullable Map<String, String> all) {}
}
