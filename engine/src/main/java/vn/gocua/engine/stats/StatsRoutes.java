package vn.gocua.engine.stats;

import vn.gocua.engine.board.Board;
import vn.gocua.engine.campaign.Campaign;
import vn.gocua.engine.http.api.Api;
import vn.gocua.engine.http.api.Call;
import vn.gocua.engine.rights.Permission;
import vn.gocua.protocol.board.StatsByDay;
import vn.gocua.protocol.board.StatsByHour;
import vn.gocua.protocol.board.StatsEndpoints;

/** Detailed counts for leaders. */
final class StatsRoutes {
  private final Campaign campaign;
  private final Board board;
  private final Stats stats;
  private final HourlyCounts hours;

  StatsRoutes(Campaign campaign, Board board, Stats stats, HourlyCounts hours) {
    this.campaign = campaign;
    this.board = board;
    this.stats = stats;
    this.hours = hours;
  }

  void mount(Api api) {
    api.on(StatsEndpoints.DAYS).may(Permission.READ_FIGURES).instant(this::byDay);
    api.on(StatsEndpoints.HOURS).may(Permission.READ_FIGURES).blocking(this::byHour);
  }

  private StatsByDay byDay(Call<?> call) {
    DateRange span = span(call);
    long version = board.version(); // Before the counts: they hold at least that much.
    return new StatsByDay(campaign.local(call.now()), version, stats.of(span));
  }

  private StatsByHour byHour(Call<?> call) {
    return hours.of(span(call), campaign.local(call.now()));
  }

  private DateRange span(Call<?> call) {
    String team = call.query("team");
    return new DateRange(
        team == null ? null : campaign.knownTeam(team),
        day(call, "from", 1),
        day(call, "to", campaign.days()));
  }

  private int day(Call<?> call, String name, int otherwise) {
    return call.number(name, otherwise, campaign.days());
  }
}
