package vn.gocua.kiosk.desk.overview;

import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.gocua.base.text.Language;
import vn.gocua.base.text.Texts;
import vn.gocua.kiosk.desk.data.Forecast;
import vn.gocua.kiosk.desk.data.Inactivity;
import vn.gocua.kiosk.desk.data.Overview;
import vn.gocua.kiosk.desk.data.TargetProgress;
import vn.gocua.kiosk.desk.data.TeamRow;
import vn.gocua.kiosk.desk.kit.DeskFigures;
import vn.gocua.kiosk.screen.Dom;
import vn.gocua.kiosk.screen.PaceLevel;

/**
 * Writes every figure of the overview in one language, by the key that the page's parts follow:
 * once for all viewers. Unchanged teams are not written again. Not thread-safe.
 */
public final class OverviewFigures implements Function<Overview, Map<String, String>> {
  static final String CHECK_INS = "checkIns";
  static final String RESIDENTS = "residents";

  private static final String HIDE = "1";
  private static final String SHOW = "";
  private static final String UNKNOWN = "–";

  private final Texts texts;
  private Map<String, Written> written = Map.of();

  /** A team's written figures, with their source. */
  private record Written(
      TeamRow of, boolean running, long minutesAgo, Map<String, String> figures) {}

  public OverviewFigures(Language language) {
    texts = Texts.of("desk", language);
  }

  /** The key of one of a team's figures. */
  static String ofTeam(String team, String figure) {
    return team + "/" + figure;
  }

  @Override
  public Map<String, String> apply(Overview overview) {
    Map<String, String> figures = new HashMap<>();
    gauge(figures, CHECK_INS, overview.checkIns(), overview.running());
    gauge(figures, RESIDENTS, overview.residents(), overview.running());
    pace(figures, overview);
    forecast(figures, overview);
    Map<String, Written> now = new HashMap<>();
    for (TeamRow team : overview.teams()) {
      Written latest = team(team, overview, written.get(team.code()));
      now.put(team.code(), latest);
      figures.putAll(latest.figures());
    }
    written = now;
    return figures;
  }

  private void gauge(
      Map<String, String> figures, String name, TargetProgress gauge, boolean running) {
    boolean promised = gauge.target() > 0;
    long ahead = gauge.total() - gauge.expected();
    figures.put(name + "/total", texts.figures().count(gauge.total()));
    figures.put(name + "/today", running ? texts.get("overview.today", gauge.today()) : "");
    figures.put(name + "/unpromised", promised ? SHOW : HIDE);
    figures.put(name + "/reached", Dom.ratio(gauge.reached()));
    figures.put(name + "/due", Dom.ratio(gauge.due()));
    figures.put(
        name + "/far",
        promised
            ? texts
                .on("wall")
                .get("ofTarget", texts.figures().percent(gauge.reached()), gauge.target())
            : texts.on("wall").get("noTarget"));
    figures.put(
        name + "/ahead",
        !promised || !running
            ? ""
            : texts.get(
                ahead >= 0 ? "overview.ahead" : "overview.behind",
                gauge.expected(),
                Math.abs(ahead)));
  }

  private void pace(Map<String, String> figures, Overview overview) {
    PaceLevel judged = overview.running() ? PaceLevel.of(overview.board().level()) : PaceLevel.NONE;
    figures.put(
        "pace/ratio",
        judged == PaceLevel.NONE
            ? UNKNOWN
            : DeskFigures.percent(texts, overview.checkIns().pace()));
    figures.put("pace/judged", judged.code());
    figures.put("pace/word", texts.get("overview.pace." + judged.code()));
    Map<PaceLevel, Integer> counts = new EnumMap<>(PaceLevel.class);
    overview.teams().forEach(t -> counts.merge(t.level(), 1, Integer::sum));
    for (PaceLevel level : PaceLevel.values()) {
      int teams = counts.getOrDefault(level, 0);
      figures.put("pace/" + level.code() + "/none", teams > 0 ? SHOW : HIDE);
      figures.put(
          "pace/" + level.code(),
          texts.get("overview.paceTeams", teams, texts.on("wall").get("pace." + level.code())));
    }
  }

  private void forecast(Map<String, String> figures, Overview overview) {
    Optional<Forecast> known = overview.forecast();
    if (known.isEmpty()) {
      figures.put("forecast/range", UNKNOWN);
      figures.put("forecast/outlook", "");
      figures.put("forecast/promise", "none");
      figures.put(
          "forecast/method",
          texts.get(overview.running() ? "overview.forecast.early" : "overview.forecast.outside"));
      return;
    }
    Forecast forecast = known.get();
    long target = overview.checkIns().target();
    String promise = forecast.outlook(target).name().toLowerCase(Locale.ROOT);
    figures.put("forecast/range", texts.get("overview.range", forecast.low(), forecast.high()));
    figures.put("forecast/promise", promise);
    figures.put(
        "forecast/outlook", target == 0 ? "" : texts.get("overview.outlook." + promise, target));
    figures.put(
        "forecast/method",
        texts.get("overview.forecast.method", forecast.likely(), forecast.basedOn()));
  }

  private Written team(TeamRow team, Overview overview, @Nullable Written before) {
    @Nullable Duration ago =
        team.lastAt() == null ? null : Duration.between(team.lastAt(), overview.now());
    long minutesAgo = ago == null ? -1 : ago.toMinutes();
    if (before != null
        && before.minutesAgo() == minutesAgo
        && before.running() == overview.running()
        && before.of().equals(team)) {
      return before;
    }
    Map<String, String> figures = new HashMap<>();
    write(figures, team, overview.running());
    figures.put(
        ofTeam(team.code(), "ago"), ago == null ? texts.get("never") : DeskFigures.ago(texts, ago));
    return new Written(team, overview.running(), minutesAgo, figures);
  }

  private void write(Map<String, String> figures, TeamRow team, boolean running) {
    String code = team.code();
    boolean silent = team.silence() != Inactivity.NONE;
    figures.put(ofTeam(code, "today"), texts.figures().count(team.today()));
    figures.put(ofTeam(code, "total"), texts.figures().count(team.checkIns()));
    figures.put(ofTeam(code, "residents"), texts.figures().count(team.residents()));
    figures.put(ofTeam(code, "level"), team.level().code());
    figures.put(ofTeam(code, "word"), texts.on("wall").get("pace." + team.level().code()));
    figures.put(
        ofTeam(code, "pace"),
        team.pace() == null ? UNKNOWN : DeskFigures.percent(texts, team.pace()));
    figures.put(ofTeam(code, "rank"), texts.figures().count(team.rank()));
    figures.put(ofTeam(code, "silence"), team.silence().code());
    figures.put(
        ofTeam(code, "silent"), silent ? texts.get("silence." + team.silence().code()) : "");
    figures.put(ofTeam(code, "requests"), texts.figures().count(team.openRequests()));
    figures.put(ofTeam(code, "waiting"), texts.figures().count(team.waiting()));
    figures.put(
        ofTeam(code, "tile"), texts.figures().count(running ? team.today() : team.checkIns()));
    figures.put(
        ofTeam(code, "tileTotal"),
        running
            ? texts.on("wall").get("tile.total", team.checkIns())
            : texts.on("wall").get("tile.checkIns"));
  }
}
