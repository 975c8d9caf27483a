package vn.gocua.engine.help.state;

import org.jspecify.annotations.Nullable;
import vn.gocua.engine.fact.Term;
import vn.gocua.engine.fact.Told;
import vn.gocua.engine.help.state.HelpFact.HelpCancelled;
import vn.gocua.engine.help.state.HelpFact.HelpCarriedIn;
import vn.gocua.engine.help.state.HelpFact.HelpCarriedOut;
import vn.gocua.engine.help.state.HelpFact.HelpContactErased;
import vn.gocua.engine.help.state.HelpFact.HelpExpired;
import vn.gocua.engine.help.state.HelpFact.HelpGroupsWithdrawn;
import vn.gocua.engine.help.state.HelpFact.HelpLeft;
import vn.gocua.engine.help.state.HelpFact.HelpReassigned;

/** What the audit says of help requests: the ticket's code and the team, never the person. */
final class HelpTold {
  private HelpTold() {}

  static Told told(@Nullable HelpRequest before, HelpFact fact, String code) {
    Term ticket =
        before == null || before.waitsForLeader()
            ? new Term.Plain(code)
            : Term.phrase("ticket", new Term.Plain(code), Term.team(before.team()));
    return switch (fact) {
      case HelpReassigned f -> reassigned(before, f, code);
      case HelpCancelled f ->
          Told.of(ticket, new Term.Coded("desk", "requests.reason", f.reason()));
      case HelpExpired f -> Told.of(ticket, why(f.why()));
      case HelpContactErased f -> Told.of(ticket, why(f.why()));
      case HelpGroupsWithdrawn _, HelpLeft _, HelpCarriedIn _, HelpCarriedOut _ -> Told.of(ticket);
      default -> Told.NOTHING;
    };
  }

  private static Told reassigned(@Nullable HelpRequest before, HelpReassigned fact, String code) {
    Term now = Term.team(fact.team());
    return Told.of(new Term.Plain(code), now)
        .with(
            before == null || before.waitsForLeader()
                ? new Told.Changes()
                : new Told.Changes().replaced("team", null, Term.team(before.team()), now));
  }

  private static Term why(String code) {
    return new Term.Coded("tables", "processing.why", code);
  }
}
