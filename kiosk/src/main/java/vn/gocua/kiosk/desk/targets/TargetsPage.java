package vn.gocua.kiosk.desk.targets;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.gocua.kiosk.desk.data.Overview;
import vn.gocua.kiosk.desk.frame.DeskContext;
import vn.gocua.kiosk.desk.frame.DeskPage;
import vn.gocua.kiosk.desk.kit.ButtonRow;
import vn.gocua.kiosk.desk.kit.FilterBar;
import vn.gocua.kiosk.desk.kit.Panel;
import vn.gocua.kiosk.desk.kit.Verdict;
import vn.gocua.kiosk.screen.Dom;
import vn.gocua.protocol.campaign.RosterEndpoints;
import vn.gocua.protocol.campaign.RosterInfo;
import vn.gocua.protocol.campaign.TargetEndpoints;
import vn.gocua.protocol.campaign.TargetsChange;
import vn.gocua.protocol.campaign.TargetsInfo;

/**
 * Targets of the campaign and each team, and whether they hang together. A change counts at once,
 * everywhere, and is recorded.
 */
@SuppressWarnings("serial") // Sessions live and end in this process.
public final class TargetsPage extends DeskPage {
  private static final int MOST = 10_000_000;

  private final IntegerField checkIns = field(1);
  private final IntegerField residents = field(1);
  private final Map<String, IntegerField> teams = new LinkedHashMap<>();
  private final Div grid = Dom.div("field-grid");
  private final Verdict check = new Verdict();
  private final Button gaps;
  private @Nullable TargetsInfo known;
  private @Nullable RosterInfo roster;

  public TargetsPage(DeskContext desk) {
    super(desk, "targets");
    checkIns.setLabel(texts.get("targets.checkIns"));
    residents.setLabel(texts.get("targets.residents"));
    checkIns.addValueChangeListener(_ -> showCheck());
    head().add(ButtonRow.primary(texts.get("targets.save"), this::save));
    gaps = new Button(texts.get("targets.gaps"), _ -> closeGaps());
    gaps.setVisible(false);
    add(
        new Panel(Panel.text(texts.get("targets.text")), new FilterBar(checkIns, residents)),
        Panel.withTools(
            texts.get("targets.ofTeams"),
            Dom.div("panel-tools", gaps, new Button(texts.get("targets.divide"), _ -> divide())),
            check,
            grid));
  }

  static IntegerField field(int least) {
    IntegerField field = new IntegerField();
    field.setMin(least);
    field.setMax(MOST);
    field.setValueChangeMode(ValueChangeMode.LAZY);
    return field;
  }

  @Override
  protected void show(Overview overview) {
    RosterInfo shown = roster;
    boolean otherTeams =
        shown == null
            || !shown.teams().stream()
                .map(RosterInfo.Team::code)
                .toList()
                .equals(overview.teams().stream().map(team -> team.code()).toList());
    if (known == null || otherTeams) {
      attempt(this::load);
    }
  }

  private void load() {
    TargetsInfo now = desk.engine().call(session.caller(), TargetEndpoints.READ);
    RosterInfo with = desk.engine().call(session.caller(), RosterEndpoints.READ);
    TargetsInfo before = known;
    known = now;
    roster = with;
    TargetsInfo seen = before == null ? now : before;
    boolean anew = before == null;
    fill(checkIns, anew, seen.checkIns(), now.checkIns());
    fill(residents, anew, seen.residents(), now.residents());
    showTeams(with, anew, seen, now);
    showCheck();
  }

  /** Fills a field in, unless somebody has entered something else meanwhile. */
  private static void fill(IntegerField field, boolean anew, int before, int now) {
    int value = field.getValue() == null ? 0 : field.getValue();
    if (anew || value == before) {
      field.setValue(now == 0 ? null : Integer.valueOf(now));
    }
  }

