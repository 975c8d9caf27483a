package vn.gocua.engine.alerts;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.fact.Term;
import vn.gocua.engine.fact.Told;

/** What the audit says of alerts. Their keys are the desk's: kind, subject, and what is more. */
final class AlertTold {
  /** Kinds that are about a team. */
  private static final Set<String> OF_TEAMS = Set.of("silent", "waiting");

  /** Kinds that are about a phone or an account. */
  private static final Set<String> OF_PEOPLE = Set.of("quota", "reading");

  private AlertTold() {}

  static Told told(@Nullable Acknowledgements before, AlertFact fact, String key) {
    String[] parts = fact.key().split("/", -1);
    if (parts.length < 2) {
      return Told.of(Term.phrase("alert"));
    }
    String kind = parts[0];
    if (kind.equals("unclaimed")) {
      return Told.of(Term.phrase("alert.unclaimed", new Term.Plain(parts[1])));
    }
    if (OF_TEAMS.contains(kind)) {
      return Told.of(Term.phrase("alert." + kind, Term.team(parts[1])));
    }
    return Told.of(
        OF_PEOPLE.contains(kind)
            ? Term.phrase("alert." + kind, Term.person(parts[1]))
            : Term.phrase("alert"));
  }
}
