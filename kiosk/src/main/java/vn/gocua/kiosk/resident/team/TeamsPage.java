package vn.gocua.kiosk.resident.team;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.NativeButton;
import java.util.List;
import vn.gocua.base.text.Texts;
import vn.gocua.kiosk.resident.shell.Choices;
import vn.gocua.kiosk.resident.shell.MessagePage;
import vn.gocua.kiosk.resident.shell.Page;
import vn.gocua.kiosk.resident.shell.PageHost;
import vn.gocua.kiosk.resident.shell.Widgets;
import vn.gocua.protocol.campaign.CampaignInfo.Named;
import vn.gocua.protocol.campaign.TeamDetails;

/** Choice among the teams of a hamlet. */
public final class TeamsPage implements Page {
  private final Named hamlet;
  private final int from;
  private boolean asked;

  private TeamsPage(Named hamlet, int from) {
    this.hamlet = hamlet;
    this.from = from;
  }

  /** The page after the hamlet was chosen: its one team, or the choice among several. */
  public static Page of(PageHost host, Named hamlet) {
    List<TeamDetails> teams = host.context().content().teamsOf(hamlet.code());
    return teams.size() == 1 ? new OneTeamPage(teams.getFirst()) : new TeamsPage(hamlet, 0);
  }

  @Override
  public String title(Texts texts) {
    return texts.get("teams", hamlet.name());
  }

  @Override
  public String lead(Texts texts) {
    return texts.get("teams.lead");
  }

  @Override
  public Component content(PageHost host) {
    List<TeamDetails> teams = host.context().content().teamsOf(hamlet.code());
    if (teams.isEmpty() && !asked) {
      asked = true;
      host.work(
          () -> host.context().content().filled(host.context().campaign()),
          _ -> host.refresh(),
          _ -> {});
    }
    if (teams.size() <= from) {
      return new MessagePage("away", "teams.none").content(host);
    }
    return Choices.of(
        host.texts(),
        teams.stream().map(team -> choice(team, host)).toList(),
        from,
        next -> host.open(new TeamsPage(hamlet, next)));
  }

  private static NativeButton choice(TeamDetails team, PageHost host) {
    NativeButton choice =
        Widgets.row(
            "door-team",
            team.name(),
            host.texts().get("teams.members", team.members()),
            () -> host.open(new OneTeamPage(team)));
    choice.getElement().setAttribute("data-team", team.code());
    return choice;
  }
}
