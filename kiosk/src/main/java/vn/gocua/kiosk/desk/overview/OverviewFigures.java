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
import vn.gocua.kiosk.desk.data.Forecast;
import vn.gocua.kiosk.desk.data.Inactivity;
import vn.gocua.kiosk.desk.data.Overview;
import vn.gocua.kiosk.desk.data.TargetProgress;
import vn.gocua.kiosk.desk.data.TeamRow;
import vn.gocua.kiosk.desk.kit.DeskWords;
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

  private final DeskWords words;
  private Map<String, Written> written = Map.of();

  /** A team's written figures, with their source. */
  private record Written(
      TeamRow of, boolean running, long minutesAgo, Map<String, String> figures) {}

  public OverviewFigures(Language language) {
    words = new DeskWords(language);
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
    figures.put(name + "/total", words.count(gauge.total()));
    figures.put(
        name + "/today", running ? words.text("overview.today", words.count(gauge.today())) : "");
    figures.put(name + "/unpromised", promised ? SHOW : HIDE);
    figures.put(name + "/reached", Dom.ratio(gauge.reached()));
    figures.put(name + "/due", Dom.ratio(gauge.due()));
    figures.put(
        name + "/far",
        promised
            ? words.wall("ofTarget", words.fine(gauge.reached()), words.count(gauge.target()))
            : words.wall("noTarget"));
    figures.put(
        name + "/ahead",
        !promised || !running
            ? ""
            : words.text(
                ahead >= 0 ? "overview.ahead" : "overview.behind",
                words.count(gauge.expected()),
                words.count(Math.abs(ahead))));
  }

  private void pace(Map<String, String> figures, Overview overview) {
    double ratio = overview.checkIns().pace();
    boolean rated = overview.running() && !Double.isNaN(ratio);
    String judged = !rated ? "none" : ratio >= 1 ? "on-target" : ratio >= 0.7 ? "close" : "behind";
    figures.put("pace/ratio", rated ? words.percent(ratio) : UNKNOWN);
    figures.put("pace/judged", judged);
    figures.put("pace/word", words.text("overview.pace." + judged));
    Map<PaceLevel, Integer> counts = new EnumMap<>(PaceLevel.class);
    overview.teams().forEach(t -> counts.merge(t.level(), 1, Integer::sum));
    for (PaceLevel level : PaceLevel.values()) {
      int teams = counts.getOrDefault(level, 0);
      figures.put("pace/" + level.code() + "/none", teams > 0 ? SHOW : HIDE);
      figures.put(
          "pace/" + level.code(),
          words.text("overview.paceTeams", words.count(teams), words.wall("pace." + level.code())));
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
          words.text(overview.running() ? "overview.forecast.early" : "overview.forecast.outside"));
      return;
    }
    Forecast forecast = known.get();
    long target = overview.checkIns().target();
    String promise = forecast.outlook(target).name().toLowerCase(Locale.ROOT);
    figures.put(
        "forecast/range",
        words.text("overview.range", words.count(forecast.low()), words.count(forecast.high())));
    figures.put("forecast/promise", promise);
    figures.put(
        "forecast/outlook",
        target == 0 ? "" : words.text("overview.outlook." + promise, words.count(target)));
    figures.put(
        "forecast/method",
        words.text(
            "overview.forecast.method",
            words.count(forecast.likely()),
            words.count(forecast.basedOn())));
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
    figures.put(ofTeam(team.code(), "ago"), ago == null ? words.text("never") : words.ago(ago));
    return new Written(team, overview.running(), minutesAgo, figures);
  }

  private void write(Map<String, String> figures, TeamRow team, boolean running) {
    String code = team.code();
    boolean silent = team.silence() != Inactivity.NONE;
    figures.put(ofTeam(code, "today"), words.count(team.today()));
    figures.put(ofTeam(code, "total"), words.count(team.checkIns()));
    figures.put(ofTeam(code, "residents"), words.count(team.residents()));
    figures.put(ofTeam(code, "level"), team.level().code());
    figures.put(ofTeam(code, "word"), words.wall("pace." + team.level().code()));
    figures.put(ofTeam(code, "pace"), team.pace() == null ? UNKNOWN : words.percent(team.pace()));
    figures.put(ofTeam(code, "rank"), words.count(team.rank()));
    figures.put(ofTeam(code, "silence"), team.silence().code());
    figures.put(
        ofTeam(code, "silent"), silent ? words.text("silence." + team.silence().code()) : "");
    figures.put(ofTeam(code, "requests"), words.count(team.openRequests()));
    figures.put(ofTeam(code, "waiting"), words.count(team.waiting()));
    figures.put(ofTeam(code, "tile"), words.count(running ? team.today() : team.checkIns()));
    figures.put(
        ofTeam(code, "tileTotal"),
        running
            ? words.wall("tile.total", words.count(team.checkIns()))
            : words.wall("tile.checkIns"));
  }
}
