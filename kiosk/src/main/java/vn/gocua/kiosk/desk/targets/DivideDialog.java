package vn.gocua.kiosk.desk.targets;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import vn.gocua.base.text.Texts;
import vn.gocua.kiosk.desk.chart.Table;
import vn.gocua.kiosk.desk.chart.TableView;
import vn.gocua.kiosk.desk.kit.FormDialog;
import vn.gocua.kiosk.desk.kit.Panel;
import vn.gocua.protocol.campaign.RosterInfo;

/** Shows what each team's target would be by its number of members, before anything changes. */
@SuppressWarnings("serial") // Sessions live and end in this process.
final class DivideDialog extends FormDialog {
  /**
   * @param before the targets that count now
   * @param after the shares of the whole
   * @param apply returns whether it was saved; only then does the dialog go
   */
  DivideDialog(
      Texts texts,
      int whole,
      RosterInfo roster,
      Map<String, Integer> before,
      Map<String, Integer> after,
      BooleanSupplier apply) {
    super(texts, texts.get("targets.divide"), texts.get("targets.divide.yes"));
    addClassName("target-divide");
    long members = roster.teams().stream().mapToLong(RosterInfo.Team::members).sum();
    List<List<Object>> rows = new ArrayList<>();
    for (RosterInfo.Team team : roster.teams()) {
      long now = before.getOrDefault(team.code(), 0);
      long next = after.getOrDefault(team.code(), 0);
      rows.add(
          List.of(
              team.name(),
              team.members(),
              now == 0 ? texts.get("targets.none") : now,
              next,
              difference(texts, next - now)));
    }
    add(
        Panel.text(texts.get("targets.divide.text", whole, roster.teams().size(), members)),
        new TableView(
            texts,
            new Table(
                List.of(
                    texts.get("overview.column.name"),
                    texts.get("roster.members"),
                    texts.get("targets.column.before"),
                    texts.get("targets.column.after"),
                    texts.get("targets.column.difference")),
                rows)));
    onSave(apply);
  }

  private static String difference(Texts texts, long by) {
    String sign = by > 0 ? "+" : by < 0 ? "−" : "";
    return sign + texts.figures().count(Math.abs(by));
  }
}
