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
import vn.gocua.engine.state.Repositories;
import vn.gocua.engine.state.SingleStream;
import vn.gocua.engine.state.StreamKind;
import vn.gocua.protocol.campaign.CampaignReason;
import vn.gocua.protocol.refusal.Refusal;

/** Changes teams and hamlets: one change after the other, each whole or not at all. */
final class RosterService {
  private final Campaign campaign;
  private final SingleStream<RosterChanged, RosterOverlay> changes;

  /** Keeps the campaign equal to the changes in memory. */
  public RosterService(Campaign campaign, Repositories repositories) {
    this.campaign = campaign;
    this.changes =
        repositories.single(
            new StreamKind<>(
                campaign.id() + "/roster",
                RosterChanged.FACTS,
                (before, fact) -> fact.after(before == null ? RosterOverlay.NONE : before),
                RosterTold::told),
            "roster");
    changes.onChange(change -> {
      RosterOverlay overlay = change.now().state();
      if (overlay != null) {
        campaign.applyOverlay(overlay);
      }
    });
  }

  /** Loads the admins' changes into memory. Blocks. */
  public void load() {
    changes.load();
  }

  /** Calls back after the campaign has other teams or hamlets, also by other nodes. */
  void onChange(Runnable listener) {
    changes.onChange(_ -> listener.run());
  }

  /**
   * A wanted change of the roster.
   *
   * @param basis version of the roster that the author saw, see {@link Campaign#rosterVersion}
   */
  record RosterChange(
      String basis,
      List<TeamRow> teams,
      List<String> teamsRemoved,
      List<CodedName> hamlets,
      List<String> hamletsRemoved) {}

  /**
   * Changes the roster; repeated values are left out. Blocks until it is durable.
   *
   * @param load open help requests by team
   * @throws Refusal if it would be wrong afterwards, or has changed meanwhile
   */
  void change(RosterChange wanted, String by, Instant at, Supplier<Map<String, Integer>> load) {
    changes.append(there -> {
      RosterOverlay before = there == null ? RosterOverlay.NONE : there;
      Edition base = campaign.base();
      if (!wanted.basis().equals(base.revision() + "." + before.changes())) {
        throw Refusal.of(CampaignReason.ROSTER_CHANGED_MEANWHILE);
      }
      RosterChanged change = changed(wanted, before.on(base), by, at);
      if (change == null) {
        return null;
      }
      check(change, before.on(base), change.after(before).on(base), load);
      return change;
    });
  }

  /** The change without repeated values; null if nothing is left. */
  private static @Nullable RosterChanged changed(
      RosterChange wanted, Edition now, String by, Instant at) {
    Map<String, TeamRow> teams =
        now.teams().stream().map(TeamRow::of).collect(Collectors.toMap(TeamRow::code, t -> t));
    Set<CodedName> hamlets = Set.copyOf(now.hamlets());
    Set<String> hamletCodes = hamlets.stream().map(CodedName::code).collect(Collectors.toSet());
    Set<String> setAgain = wanted.teams().stream().map(TeamRow::code).collect(Collectors.toSet());
    RosterChanged change =
        new RosterChanged(
            wanted.teams().stream().filter(t -> !t.equals(teams.get(t.code()))).toList(),
            wanted.teamsRemoved().stream()
                .filter(code -> teams.containsKey(code) && !setAgain.contains(code))
                .distinct()
                .toList(),
            wanted.hamlets().stream().filter(h -> !hamlets.contains(h)).toList(),
            wanted.hamletsRemoved().stream().filter(hamletCodes::contains).distinct().toList(),
            null,
            by,
            at);
    return change.teams().isEmpty()
            && change.teamsRemoved().isEmpty()
            && change.hamlets().isEmpty()
            && change.hamletsRemoved().isEmpty()
        ? null
        : change.replacing(now);
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
        throw Refusal.of(CampaignReason.ROSTER_CODE_TWICE, team.code());
      }
      refuseAny(RosterRules.broken(team, hamlets));
    }
    Refusal flaw = RosterRules.broken(after, changed);
    if (flaw != null) {
      throw flaw;
    }
    if (!change.teamsRemoved().isEmpty()) {
      Map<String, Integer> open = load.get();
      for (String code : change.teamsRemoved()) {
        int waiting = open.getOrDefault(code, 0);
        if (waiting > 0) {
          throw Refusal.of(CampaignReason.ROSTER_TEAM_BUSY, code, waiting);
        }
      }
    }
  }

  /** Refuses the removal of a hamlet that a remaining team serves. */
  private static void refuseHamletsInUse(RosterChanged change, Edition before) {
    Set<String> replaced = new HashSet<>(change.teamsRemoved());
    change.teams().forEach(team -> replaced.add(team.code()));
    for (String hamlet : change.hamletsRemoved()) {
      before.teams().stream()
          .filter(team -> team.hamlets().contains(hamlet) && !replaced.contains(team.code()))
          .findFirst()
          .ifPresent(team -> {
            throw Refusal.of(CampaignReason.ROSTER_HAMLET_IN_USE, hamlet, team.name());
          });
    }
  }

  private static void refuseAny(List<Refusal> flaws) {
    if (!flaws.isEmpty()) {
      throw flaws.getFirst();
    }
  }
}
