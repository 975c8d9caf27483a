package vn.gocua.engine.board;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.gocua.engine.campaign.Campaign;
import vn.gocua.engine.campaign.CodedName;
import vn.gocua.engine.campaign.Team;
import vn.gocua.engine.checkin.event.Tally;
import vn.gocua.engine.checkin.event.TallyKey;
import vn.gocua.engine.http.api.Api;
import vn.gocua.engine.http.api.Call;
import vn.gocua.protocol.campaign.CampaignEndpoints;
import vn.gocua.protocol.campaign.CampaignReason;
import vn.gocua.protocol.campaign.TeamDetails;
import vn.gocua.protocol.refusal.Refusal;

/** The public page of one team: where and when it is met, and this week's figures. */
final class TeamRoutes {
  private static final int WEEK = 7;

  private final Campaign campaign;
  private final Board board;

  public TeamRoutes(Campaign campaign, Board board) {
    this.campaign = campaign;
    this.board = board;
  }

  public void mount(Api api) {
    api.on(CampaignEndpoints.TEAM).everybody().instant(this::team);
  }

  private TeamDetails team(Call<?> call) {
    String code = call.path("team");
    Team team = campaign.team(code);
    if (team == null) {
      throw Refusal.of(CampaignReason.UNKNOWN_TEAM, code);
    }
    return new TeamDetails(
        team.code(),
        team.name(),
        campaign.hamlets().stream()
            .filter(h -> team.hamlets().contains(h.code()))
            .map(CodedName::named)
            .toList(),
        team.members(),
        team.info().hall(),
        team.info().hours(),
        team.info().phone(),
        campaign.sample(),
        week(team.code(), campaign.dateOf(call.now())));
  }

  private TeamDetails.Week week(String team, LocalDate today) {
    long checkIns = 0;
    long residents = 0;
    Map<String, Long> byActivity = new LinkedHashMap<>();
    campaign.activities().forEach(activity -> byActivity.put(activity.code(), 0L));
    for (int back = WEEK - 1; back >= 0; back--) {
      Tally tally = board.tally(new TallyKey(campaign.id(), team, today.minusDays(back))).state();
      checkIns += tally.checkIns();
      residents += tally.residents();
      tally.byActivity().byCode().forEach((code, n) -> byActivity.merge(code, n, Long::sum));
    }
    return new TeamDetails.Week(today.minusDays(WEEK - 1L), today, checkIns, residents, byActivity);
  }
}
