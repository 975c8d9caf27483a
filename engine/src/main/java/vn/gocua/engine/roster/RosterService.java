package vn.gocua.engine.roster;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.campaign.Campaign;
import vn.gocua.engine.campaign.CodedName;
import vn.gocua.engine.campaign.Edition;
import vn.gocua.engine.campaign.RosterOverlay;
import vn.gocua.engine.campaign.TeamRow;
import vn.gocua.engine.journal.GroupCommit;
import vn.gocua.engine.journal.Journal;
import vn.gocua.engine.state.Repository;
import vn.gocua.engine.state.StreamKind;
import vn.gocua.protocol.Refusal;

/** Changes teams and hamlets: one change after the other, each whole or not at all. Calls block. */
public final class RosterService {
  private static final String KEY = "roster";

  private final Campaign campaign;
  private final Repository<RosterChanged, RosterOverlay> ledger;

  public RosterService(Campaign campaign, Journal journal, GroupCommit commit) {
    this.campaign = campaign;
    this.ledger =
        new Repository<>(
            new StreamKind<>(
                campaign.id() + "/",
                RosterChanged.FACTS,
                (before, fact) -> fact.after(before == null ? RosterOverlay.NONE : before)),
            journal,
            commit);
  }

  /** What admins have changed so far. */
  public RosterOverlay now() {
    RosterOverlay kept = ledger.read(KEY).state();
    return kept == null ? RosterOverlay.NONE : kept;
  }

  /**
   * What somebody wants changed.
   *
   * @param basis what the roster was when they looked, see {@link Campaign#rosterVersion}
   */
  record Wish(
      String basis,
      List<TeamRow> teams,
      List<String> teamsRemoved,
      List<CodedName> hamlets,
      List<String> hamletsRemoved) {}

  /**
   * Changes the roster; what is so already is left out. Returns when it is durable.
   *
   * @param load open help requests by team
   * @throws Refusal if it would be wrong afterwards, or has changed meanwhile
   */
  RosterOverlay change(Wish wish, String by, Instant at, Supplier<Map<String, Integer>> load) {
    RosterOverlay after =
        ledger
            .append(
                KEY,
                there -> {
                  RosterOverlay before = there == null ? RosterOverlay.NONE : there;
                  Edition base = campaign.base();
                  if (!wish.basis().equals(base.revision() + "." + before.changes())) {
                    throw Refusal.conflict("roster-changed-meanwhile");
                  }
                  RosterChanged change = changed(wish, before.on(base), by, at);
                  if (change == null) {
                    return null;
                  }
                  check(change, before.on(base), change.after(before).on(base), load);
                  return change;
                })
            .state();
    return after == null ? RosterOverlay.NONE : after;
  }

  /** The change without what is so already; null if nothing is left. */
  private static @Nullable RosterChanged changed(Wish wish, Edition now, String by, Instant at) {
    Map<String, TeamRow> teams =
        now.teams().stream().map(TeamRow::of).collect(Collectors.toMap(TeamRow::code, t -> t));
    Set<CodedName> hamlets = Set.copyOf(now.hamlets());
    Set<String> hamletCodes = hamlets.stream().map(CodedName::code).collect(Collectors.toSet());
    Set<String> setAgain = wish.teams().stream().map(TeamRow::code).collect(Collectors.toSet());
    RosterChanged change =
        new RosterChanged(
            wish.teams().stream().filter(t -> !t.equals(teams.get(t.code()))).toList(),
            wish.teamsRemoved().stream()
                .filter(code -> teams.containsKey(code) && !setAgain.contains(code))
                .distinct()
                .toList(),
            wish.hamlets().stream().filter(h -> !hamlets.contains(h)).toList(),
            wish.hamletsRemoved().stream().filter(hamletCodes::contains).distinct().toList(),
            by,
            at);
    return change.teams().isEmpty()
            && change.teamsRemoved().isEmpty()
            && change.hamlets().isEmpty()
            && change.hamletsRemoved().isEmpty()
        ? null
        : change;
  }

  private static void check(
      RosterChanged change, Edition before, Edition after, Supplier<Map<String, Integer>> load) {
    refuseHamletsInUse(change, before);
    for (CodedName hamlet : change.hamlets()) {
      refuseAny(RosterRules.broken(hamlet));
    }
    Set<String> hamlets = after.hamlets().stream().map(CodedName::code).collect(Collectors.toSet());
    Set<String> changed = new HashSet<>();
    for (TeamRow team : change.teams()) {
      if (!changed.add(team.code())) {
        throw Refusal.invalid("roster-code-twice", team.code());
      }
      refuseAny(RosterRules.broken(team, hamlets));
    }
    RosterError flaw = RosterRules.broken(after, changed);
    if (flaw != null) {
      throw because(flaw);
    }
    if (!change.teamsRemoved().isEmpty()) {
      Map<String, Integer> open = load.get();
      for (String code : change.teamsRemoved()) {
        int waiting = open.getOrDefault(code, 0);
        if (waiting > 0) {
          throw Refusal.invalid("roster-team-busy", code, waiting);
        }
      }
    }
  }

  /** A hamlet goes only when no team that stays serves it. */
  private static void refuseHamletsInUse(RosterChanged change, Edition before) {
    Set<String> replaced = new HashSet<>(change.teamsRemoved());
    change.teams().forEach(team -> replaced.add(team.code()));
    for (String hamlet : change.hamletsRemoved()) {
      before.teams().stream()
          .filter(team -> team.hamlets().contains(hamlet) && !replaced.contains(team.code()))
          .findFirst()
          .ifPresent(team -> {
            throw Refusal.invalid("roster-hamlet-in-use", hamlet, team.name());
          });
    }
  }

  private static void refuseAny(List<RosterError> flaws) {
    if (!flaws.isEmpty()) {
      throw because(flaws.getFirst());
    }
  }

  private static Refusal because(RosterError error) {
    return Refusal.invalid(error.code(), error.arguments().toArray());
  }
}
