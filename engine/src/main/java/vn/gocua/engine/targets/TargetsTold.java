package vn.gocua.engine.targets;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.fact.Term;
import vn.gocua.engine.fact.Told;

/** What the audit says of targets: each one that is another now. */
final class TargetsTold {
  private TargetsTold() {}

  /**
   * What a change did.
   *
   * @param known former changes; they know less than the fact itself, if that says what it replaced
   */
  static Told told(@Nullable TargetsChanged known, TargetsChanged fact, String key) {
    TargetsChanged.Was was = fact.was();
    Told.Changes changes = new Told.Changes();
    changes.replaced(
        "check-ins",
        null,
        was != null ? of(was.checkIns()) : known == null ? null : of(known.checkIns()),
        of(fact.checkIns()));
    changes.replaced(
        "residents",
        null,
        was != null ? of(was.residents()) : known == null ? null : of(known.residents()),
        of(fact.residents()));
    fact.teams()
        .forEach((team, now) ->
            changes.replaced(
                "team-check-ins",
                Term.team(team),
                was != null
                    ? of(was.teams().getOrDefault(team, 0))
                    : known == null ? null : of(known.teams(), team),
                of(now)));
    return Told.NOTHING.with(changes);
  }

  private static Term of(int target) {
    return target == 0 ? Term.phrase("no-target") : new Term.Figure(target);
  }

  private static @Nullable Term of(Map<String, Integer> teams, String team) {
    Integer target = teams.get(team);
    return target == null ? null : of(target);
  }
}
