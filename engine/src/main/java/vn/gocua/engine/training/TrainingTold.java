package vn.gocua.engine.training;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.fact.Term;
import vn.gocua.engine.fact.Told;
import vn.gocua.engine.training.TrainingReported.Unit;

/** What the audit says of the staff's training: each unit that is another now. */
final class TrainingTold {
  private TrainingTold() {}

  static Told told(@Nullable TrainingReported before, TrainingReported fact, String key) {
    Map<String, Unit> were = new LinkedHashMap<>();
    List<Unit> former = before == null ? List.of() : before.units();
    former.forEach(unit -> were.put(unit.name(), unit));
    Told.Changes changes = new Told.Changes();
    for (Unit unit : fact.units()) {
      Unit was = were.remove(unit.name());
      Term name = new Term.Quoted(unit.name());
      if (was == null) {
        changes.said("unit-new", name, trained(unit));
      } else {
        changes.replaced("unit", name, trained(was), trained(unit));
      }
    }
    were.values().forEach(gone -> changes.said("unit-gone", new Term.Quoted(gone.name())));
    return Told.NOTHING.with(changes);
  }

  private static Term trained(Unit unit) {
    return Term.phrase("trained", new Term.Figure(unit.trained()), new Term.Figure(unit.total()));
  }
}
