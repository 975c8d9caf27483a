package vn.gocua.kiosk.resident.team;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.NativeButton;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.gocua.base.text.Texts;
import vn.gocua.kiosk.resident.shell.Choices;
import vn.gocua.kiosk.resident.shell.Following;
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

  /** Name of the team that was open when it was struck off; null usually. */
  private final @Nullable String gone;

  private boolean asked;

  private TeamsPage(Named hamlet, int from, @Nullable String gone) {
    this.hamlet = hamlet;
    this.from = from;
    this.gone = gone;
  }

  /** The teams that are left, and the word that this one is not. */
  static TeamsPage without(Named hamlet, String gone) {
    return new TeamsPage(hamlet, 0, gone);
  }

  /** The page after the hamlet was chosen: its one team, or the choice among several. */
  public static Page of(PageHost host, Named hamlet) {
    List<TeamDetails> teams = host.context().content().teamsOf(hamlet.code());
    return teams.size() == 1
        ? new OneTeamPage(hamlet, teams.getFirst())
        : new TeamsPage(hamlet, 0, null);
  }

  @Override
  public String title(Texts texts) {
    return texts.get("teams", hamlet.name());
  }

  @Override
  public String lead(Texts texts) {
    return gone == null ? texts.get("teams.lead") : texts.get("teams.gone", gone);
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
    Component content =
        teams.size() <= from
            ? new MessagePage("away", "teams.none").content(host)
            : Choices.of(
                host.texts(),
                teams.stream().map(team -> choice(team, host)).toList(),
                from,
                next -> host.open(new TeamsPage(hamlet, next, gone)));
    List<String> shown = codes(teams);
    Following.of(
        content,
        host.context(),
        _ -> {
          if (!codes(host.context().content().teamsOf(hamlet.code())).equals(shown)) {
            Following.soon(content, host::refresh);
          }
        });
    return content;
  }

  private static List<String> codes(List<TeamDetails> teams) {
    return teams.stream().map(TeamDetails::code).toList();
  }

  private NativeButton choice(TeamDetails team, PageHost host) {
    NativeButton choice =
        Widgets.row(
            "door-team",
            team.name(),
            host.texts().get("teams.members", team.members()),
            () -> host.open(new OneTeamPage(hamlet, team)));
    choice.getElement().setAttribute("data-team", team.code());
    return choice;
  }
}
