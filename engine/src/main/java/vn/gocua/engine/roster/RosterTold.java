package vn.gocua.engine.roster;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.campaign.CodedName;
import vn.gocua.engine.campaign.RosterOverlay;
import vn.gocua.engine.campaign.TeamRow;
import vn.gocua.engine.fact.Term;
import vn.gocua.engine.fact.Told;

/** What the audit says of teams and hamlets: who came and went, and what is another now. */
final class RosterTold {
  /** What was there before; of older facts, only what former changes had set. */
  private record Before(
      boolean complete, Map<String, TeamRow> teams, Map<String, CodedName> hamlets) {

    static Before of(@Nullable RosterOverlay known, RosterChanged fact) {
      Map<String, TeamRow> teams = new TreeMap<>();
      Map<String, CodedName> hamlets = new TreeMap<>();
      RosterChanged.Was was = fact.was();
      if (was != null) {
        was.teams().forEach(team -> teams.put(team.code(), team));
        was.hamlets().forEach(hamlet -> hamlets.put(hamlet.code(), hamlet));
      } else if (known != null) {
        teams.putAll(known.teams());
        teams.keySet().removeAll(known.teamsRemoved());
        hamlets.putAll(known.hamlets());
        hamlets.keySet().removeAll(known.hamletsRemoved());
      }
      return new Before(was != null, teams, hamlets);
    }
  }

  private RosterTold() {}

  static Told told(@Nullable RosterOverlay known, RosterChanged fact, String key) {
    Before before = Before.of(known, fact);
    Told.Changes changes = new Told.Changes();
    for (CodedName hamlet : fact.hamlets()) {
      CodedName was = before.hamlets.get(hamlet.code());
      if (was == null) {
        changes.said(before.complete ? "hamlet-new" : "hamlet-now", quoted(hamlet.name()));
      } else {
        changes.replaced("hamlet-name", null, quoted(was.name()), quoted(hamlet.name()));
      }
    }
    fact.hamletsRemoved()
        .forEach(code -> changes.said("hamlet-gone", new Term.Named(Term.Kind.HAMLET, code)));
    for (TeamRow team : fact.teams()) {
      TeamRow was = before.teams.get(team.code());
      if (was == null) {
        changes.said(
            before.complete ? "team-new" : "team-now",
            new Term.Plain(team.name()),
            new Term.Figure(team.members()),
            Term.hamlets(team.hamlets()));
      } else {
        replaced(changes, was, team);
      }
    }
    fact.teamsRemoved().forEach(code -> changes.said("team-gone", Term.team(code)));
    return Told.NOTHING.with(changes);
  }

  private static void replaced(Told.Changes changes, TeamRow was, TeamRow now) {
    Term team = new Term.Plain(now.name());
    changes
        .replaced("team-name", null, quoted(was.name()), quoted(now.name()))
        .replaced("members", team, Term.figure(was.members()), Term.figure(now.members()))
        .replaced("hamlets", team, Term.hamlets(was.hamlets()), Term.hamlets(now.hamlets()))
        .replaced("hall", team, Term.quoted(was.hall()), Term.quoted(now.hall()))
        .replaced("hours", team, Term.quoted(was.hours()), Term.quoted(now.hours()))
        .replaced("phone", team, Term.quoted(was.phone()), Term.quoted(now.phone()));
  }

  private static Term quoted(String name) {
    return new Term.Quoted(name);
  }
}
