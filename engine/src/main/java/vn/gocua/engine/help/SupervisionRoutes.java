package vn.gocua.engine.help;

import vn.gocua.engine.campaign.Campaign;
import vn.gocua.engine.help.service.SupervisionService;
import vn.gocua.engine.help.state.CancelReason;
import vn.gocua.engine.help.state.HelpRequest;
import vn.gocua.engine.http.api.Api;
import vn.gocua.engine.http.api.Call;
import vn.gocua.engine.rights.Permission;
import vn.gocua.engine.state.Versioned;
import vn.gocua.protocol.help.Cancellation;
import vn.gocua.protocol.help.HelpEndpoints;
import vn.gocua.protocol.help.HelpReason;
import vn.gocua.protocol.help.Reassignment;
import vn.gocua.protocol.refusal.Refusal;

/** The leaders' actions on help requests, over HTTP. */
final class SupervisionRoutes {
  private final Campaign campaign;
  private final SupervisionService supervision;
  private final HelpView view;

  SupervisionRoutes(Campaign campaign, SupervisionService supervision) {
    this.campaign = campaign;
    this.supervision = supervision;
    this.view = new HelpView(campaign);
  }

  void mount(Api api) {
    api.on(HelpEndpoints.REASSIGN)
        .may(Permission.SUPERVISE_REQUESTS)
        .blocking(call -> view.row(reassign(call), null));
    api.on(HelpEndpoints.CANCEL)
        .may(Permission.SUPERVISE_REQUESTS)
        .blocking(call -> view.row(cancel(call), null));
  }

  private Versioned<HelpRequest> reassign(Call<Reassignment> call) {
    String team = call.body().team();
    if (campaign.team(team) == null) {
      throw Refusal.of(HelpReason.UNKNOWN_TEAM, team);
    }
    return supervision.reassign(HelpRoutes.code(call), team, call.by(), call.now());
  }

  private Versioned<HelpRequest> cancel(Call<Cancellation> call) {
    String code = call.body().reason();
    CancelReason reason =
        CancelReason.of(code).orElseThrow(() -> Refusal.of(HelpReason.UNKNOWN_CANCEL_REASON, code));
    return supervision.cancel(HelpRoutes.code(call), reason, call.by(), call.now());
  }
}
