package vn.gocua.kiosk.desk.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.gocua.base.text.Language;
import vn.gocua.kiosk.desk.data.DeskData;
import vn.gocua.kiosk.desk.data.OverviewCache;
import vn.gocua.kiosk.feed.FeedState;
import vn.gocua.kiosk.feed.FeedState.Snapshot;
import vn.gocua.kiosk.testing.SampleCampaign;
import vn.gocua.protocol.board.BoardMessage;
import vn.gocua.protocol.campaign.CampaignInfo;
import vn.gocua.protocol.client.Json;
import vn.gocua.protocol.client.UnreadableMessage;

class OverviewFiguresTest {
  /** On the first day 360 were due; the engine's word counts, not the figure. */
  @ParameterizedTest
  @CsvSource({"on-target,đạt", "close,gần đạt", "behind,chậm"})
  void shouldShowTheEnginesJudgementOfThePace(String level, String word) throws UnreadableMessage {
    SampleCampaign campaign = new SampleCampaign(36, 1);
    for (int i = 0; i < 180; i++) {
      var _ = campaign.checkIn("T01", "apps", 1, Duration.ZERO);
    }
    campaign.judge("all", level);
    campaign.judge("T01", level);
    assertThat(figures(campaign))
        .containsEntry("pace/judged", level)
        .containsEntry("pace/word", word)
        .containsEntry("pace/ratio", "50 %")
        .containsEntry("T01/level", level)
        .containsEntry("T02/level", "none");
  }

  @Test
  void shouldRateNothingWhereTheEngineDoesNot() throws UnreadableMessage {
    SampleCampaign campaign = new SampleCampaign(36, 1);
    var _ = campaign.checkIn("T01", "apps", 1, Duration.ZERO);
    campaign.judge("all", "none");
    assertThat(figures(campaign))
        .containsEntry("pace/judged", "none")
        .containsEntry("pace/word", "chưa tính")
        .containsEntry("pace/ratio", "–");
  }

  private static Map<String, String> figures(SampleCampaign campaign) throws UnreadableMessage {
    Snapshot snapshot =
        new Snapshot(
            Json.read(campaign.campaign(), CampaignInfo.class),
            Json.read(campaign.board(), BoardMessage.class),
            List.of());
    FeedState state = new FeedState(FeedState.Signal.LIVE, snapshot, Instant.now());
    OverviewCache overviews = new OverviewCache(Clock.systemUTC());
    return new OverviewFigures(Language.first())
        .apply(Objects.requireNonNull(overviews.of(state, DeskData.UNKNOWN)));
  }
}