  /** Shows the fields of the present teams. */
  private void showTeams(RosterInfo with, boolean anew, TargetsInfo before, TargetsInfo now) {
    teams.keySet().retainAll(TargetGaps.members(with).keySet());
    grid.removeAll();
    for (RosterInfo.Team team : with.teams()) {
      IntegerField field = teams.computeIfAbsent(team.code(), _ -> ofTeam());
      field.setLabel(team.name());
      String code = team.code();
      fill(field, anew, before.teams().getOrDefault(code, 0), now.teams().getOrDefault(code, 0));
      grid.add(field);
    }
  }

  private IntegerField ofTeam() {
    IntegerField field = field(0);
    field.setPlaceholder(texts.get("targets.none"));
    field.addValueChangeListener(_ -> showCheck());
    return field;
  }

  /** What the fields say; an empty one is a team without a target. */
  private Map<String, Integer> entered() {
    Map<String, Integer> entered = new LinkedHashMap<>();
    teams.forEach(
        (code, field) -> entered.put(code, field.getValue() == null ? 0 : field.getValue()));
    return entered;
  }

  private void showCheck() {
    Integer whole = checkIns.getValue();
    TargetsInfo now = known;
    RosterInfo with = roster;
    if (whole != null && now != null && with != null) {
      Map<String, Integer> entered = entered();
      new TargetCheck(texts).of(whole, entered, with).tell(check);
      long sum = entered.values().stream().mapToLong(Integer::longValue).sum();
      gaps.setVisible(sum < whole && !now.ofFormer().isEmpty());
    }
  }

  private void closeGaps() {
    TargetsInfo now = known;
    RosterInfo with = roster;
    if (now != null && with != null) {
      new GapsDialog(texts, TargetGaps.of(with, now), this::send).open();
    }
  }

  private void divide() {
    TargetsInfo now = known;
    RosterInfo with = roster;
    Integer whole = checkIns.getValue();
    if (now == null || with == null || whole == null || checkIns.isInvalid()) {
      trouble(texts.get("targets.invalid"));
      return;
    }
    Map<String, Integer> shares = MemberShares.of(whole, TargetGaps.members(with));
    new DivideDialog(texts, whole, with, now.teams(), shares, () -> apply(now, shares)).open();
  }

  /** Sets the shares; struck teams have promised nothing any more, for it is divided anew. */
  private boolean apply(TargetsInfo before, Map<String, Integer> shares) {
    Map<String, Integer> changed = changed(before, shares);
    before.ofFormer().keySet().forEach(struck -> changed.put(struck, 0));
    return send(change(before, changed));
  }

  private void save() {
    TargetsInfo before = known;
    if (before == null || invalid()) {
      trouble(texts.get("targets.invalid"));
      return;
    }
    TargetsChange change = change(before, changed(before, entered()));
    if (change.equals(new TargetsChange(null, null, null))) {
      say(texts.get("targets.same"));
    } else {
      send(change);
    }
  }

  private static Map<String, Integer> changed(TargetsInfo before, Map<String, Integer> wanted) {
    return wanted.entrySet().stream()
        .filter(each -> !each.getValue().equals(before.teams().getOrDefault(each.getKey(), 0)))
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, Map.Entry::getValue, (a, _) -> a, LinkedHashMap::new));
  }

  private TargetsChange change(TargetsInfo before, Map<String, Integer> ofTeams) {
    return new TargetsChange(
        changed(checkIns, before.checkIns()),
        changed(residents, before.residents()),
        ofTeams.isEmpty() ? null : ofTeams);
  }

  private boolean send(TargetsChange change) {
    boolean done =
        attempt(() -> desk.engine().send(session.caller(), TargetEndpoints.CHANGE, change));
    if (done) {
      known = null;
      attempt(this::load);
      say(texts.get("targets.saved"));
    }
    return done;
  }

  private boolean invalid() {
    return bad(checkIns)
        || bad(residents)
        || teams.values().stream().anyMatch(IntegerField::isInvalid);
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
