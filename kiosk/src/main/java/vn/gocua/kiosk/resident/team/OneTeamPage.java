package vn.gocua.kiosk.resident.team;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.gocua.base.text.Texts;
import vn.gocua.kiosk.resident.shell.Following;
import vn.gocua.kiosk.resident.shell.Page;
import vn.gocua.kiosk.resident.shell.PageHost;
import vn.gocua.kiosk.resident.shell.Qr;
import vn.gocua.kiosk.resident.shell.Widgets;
import vn.gocua.protocol.campaign.CampaignInfo;
import vn.gocua.protocol.campaign.CampaignInfo.Named;
import vn.gocua.protocol.campaign.TeamDetails;

/** One team. Once it is struck off, the visitor is led to the teams that are left. */
final class OneTeamPage implements Page {
  private static final int MOST_ACTIVITIES = 3;

  private final Named hamlet;
  private TeamDetails team;
  private boolean asked;

  /**
   * @param hamlet by which it was found
   */
  OneTeamPage(Named hamlet, TeamDetails team) {
    this.hamlet = hamlet;
    this.team = team;
  }

  @Override
  public String title(Texts texts) {
    return team.name();
  }

  @Override
  public String lead(Texts texts) {
    String hamlets = team.hamlets().stream().map(Named::name).collect(Collectors.joining(", "));
    return texts.get("team.lead", hamlets, team.members());
  }

  @Override
  public Component content(PageHost host) {
    if (!asked) {
      asked = true;
      host.work(
          () -> host.context().content().freshTeam(team.code()),
          fresh -> {
            if (!fresh.equals(team)) {
              team = fresh;
              host.refresh();
            }
          },
          _ -> {});
    }
    Texts texts = host.texts();
    Div contact = Widgets.div("part", facts(texts));
    if (team.sample()) {
      contact.add(Widgets.text("sample-note", texts.get("team.sample")));
    }
    Div page =
        Widgets.div(
            "team-page",
            contact,
            week(host),
            Widgets.div(
                "take-home",
                Qr.image(card(), texts.get("team.qr.alt")),
                Widgets.text("qr-note", texts.get("team.qr"))));
    Following.of(
        page,
        host.context(),
        _ -> {
          if (host.context().content().isStruckOff(team.code())) {
            Following.soon(page, () -> host.openForGood(TeamsPage.without(hamlet, team.name())));
          }
        });
    return page;
  }

  private Div facts(Texts texts) {
    Div facts = Widgets.div("facts");
    fact(facts, texts.get("team.hall"), team.hall());
    fact(facts, texts.get("team.hours"), team.hours());
    fact(facts, texts.get("team.phone"), team.phone());
    if (facts.getComponentCount() == 0) {
      facts.add(Widgets.fact(texts.get("team.hall"), texts.get("team.ask")));
    }
    return facts;
  }

  private static void fact(Div facts, String name, @Nullable String value) {
    if (value != null) {
      facts.add(Widgets.fact(name, value));
    }
  }

  private Div week(PageHost host) {
    Texts texts = host.texts();
    CampaignInfo campaign = host.context().campaign();
    TeamDetails.Week week = team.week();
    Div part =
        Widgets.div(
            "part",
            Widgets.text("part-title", texts.get("team.week")),
            Widgets.div(
                "count-boxes",
                count(texts.figures().count(week.checkIns()), texts.get("board.checkIns")),
                count(texts.figures().count(week.residents()), texts.get("board.residents"))));
    List<Map.Entry<String, Long>> most =
        week.byActivity().entrySet().stream()
            .filter(entry -> entry.getValue() > 0)
            .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
            .limit(MOST_ACTIVITIES)
            .toList();
    if (campaign != null && !most.isEmpty()) {
      Div facts = Widgets.div("facts");
      most.forEach(entry ->
          facts.add(
              Widgets.fact(
                  campaign.activityName(entry.getKey()),
                  texts.get("team.times", entry.getValue()))));
      part.add(facts);
    }
    return part;
  }

  private static Div count(String number, String name) {
    return Widgets.div(
        "count", Widgets.span("count-number", number), Widgets.span("count-name", name));
  }

  /** A card that phones offer to keep among their contacts. */
  private String card() {
    StringBuilder card = new StringBuilder("BEGIN:VCARD\r\nVERSION:3.0\r\nFN:");
    String hamlets = team.hamlets().stream().map(Named::name).collect(Collectors.joining(" - "));
    card.append(escaped(team.name() + " - " + hamlets)).append("\r\n");
    line(card, "TEL;TYPE=WORK:", team.phone());
    line(card, "ADR;TYPE=WORK:;;", team.hall());
    line(card, "NOTE:", team.hours());
    return card.append("END:VCARD").toString();
  }

  private static void line(StringBuilder card, String name, @Nullable String value) {
    if (value != null) {
      card.append(name).append(escaped(value)).append("\r\n");
    }
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace(",", "\\,").replace(";", "\\;");
  }
}
