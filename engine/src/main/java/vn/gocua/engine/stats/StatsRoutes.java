package vn.gocua.engine.stats;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.access.Guard;
import vn.gocua.engine.access.Principal;
import vn.gocua.engine.board.Board;
import vn.gocua.engine.campaign.Campaign;
import vn.gocua.engine.http.json.ApiJson;
import vn.gocua.engine.http.json.Problem;

/** Counts for leaders who look closer. */
public final class StatsRoutes {
  private final Campaign campaign;
  private final Board board;
  private final Stats stats;
  private final HourlyCounts hours;
  private final Guard guard;
  private final Guard.Blocking blocking;
  private final Clock clock;

  /**
   * @param clock the campaign's time
   */
  public StatsRoutes(
      Campaign campaign,
      Board board,
      Stats stats,
      HourlyCounts hours,
      Guard guard,
      Guard.Blocking blocking,
      Clock clock) {
    this.campaign = campaign;
    this.board = board;
    this.stats = stats;
    this.hours = hours;
    this.guard = guard;
    this.blocking = blocking;
    this.clock = clock;
  }

  public void mount(Router router) {
    router.get("/api/v1/stats").handler(ctx -> guard.leader(ctx, this::byDay));
    router.get("/api/v1/stats/hours").handler(ctx -> guard.leader(ctx, this::byHour));
  }

  private record Days(OffsetDateTime at, long version, List<Stats.Row> rows) {}

  private void byDay(RoutingContext ctx, Principal.Leader leader) {
    DateRange span = span(ctx);
    long version = board.version(); // Before the counts: they hold at least that much.
    ApiJson.answer(ctx, 200, new Days(now(), version, stats.of(span)));
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record Place(@Nullable String hamlet, long checkIns, long residents) {}

  private record ByHour(
      OffsetDateTime at,
      List<HourlyCounts.Cell> cells,
      List<HourlyCounts.WithoutHour> withoutHour,
      List<Place> hamlets) {}

  private void byHour(RoutingContext ctx, Principal.Leader leader) {
    DateRange span = span(ctx);
    blocking
        .run(() -> hours.of(span))
        .onSuccess(answer ->
            ApiJson.answer(
                ctx,
                200,
                new ByHour(
                    now(),
                    answer.cells(),
                    answer.withoutHour(),
                    answer.hamlets().stream()
                        .map(p -> new Place(p.hamlet(), p.checkIns(), p.residents()))
                        .toList())))
        .onFailure(ctx::fail);
  }

  private DateRange span(RoutingContext ctx) {
    String team = ctx.request().getParam("team");
    if (team != null && campaign.teamOrFormer(team) == null) {
      throw Problem.of(404, "unknown-team", team);
    }
    return new DateRange(team, day(ctx, "from", 1), day(ctx, "to", campaign.days()));
  }

  private int day(RoutingContext ctx, String name, int otherwise) {
    String text = ctx.request().getParam(name);
    try {
      int day = text == null ? otherwise : Integer.parseInt(text);
      if (day >= 1 && day <= campaign.days()) {
        return day;
      }
    } catch (NumberFormatException _) {
      // Said below.
    }
    throw Problem.of(400, "out-of-range", name, 1, campaign.days());
  }

  private OffsetDateTime now() {
    return clock.instant().atZone(campaign.zone()).toOffsetDateTime();
  }
}
