package vn.gocua.kiosk.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.gocua.kiosk.feed.Board.Standing;
import vn.gocua.kiosk.feed.Board.Tally;
import vn.gocua.kiosk.testing.SampleCampaign;
import vn.gocua.protocol.client.UnreadableMessage;

class BoardTest {
  private final SampleCampaign campaign = new SampleCampaign(4, 3);

  @Test
  void shouldTakeAbsoluteValuesSoThatARepeatChangesNothing() throws UnreadableMessage {
    Board board = Wire.read(campaign.board(), Board.class);
    Tally tally = tally("T02", 3);

    Board once = board.with(tally);
    assertThat(once.totals().checkIns()).isEqualTo(1);
    assertThat(once.totals().residents()).isEqualTo(3);
    assertThat(once.standing("T02")).map(Standing::today).isEqualTo(Optional.of(1L));
    assertThat(once.with(tally)).isEqualTo(once);
  }

  @Test
  void shouldIgnoreATallyOlderThanWhatIsKnown() throws UnreadableMessage {
    Board board = Wire.read(campaign.board(), Board.class);
    Tally older = tally("T01", 1);
    Board newer = board.with(tally("T01", 1));
    assertThat(newer.with(older)).isSameAs(newer);
  }

  @Test
  void shouldLeaveTeamsAndDaysThatATallyDoesNotMentionAsTheyWere() throws UnreadableMessage {
    Board board =
        Wire.read(campaign.board(), Board.class).with(tally("T01", 1)).with(tally("T03", 1));
    assertThat(board.teams())
        .extracting(Standing::team)
        .containsExactly("T01", "T02", "T03", "T04");
    assertThat(board.teams()).extracting(Standing::checkIns).containsExactly(1L, 0L, 1L, 0L);
    assertThat(board.days()).extracting(Board.Day::checkIns).containsExactly(0L, 0L, 2L);
  }

  @Test
  void shouldAcceptFieldsFromAnEngineAheadOfIt() throws UnreadableMessage {
    String ahead = campaign.campaign().replaceFirst("\\{", "{\"weather\":{\"rain\":true},");
    assertThat(Wire.read(ahead, Campaign.class).teams()).hasSize(4);
  }

  @Test
  void shouldSayWhichFieldIsMissing() {
    assertThatThrownBy(() -> Wire.read("{\"id\":\"x\"}", Campaign.class))
        .isInstanceOf(UnreadableMessage.class)
        .hasMessageContaining("[\"name\"]");
    String noTeams = campaign.campaign().replace("\"teams\"", "\"crews\"");
    assertThatThrownBy(() -> Wire.read(noTeams, Campaign.class))
        .isInstanceOf(UnreadableMessage.class)
        .hasMessageContaining("[\"teams\"]");
    assertThatThrownBy(() -> Wire.read("null", Board.class)).isInstanceOf(UnreadableMessage.class);
  }

  private Tally tally(String team, int people) throws UnreadableMessage {
    return Wire.read(campaign.checkIn(team, "apps", people, Duration.ZERO), Tally.class);
  }
}
