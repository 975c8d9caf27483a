package vn.gocua.kiosk.resident.team;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.gocua.kiosk.feed.Campaign;
import vn.gocua.kiosk.feed.Campaign.Named;
import vn.gocua.kiosk.resident.shelf.TeamInfo;
import vn.gocua.kiosk.resident.shell.Page;
import vn.gocua.kiosk.resident.shell.Parts;
import vn.gocua.kiosk.resident.shell.Qr;
import vn.gocua.kiosk.resident.shell.Stage;
import vn.gocua.kiosk.resident.shell.Words;

/** One team. */
final class TeamPage implements Page {
  private static final int MOST_ACTIVITIES = 3;

  private TeamInfo team;
  private boolean asked;

  TeamPage(TeamInfo team) {
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
  public Component content(Stage stage) {
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
    Div contact = Parts.div("part", facts(words));
    if (team.sample()) {
      contact.add(Parts.text("sample-note", words.text("team.sample")));
    }
    return Parts.div(
        "team-page",
        contact,
        week(stage),
        Parts.div(
            "take-home",
            Qr.image(card(), words.text("team.qr.alt")),
            Parts.text("qr-note", words.text("team.qr"))));
  }

  private Div facts(Words words) {
    Div facts = Parts.div("facts");
    fact(facts, words.text("team.hall"), team.hall());
    fact(facts, words.text("team.hours"), team.hours());
    fact(facts, words.text("team.phone"), team.phone());
    if (facts.getComponentCount() == 0) {
      facts.add(Parts.fact(words.text("team.hall"), words.text("team.ask")));
    }
    return facts;
  }

  private static void fact(Div facts, String name, @Nullable String value) {
    if (value != null) {
      facts.add(Parts.fact(name, value));
    }
  }

  private Div week(Stage stage) {
    Words words = stage.words();
    Campaign campaign = stage.hall().campaign();
    TeamInfo.Week week = team.week();
    Div part =
        Parts.div(
            "part",
            Parts.text("part-title", words.text("team.week")),
            Parts.div(
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
      Div facts = Parts.div("facts");
      most.forEach(entry ->
          facts.add(
              Parts.fact(
                  campaign.activityName(entry.getKey()),
                  words.text("team.times", entry.getValue()))));
      part.add(facts);
    }
    return part;
  }

  private static Div count(String number, String name) {
    return Parts.div("count", Parts.span("count-number", number), Parts.span("count-name", name));
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
