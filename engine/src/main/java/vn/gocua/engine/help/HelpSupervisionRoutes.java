package vn.gocua.engine.help;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.function.Supplier;
import vn.gocua.engine.access.Guard;
import vn.gocua.engine.campaign.Campaign;
import vn.gocua.engine.http.json.ApiJson;
import vn.gocua.engine.http.json.Fields;
import vn.gocua.engine.rights.Principal;
import vn.gocua.protocol.Refusal;

/** What leaders do with help requests, over HTTP. */
public final class HelpSupervisionRoutes {
  private static final String REQUEST = "/api/v1/help-requests/:code";

  private final Campaign campaign;
  private final HelpSupervision supervision;
  private final HelpView view;
  private final Guard guard;
  private final Guard.Blocking blocking;
  private final Clock clock;

  /**
   * @param clock the campaign's time
   */
  public HelpSupervisionRoutes(
      Campaign campaign,
      HelpSupervision supervision,
      Guard guard,
      Guard.Blocking blocking,
      Clock clock) {
    this.campaign = campaign;
    this.supervision = supervision;
    this.view = new HelpView(campaign);
    this.guard = guard;
    this.blocking = blocking;
    this.clock = clock;
  }

  public void mount(Router router) {
    router.post(REQUEST + "/reassign").handler(ctx -> guard.leader(ctx, this::reassign));
    router.post(REQUEST + "/cancel").handler(ctx -> guard.leader(ctx, this::cancel));
  }

  private void reassign(RoutingContext ctx, Principal.Leader leader) {
    String team = new Fields(ApiJson.body(ctx), Set.of("team")).text("team", 60);
    if (campaign.team(team) == null) {
      throw Refusal.invalid("unknown-team", team);
    }
    Instant at = clock.instant();
    answer(ctx, () -> supervision.reassign(HelpRoutes.code(ctx), team, leader.username(), at));
  }

  private void cancel(RoutingContext ctx, Principal.Leader leader) {
    String code = new Fields(ApiJson.body(ctx), Set.of("reason")).text("reason", 60);
    CancelReason reason =
        CancelReason.of(code).orElseThrow(() -> Refusal.invalid("unknown-cancel-reason", code));
    Instant at = clock.instant();
    answer(ctx, () -> supervision.cancel(HelpRoutes.code(ctx), reason, leader.username(), at));
  }

  private void answer(RoutingContext ctx, Supplier<HelpRequest> work) {
    blocking
        .run(() -> HelpRoutes.refusing(work))
        .onSuccess(request -> ApiJson.answer(ctx, 200, view.row(request, null)))
        .onFailure(ctx::fail);
  }
}
