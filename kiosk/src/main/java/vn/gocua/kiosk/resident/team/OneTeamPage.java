package vn.gocua.kiosk.resident.team;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.gocua.kiosk.resident.shell.Page;
import vn.gocua.kiosk.resident.shell.PageHost;
import vn.gocua.kiosk.resident.shell.Qr;
import vn.gocua.kiosk.resident.shell.Widgets;
import vn.gocua.kiosk.resident.shell.Words;
import vn.gocua.protocol.campaign.CampaignInfo;
import vn.gocua.protocol.campaign.CampaignInfo.Named;
import vn.gocua.protocol.campaign.TeamDetails;

/** One team. */
final class OneTeamPage implements Page {
  private static final int MOST_ACTIVITIES = 3;

  private TeamDetails team;
  private boolean asked;

  OneTeamPage(TeamDetails team) {
    this.team = team;
  }

  @Override
  public String title(Words words) {
    return team.name();
  }

  @Override
  public String lead(Words words) {
    String hamlets = team.hamlets().stream().map(Named::name).collect(Collectors.joining(", "));
    return words.text("team.lead", hamlets, team.members());
  }

  @Override
  public Component content(PageHost stage) {
    if (!asked) {
      asked = true;
      stage.work(
          () -> stage.hall().shelf().freshTeam(team.code()),
          fresh -> {
            team = fresh;
            stage.refresh();
          },
          _ -> {});
    }
    Words words = stage.words();
    Div contact = Widgets.div("part", facts(words));
    if (team.sample()) {
      contact.add(Widgets.text("sample-note", words.text("team.sample")));
    }
    return Widgets.div(
        "team-page",
        contact,
        week(stage),
        Widgets.div(
            "take-home",
            Qr.image(card(), words.text("team.qr.alt")),
            Widgets.text("qr-note", words.text("team.qr"))));
  }

  private Div facts(Words words) {
    Div facts = Widgets.div("facts");
    fact(facts, words.text("team.hall"), team.hall());
    fact(facts, words.text("team.hours"), team.hours());
    fact(facts, words.text("team.phone"), team.phone());
    if (facts.getComponentCount() == 0) {
      facts.add(Widgets.fact(words.text("team.hall"), words.text("team.ask")));
    }
    return facts;
  }

  private static void fact(Div facts, String name, @Nullable String value) {
    if (value != null) {
      facts.add(Widgets.fact(name, value));
    }
  }

  private Div week(PageHost stage) {
    Words words = stage.words();
    CampaignInfo campaign = stage.hall().campaign();
    TeamDetails.Week week = team.week();
    Div part =
        Widgets.div(
            "part",
            Widgets.text("part-title", words.text("team.week")),
            Widgets.div(
                "count-boxes",
                count(words.count(week.checkIns()), words.text("board.checkIns")),
                count(words.count(week.residents()), words.text("board.residents"))));
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
                  words.text("team.times", entry.getValue()))));
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
