package vn.gocua.kiosk.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.gocua.kiosk.testing.SampleCampaign;
import vn.gocua.protocol.board.BoardMessage;
import vn.gocua.protocol.board.BoardMessage.Standing;
import vn.gocua.protocol.campaign.CampaignInfo;
import vn.gocua.protocol.client.Json;
import vn.gocua.protocol.client.UnreadableMessage;

class BoardMessageTest {
  private final SampleCampaign campaign = new SampleCampaign(4, 3);

  @Test
  void shouldTakeAbsoluteValuesSoThatARepeatChangesNothing() throws UnreadableMessage {
    BoardMessage board = Json.read(campaign.board(), BoardMessage.class);
    BoardMessage tally = tally("T02", 3);

    BoardMessage once = board.with(tally);
    assertThat(once.totals().checkIns()).isEqualTo(1);
    assertThat(once.totals().residents()).isEqualTo(3);
    assertThat(once.standing("T02")).map(Standing::today).isEqualTo(Optional.of(1L));
    assertThat(once.with(tally)).isEqualTo(once);
  }

  @Test
  void shouldIgnoreATallyOlderThanWhatIsKnown() throws UnreadableMessage {
    BoardMessage board = Json.read(campaign.board(), BoardMessage.class);
    BoardMessage older = tally("T01", 1);
    BoardMessage newer = board.with(tally("T01", 1));
    assertThat(newer.with(older)).isSameAs(newer);
  }

  @Test
  void shouldLeaveTeamsAndDaysThatATallyDoesNotMentionAsTheyWere() throws UnreadableMessage {
    BoardMessage board =
        Json.read(campaign.board(), BoardMessage.class).with(tally("T01", 1)).with(tally("T03", 1));
    assertThat(board.teams())
        .extracting(Standing::team)
        .containsExactly("T01", "T02", "T03", "T04");
    assertThat(board.teams()).extracting(Standing::checkIns).containsExactly(1L, 0L, 1L, 0L);
    assertThat(board.days()).extracting(BoardMessage.Day::checkIns).containsExactly(0L, 0L, 2L);
  }

  @Test
  void shouldAcceptFieldsFromAnEngineAheadOfIt() throws UnreadableMessage {
    String ahead = campaign.campaign().replaceFirst("\\{", "{\"weather\":{\"rain\":true},");
    assertThat(Json.read(ahead, CampaignInfo.class).teams()).hasSize(4);
  }

  @Test
  void shouldSayWhichFieldIsMissing() {
    assertThatThrownBy(() -> Json.read("{\"id\":\"x\"}", CampaignInfo.class))
        .isInstanceOf(UnreadableMessage.class)
        .hasMessageContaining("[\"name\"]");
    String noTeams = campaign.campaign().replace("\"teams\"", "\"crews\"");
    assertThatThrownBy(() -> Json.read(noTeams, CampaignInfo.class))
        .isInstanceOf(UnreadableMessage.class)
        .hasMessageContaining("[\"teams\"]");
    assertThatThrownBy(() -> Json.read("null", BoardMessage.class))
        .isInstanceOf(UnreadableMessage.class);
  }

  private BoardMessage tally(String team, int people) throws UnreadableMessage {
    return Json.read(campaign.checkIn(team, "apps", people, Duration.ZERO), BoardMessage.class);
  }
}
