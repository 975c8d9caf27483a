package vn.gocua.engine.targets;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import vn.gocua.engine.campaign.Campaign;
import vn.gocua.engine.campaign.Target;
import vn.gocua.engine.campaign.Targets;
import vn.gocua.engine.campaign.Team;
import vn.gocua.engine.http.api.Api;
import vn.gocua.engine.http.api.Call;
import vn.gocua.engine.rights.Permission;
import vn.gocua.protocol.campaign.TargetEndpoints;
import vn.gocua.protocol.campaign.TargetsChange;
import vn.gocua.protocol.campaign.TargetsInfo;
import vn.gocua.protocol.refusal.Refusal;
import vn.gocua.protocol.refusal.RequestReason;

/** Targets over HTTP: everybody reads them, leaders change them. */
final class TargetRoutes {
  private final Campaign campaign;
  private final TargetService service;

  TargetRoutes(Campaign campaign, TargetService service) {
    this.campaign = campaign;
    this.service = service;
  }

  void mount(Api api) {
    api.on(TargetEndpoints.READ).everybody().instant(_ -> info(service.now()));
    api.on(TargetEndpoints.CHANGE)
        .may(Permission.CHANGE_TARGETS)
        .large()
        .blocking(call -> info(change(call)));
  }

  private TargetsInfo info(Targets targets) {
    Map<String, Integer> teams = new LinkedHashMap<>();
    campaign.teams().keySet().forEach(team -> teams.put(team, targets.of(team)));
    Target whole = targets.whole();
    long sum = teams.values().stream().mapToLong(Integer::longValue).sum();
    return new TargetsInfo(whole.checkIns(), whole.residents(), teams, sum, former(targets));
  }

  /** What teams promised that were struck off since. */
  private Map<String, Integer> former(Targets targets) {
    Map<String, Integer> former = new LinkedHashMap<>();
    for (Team team : campaign.formerTeams().values()) {
      int promised = targets.byTeam().getOrDefault(team.code(), team.target());
      if (promised > 0) {
        former.put(team.code(), promised);
      }
    }
    return former;
  }

  private Targets change(Call<TargetsChange> call) {
    TargetsChange wanted = call.body();
    Map<String, Integer> teams = wanted.teams() == null ? Map.of() : wanted.teams();
    for (String team : teams.keySet()) {
      if (campaign.teamOrFormer(team) == null) {
        throw Refusal.of(
            RequestReason.UNKNOWN_FIELD, "teams." + team, new TreeSet<>(campaign.teams().keySet()));
      }
    }
    return service.change(
        new TargetService.NewTargets(wanted.checkIns(), wanted.residents(), teams),
        call.by(),
        call.now());
  }
}
