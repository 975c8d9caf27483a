package vn.gocua.kiosk.desk.targets;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.IntegerField;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.gocua.kiosk.desk.data.Overview;
import vn.gocua.kiosk.desk.frame.DeskContext;
import vn.gocua.kiosk.desk.frame.DeskPage;
import vn.gocua.kiosk.desk.kit.ButtonRow;
import vn.gocua.kiosk.desk.kit.FilterBar;
import vn.gocua.kiosk.desk.kit.Panel;
import vn.gocua.kiosk.feed.Campaign;
import vn.gocua.kiosk.feed.Wire;
import vn.gocua.kiosk.screen.Dom;

/**
 * What the campaign and each team promised. A change counts at once, everywhere, and is on record.
 */
@SuppressWarnings("serial") // Sessions live and end in this process.
public final class TargetsPage extends DeskPage {
  private static final int MOST = 10_000_000;

  private final IntegerField checkIns = field(1);
  private final IntegerField residents = field(1);
  private final Map<String, IntegerField> teams = new LinkedHashMap<>();
  private final Div grid = Dom.div("field-grid");
  private final Paragraph sum = new Paragraph("");
  private @Nullable Targets known;

  record Targets(int checkIns, int residents, Map<String, Integer> teams, long teamsSum) {
    Targets {
      Wire.require("targets", teams);
    }
  }

  public TargetsPage(DeskContext desk) {
    super(desk, "targets");
    checkIns.setLabel(words.text("targets.checkIns"));
    residents.setLabel(words.text("targets.residents"));
    head().add(ButtonRow.primary(words.text("targets.save"), this::save));
    add(
        new Panel(Panel.text(words.text("targets.text")), new FilterBar(checkIns, residents)),
        Panel.withTools(words.text("targets.ofTeams"), sum, grid));
  }

  private static IntegerField field(int least) {
    IntegerField field = new IntegerField();
    field.setMin(least);
    field.setMax(MOST);
    return field;
  }

  @Override
  protected void show(Overview overview) {
    if (known == null) {
      attempt(() -> load(overview));
    }
  }

  private void load(Overview overview) {
    Targets now = desk.engine().get(session.asker(), "/api/v1/targets", Targets.class);
    known = now;
    checkIns.setValue(now.checkIns());
    residents.setValue(now.residents());
    if (teams.isEmpty()) {
      for (Campaign.Team team : overview.campaign().teams()) {
        IntegerField field = field(0);
        field.setLabel(team.name());
        field.addValueChangeListener(_ -> showSum());
        teams.put(team.code(), field);
        grid.add(field);
      }
    }
    teams.forEach((code, field) -> field.setValue(now.teams().getOrDefault(code, 0)));
    showSum();
  }

  private void showSum() {
    long all =
        teams.values().stream()
            .mapToLong(f -> f.getValue() == null ? 0L : f.getValue().longValue())
            .sum();
    Integer whole = checkIns.getValue();
    sum.setText(
        words.text("targets.sum", words.count(all), words.count(whole == null ? 0 : whole)));
  }

  private void save() {
    Targets before = known;
    if (before == null || invalid()) {
      trouble(words.text("targets.invalid"));
      return;
    }
    Map<String, Object> wish = new LinkedHashMap<>();
    put(wish, "checkIns", checkIns, before.checkIns());
    put(wish, "residents", residents, before.residents());
    Map<String, Object> ofTeams = new LinkedHashMap<>();
    teams.forEach((code, field) -> put(ofTeams, code, field, before.teams().getOrDefault(code, 0)));
    if (!ofTeams.isEmpty()) {
      wish.put("teams", ofTeams);
    }
    if (wish.isEmpty()) {
      say(words.text("targets.same"));
    } else if (attempt(() -> desk.engine().put(session.asker(), "/api/v1/targets", wish))) {
      known = null;
      say(words.text("targets.saved"));
    }
  }

  private boolean invalid() {
    return bad(checkIns) || bad(residents) || teams.values().stream().anyMatch(TargetsPage::bad);
  }

  private static boolean bad(IntegerField field) {
    return field.isInvalid() || field.getValue() == null;
  }

  private static void put(Map<String, Object> wish, String name, IntegerField field, int before) {
    Integer value = field.getValue();
    if (value != null && value != before) {
      wish.put(name, value);
    }
  }
}
