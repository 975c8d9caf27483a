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
import vn.gocua.kiosk.screen.Dom;
import vn.gocua.protocol.campaign.CampaignInfo;
import vn.gocua.protocol.campaign.TargetEndpoints;
import vn.gocua.protocol.campaign.TargetsChange;
import vn.gocua.protocol.campaign.TargetsInfo;

/** Targets of the campaign and each team. A change counts at once, everywhere, and is recorded. */
@SuppressWarnings("serial") // Sessions live and end in this process.
public final class TargetsPage extends DeskPage {
  private static final int MOST = 10_000_000;

  private final IntegerField checkIns = field(1);
  private final IntegerField residents = field(1);
  private final Map<String, IntegerField> teams = new LinkedHashMap<>();
  private final Div grid = Dom.div("field-grid");
  private final Paragraph sum = new Paragraph("");
  private @Nullable TargetsInfo known;

  public TargetsPage(DeskContext desk) {
    super(desk, "targets");
    checkIns.setLabel(texts.get("targets.checkIns"));
    residents.setLabel(texts.get("targets.residents"));
    head().add(ButtonRow.primary(texts.get("targets.save"), this::save));
    add(
        new Panel(Panel.text(texts.get("targets.text")), new FilterBar(checkIns, residents)),
        Panel.withTools(texts.get("targets.ofTeams"), sum, grid));
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
    TargetsInfo now = desk.engine().call(session.caller(), TargetEndpoints.READ);
    known = now;
    checkIns.setValue(now.checkIns());
    residents.setValue(now.residents());
    if (teams.isEmpty()) {
      for (CampaignInfo.Team team : overview.campaign().teams()) {
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
    sum.setText(texts.get("targets.sum", all, whole == null ? 0 : whole));
  }

  private void save() {
    TargetsInfo before = known;
    if (before == null || invalid()) {
      trouble(texts.get("targets.invalid"));
      return;
    }
    Map<String, Integer> ofTeams = new LinkedHashMap<>();
    teams.forEach((code, field) -> {
      Integer changed = changed(field, before.teams().getOrDefault(code, 0));
      if (changed != null) {
        ofTeams.put(code, changed);
      }
    });
    TargetsChange change =
        new TargetsChange(
            changed(checkIns, before.checkIns()),
            changed(residents, before.residents()),
            ofTeams.isEmpty() ? null : ofTeams);
    if (change.equals(new TargetsChange(null, null, null))) {
      say(texts.get("targets.same"));
    } else if (attempt(
        () -> desk.engine().send(session.caller(), TargetEndpoints.CHANGE, change))) {
      known = null;
      say(texts.get("targets.saved"));
    }
  }

  private boolean invalid() {
    return bad(checkIns) || bad(residents) || teams.values().stream().anyMatch(TargetsPage::bad);
  }

  private static boolean bad(IntegerField field) {
    return field.isInvalid() || field.getValue() == null;
  }

  /** The field's number if it is another than before; else null. */
  private static @Nullable Integer changed(IntegerField field, int before) {
    Integer value = field.getValue();
    return value == null || value == before ? null : value;
  }
}
