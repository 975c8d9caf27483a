package vn.gocua.engine.targets;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vn.gocua.engine.access.Guard;
import vn.gocua.engine.access.Principal;
import vn.gocua.engine.campaign.Campaign;
import vn.gocua.engine.campaign.Target;
import vn.gocua.engine.campaign.Targets;
import vn.gocua.engine.http.json.ApiJson;
import vn.gocua.engine.http.json.Fields;
import vn.gocua.engine.http.json.Problem;

/** Targets over HTTP: everybody reads them, leaders change them. */
public final class TargetRoutes {
  private static final int MOST = 100_000_000;
  private static final int NOTHING = -1;

  private final Campaign campaign;
  private final TargetDesk desk;
  private final Supplier<Targets> shown;
  private final Runnable changed;
  private final Guard guard;
  private final Guard.Blocking blocking;
  private final Clock clock;

  /**
   * @param shown the targets as this node knows them
   * @param changed called after a change
   * @param clock the campaign's time
   */
  public TargetRoutes(
      Campaign campaign,
      TargetDesk desk,
      Supplier<Targets> shown,
      Runnable changed,
      Guard guard,
      Guard.Blocking blocking,
      Clock clock) {
    this.campaign = campaign;
    this.desk = desk;
    this.shown = shown;
    this.changed = changed;
    this.guard = guard;
    this.blocking = blocking;
    this.clock = clock;
  }

  public void mount(Router router) {
    router.get("/api/v1/targets").handler(ctx -> answer(ctx, shown.get()));
    router.put("/api/v1/targets").handler(ctx -> guard.leader(ctx, this::change));
  }

  private record View(int checkIns, int residents, Map<String, Integer> teams, long teamsSum) {}

  private void answer(RoutingContext ctx, Targets targets) {
    Map<String, Integer> teams = new LinkedHashMap<>();
    campaign.teams().keySet().forEach(team -> teams.put(team, targets.of(team)));
    Target whole = targets.whole();
    long sum = teams.values().stream().mapToLong(Integer::longValue).sum();
    ApiJson.answer(ctx, 200, new View(whole.checkIns(), whole.residents(), teams, sum));
  }

  private void change(RoutingContext ctx, Principal.Leader leader) {
    ApiJson.largeBody(ctx, blocking::run, body -> change(ctx, body, leader));
  }

  private void change(RoutingContext ctx, ObjectNode body, Principal.Leader leader) {
    Fields fields = new Fields(body, Set.of("checkIns", "residents", "teams"));
    TargetDesk.Wish wish =
        new TargetDesk.Wish(
            given(fields.integer("checkIns", 1, MOST, NOTHING)),
            given(fields.integer("residents", 1, MOST, NOTHING)),
            teams(fields, body.get("teams")));
    blocking
        .run(() -> {
          Targets now = desk.change(wish, leader.username(), clock.instant());
          changed.run();
          return now;
        })
        .onSuccess(now -> answer(ctx, now))
        .onFailure(ctx::fail);
  }

  private static @Nullable Integer given(int number) {
    return number == NOTHING ? null : Integer.valueOf(number);
  }

  private Map<String, Integer> teams(Fields fields, @Nullable JsonNode node) {
    Map<String, Integer> teams = new LinkedHashMap<>();
    Fields inner = fields.optionalObject("teams", campaign.teams().keySet());
    if (inner != null && node != null) {
      for (String team : node.propertyNames()) {
        int target = inner.integer(team, 0, MOST, NOTHING);
        if (target == NOTHING) {
          throw Problem.of(400, "missing-field", "teams." + team);
        }
        teams.put(team, target);
      }
    }
    return teams;
  }
}
