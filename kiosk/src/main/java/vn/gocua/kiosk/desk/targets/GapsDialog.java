package vn.gocua.kiosk.desk.targets;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import vn.gocua.base.text.Texts;
import vn.gocua.kiosk.desk.frame.DeskLinks;
import vn.gocua.kiosk.desk.kit.FormDialog;
import vn.gocua.kiosk.desk.kit.Panel;
import vn.gocua.kiosk.desk.kit.Verdict;
import vn.gocua.protocol.campaign.RosterInfo;
import vn.gocua.protocol.campaign.TargetsChange;

/**
 * Closes gaps that a change of teams left in the targets: what struck teams promised is added to
 * others, and new teams get a target.
 */
@SuppressWarnings("serial") // Sessions live and end in this process.
public final class GapsDialog extends FormDialog {
  /** Fields of one kind; the page of the targets has all. */
  private static final int MOST = 12;

  private final Texts texts;
  private final TargetGaps gaps;
  private final Verdict verdict = new Verdict();
  private final Map<String, Select<RosterInfo.Team>> heirs = new LinkedHashMap<>();
  private final Map<String, IntegerField> own = new LinkedHashMap<>();

  /**
   * @param save returns whether it was saved; only then does the dialog go
   */
  public GapsDialog(Texts texts, TargetGaps gaps, Predicate<TargetsChange> save) {
    super(texts, texts.get("targets.gaps.title"), texts.get("targets.save"));
    this.texts = texts;
    this.gaps = gaps;
    addClassName("target-gaps");
    gaps.promised().keySet().stream().limit(MOST).forEach(team -> heirs.put(team, heir(team)));
    Map<String, Integer> shares = gaps.shares();
    gaps.without().stream()
        .limit(MOST)
        .forEach(t -> own.put(t.code(), target(t, shares.getOrDefault(t.code(), 0))));
    List<Component> content = new ArrayList<>();
    content.add(Panel.text(texts.get("targets.gaps.text")));
    content.addAll(heirs.values());
    content.addAll(own.values());
    int more = gaps.promised().size() - heirs.size() + gaps.without().size() - own.size();
    if (more > 0) {
      content.add(Panel.text(texts.get("targets.gaps.more", more)));
    }
    content.add(verdict);
    content.add(new Anchor(DeskLinks.path(TargetsPage.class), texts.get("targets.gaps.page")));
    fields(content.toArray(Component[]::new));
    showSum();
    onSave(() -> {
      boolean right = own.values().stream().noneMatch(IntegerField::isInvalid);
      return right && (changed().isEmpty() || save.test(change()));
    });
  }

  private Select<RosterInfo.Team> heir(String struck) {
    Select<RosterInfo.Team> heir = new Select<>();
    heir.setLabel(
        texts.get(
            "targets.gaps.heir", gaps.promised().getOrDefault(struck, 0), gaps.formerName(struck)));
    heir.setEmptySelectionAllowed(true);
    heir.setEmptySelectionCaption(texts.get("targets.gaps.nobody"));
    heir.setItemLabelGenerator(
        team -> team == null ? texts.get("targets.gaps.nobody") : team.name());
    heir.setItems(gaps.roster().teams());
    RosterInfo.Team likely = gaps.likelyHeir(struck);
    if (likely != null) {
      heir.setValue(likely);
    }
    heir.addValueChangeListener(_ -> showSum());
    return heir;
  }

  private IntegerField target(RosterInfo.Team team, int share) {
    IntegerField field = TargetsPage.field(0);
    field.setLabel(texts.get("targets.gaps.own", team.name()));
    field.setHelperText(texts.get("targets.gaps.share", share));
    field.addValueChangeListener(_ -> showSum());
    return field;
  }

  private void showSum() {
    Map<String, Integer> after = new LinkedHashMap<>(gaps.targets().teams());
    after.putAll(changed());
    after.keySet().removeAll(heirs.keySet());
    new TargetCheck(texts).of(gaps.targets().checkIns(), after, gaps.roster()).tell(verdict);
  }

  private TargetsChange change() {
    return new TargetsChange(null, null, changed());
  }

  /** Targets that change: those of heirs and new teams, and of struck ones, which have none now. */
  private Map<String, Integer> changed() {
    Map<String, Integer> changed = new LinkedHashMap<>();
    own.forEach((team, field) -> {
      if (field.getValue() != null && field.getValue() > 0) {
        changed.put(team, field.getValue());
      }
    });
    heirs.forEach((struck, heir) -> {
      RosterInfo.Team team = heir.getValue();
      if (team != null) {
        Integer there = changed.get(team.code());
        int before = there == null ? gaps.targets().teams().getOrDefault(team.code(), 0) : there;
        changed.put(team.code(), before + gaps.promised().getOrDefault(struck, 0));
        changed.put(struck, 0);
      }
    });
    return changed;
  }
}
