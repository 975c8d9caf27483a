package vn.gocua.engine.stats;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.board.Board;
import vn.gocua.engine.campaign.Campaign;
import vn.gocua.engine.http.api.Api;
import vn.gocua.engine.http.api.Call;
import vn.gocua.engine.rights.Permission;
import vn.gocua.protocol.StatsEndpoints;
import vn.gocua.protocol.refusal.Refusal;

/** Counts for leaders who look closer. */
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

  private record Days(OffsetDateTime at, long version, List<Stats.Row> rows) {}

  private Days byDay(Call<?> call) {
    DateRange span = span(call);
    long version = board.version(); // Before the counts: they hold at least that much.
    return new Days(local(call.now()), version, stats.of(span));
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record Place(@Nullable String hamlet, long checkIns, long residents) {}

  private record ByHour(
      OffsetDateTime at,
      List<HourlyCounts.Cell> cells,
      List<HourlyCounts.WithoutHour> withoutHour,
      List<Place> hamlets) {}

  private ByHour byHour(Call<?> call) {
    HourlyCounts.Answer answer = hours.of(span(call));
    return new ByHour(
        local(call.now()),
        answer.cells(),
        answer.withoutHour(),
        answer.hamlets().stream()
            .map(p -> new Place(p.hamlet(), p.checkIns(), p.residents()))
            .toList());
  }

  private DateRange span(Call<?> call) {
    String team = call.query("team");
    if (team != null && campaign.teamOrFormer(team) == null) {
      throw Refusal.unknown("unknown-team", team);
    }
    return new DateRange(team, day(call, "from", 1), day(call, "to", campaign.days()));
  }

  private int day(Call<?> call, String name, int otherwise) {
    return call.number(name, otherwise, campaign.days());
  }

  private OffsetDateTime local(Instant instant) {
    return instant.atZone(campaign.zone()).toOffsetDateTime();
  }
}
