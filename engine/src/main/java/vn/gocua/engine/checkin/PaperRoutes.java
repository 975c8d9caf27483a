package vn.gocua.engine.checkin;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;
import vn.gocua.engine.access.Guard;
import vn.gocua.engine.access.Principal;
import vn.gocua.engine.campaign.Campaign;
import vn.gocua.engine.http.ApiJson;
import vn.gocua.engine.http.Fields;
import vn.gocua.engine.http.Messages;
import vn.gocua.engine.http.Problem;

/** Check-ins of a team without a phone, entered by a leader from its paper report. */
public final class PaperRoutes {
  private final Campaign campaign;
  private final CheckInDesk desk;
  private final Guard guard;
  private final Clock clock;
  private final CheckInMeter meter;

  /**
   * @param clock the campaign's time
   */
  public PaperRoutes(
      Campaign campaign, CheckInDesk desk, Guard guard, Clock clock, CheckInMeter meter) {
    this.campaign = campaign;
    this.desk = desk;
    this.guard = guard;
    this.clock = clock;
    this.meter = meter;
  }

  public void mount(Router router) {
    router
        .post("/api/v1/teams/:team/paper-check-ins")
        .handler(ctx -> guard.leader(ctx, this::submit));
  }

  private record Answer(OffsetDateTime receivedAt, List<CheckInRoutes.Result> results) {}

  /** Nobody's clock is repaired: what is on paper was read from a wall or a wrist. */
  private void submit(RoutingContext ctx, Principal.Leader leader) {
    String team = ctx.pathParam("team");
    if (campaign.team(team) == null) {
      throw Problem.of(404, "unknown-team", team);
    }
    ObjectNode body = ApiJson.body(ctx);
    var _ = new Fields(body, Set.of("checkIns"));
    List<Submitted> items = CheckInRoutes.items(body.get("checkIns"), team);
    Instant receivedAt = clock.instant();
    Messages messages = Messages.forRequest(ctx);
    Context context = Vertx.currentContext();
    Future.fromCompletionStage(
            desk.submit(
                new CheckInDesk.Sending(
                    team, leader.username(), receivedAt, null, CheckInFact.PAPER),
                items),
            context)
        .onSuccess(verdicts -> {
          verdicts.forEach(verdict -> meter.judged(verdict.outcome()));
          ApiJson.answer(
              ctx,
              200,
              new Answer(
                  receivedAt.atZone(campaign.zone()).toOffsetDateTime(),
                  verdicts.stream().map(v -> CheckInRoutes.Result.of(v, messages)).toList()));
        })
        .onFailure(ctx::fail);
  }
}
