package vn.gocua.engine.help;

import vn.gocua.engine.campaign.Campaign;
import vn.gocua.engine.help.service.SupervisionService;
import vn.gocua.engine.help.service.TicketService;
import vn.gocua.engine.help.state.CancelReason;
import vn.gocua.engine.help.state.HelpRequest;
import vn.gocua.engine.http.api.Api;
import vn.gocua.engine.http.api.Call;
import vn.gocua.engine.rights.Permission;
import vn.gocua.engine.state.Versioned;
import vn.gocua.protocol.body.NoFields;
import vn.gocua.protocol.help.Cancellation;
import vn.gocua.protocol.help.HelpEndpoints;
import vn.gocua.protocol.help.HelpReason;
import vn.gocua.protocol.help.HelpRequestList;
import vn.gocua.protocol.help.Reassignment;
import vn.gocua.protocol.refusal.Refusal;

/** The leaders' actions on help requests, over HTTP. */
final class SupervisionRoutes {
  private final Campaign campaign;
  private final SupervisionService supervision;
  private final TicketService tickets;
  private final HelpView view;

  SupervisionRoutes(Campaign campaign, SupervisionService supervision, TicketService tickets) {
    this.tickets = tickets;
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
    api.on(HelpEndpoints.FINISH)
        .may(Permission.SUPERVISE_REQUESTS)
        .blocking(call -> view.row(finish(call), null));
    api.on(HelpEndpoints.WITHDRAW_GROUPS)
        .may(Permission.ERASE_CONTACTS)
        .blocking(this::withdrawGroups);
  }

  private Versioned<HelpRequest> reassign(Call<Reassignment> call) {
    String team = call.body().team();
    if (campaign.team(team) == null) {
      throw Refusal.of(HelpReason.UNKNOWN_TEAM, team);
    }
    return supervision.reassign(HelpRoutes.code(call), team, call.by(), call.now());
  }

  private HelpRequestList.Row withdrawGroups(Call<NoFields> call) {
    var _ = call.bodyIfAny();
    String code = HelpRoutes.code(call);
    var _ = tickets.withdrawGroups(code, call.by(), call.now());
    return view.row(supervision.find(code), null);
  }

  private Versioned<HelpRequest> finish(Call<NoFields> call) {
    var _ = call.bodyIfAny();
    if (!campaign.isOver(call.now())) {
      throw Refusal.of(HelpReason.STILL_BY_CHECK_IN);
    }
    return supervision.finish(HelpRoutes.code(call), call.by(), call.now());
  }

  private Versioned<HelpRequest> cancel(Call<Cancellation> call) {
    String code = call.body().reason();
    CancelReason reason =
        CancelReason.of(code).orElseThrow(() -> Refusal.of(HelpReason.UNKNOWN_CANCEL_REASON, code));
    return supervision.cancel(HelpRoutes.code(call), reason, call.by(), call.now());
  }
}
