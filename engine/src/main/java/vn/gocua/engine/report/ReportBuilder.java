package vn.gocua.engine.report;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.board.Board;
import vn.gocua.engine.board.Pace;
import vn.gocua.engine.campaign.Campaign;
import vn.gocua.engine.campaign.CodedName;
import vn.gocua.engine.campaign.Target;
import vn.gocua.engine.campaign.Team;
import vn.gocua.engine.checkin.event.Counts;
import vn.gocua.engine.checkin.event.Tally;
import vn.gocua.engine.checkin.event.TallyKey;
import vn.gocua.engine.report.Report.Column;
import vn.gocua.engine.report.Report.Section;
import vn.gocua.engine.training.TrainingReported.Unit;

/** Writes reports of what the board shows at one moment. */
public final class ReportBuilder {
  private final Campaign campaign;
  private final Board board;
  private final Clock clock;
  private final boolean rehearsal;
  private final Supplier<List<Unit>> training;

  /**
   * @param training how far the training of staff has come
   * @param clock the campaign's time
   */
  public ReportBuilder(
      Campaign campaign,
      Board board,
      Supplier<List<Unit>> training,
      Clock clock,
      boolean rehearsal) {
    this.campaign = campaign;
    this.board = board;
    this.clock = clock;
    this.rehearsal = rehearsal;
    this.training = training;
  }

  /** The numbers of one moment, as far as a report goes. */
  private final class Figures {
    private final Instant now = clock.instant();
    private final Board.Figures all = board.figures();
    private final LocalDate last;

    Figures(LocalDate last) {
      this.last = last;
    }

    Tally sum(Predicate<TallyKey> wanted) {
      Tally sum = Tally.EMPTY;
      for (Map.Entry<TallyKey, Tally> entry : all.tallies().entrySet()) {
        if (!entry.getKey().date().isAfter(last) && wanted.test(entry.getKey())) {
          sum = sum.plus(entry.getValue());
        }
      }
      return sum;
    }

    Tally soFar() {
      return sum(_ -> true);
    }

    Tally onDay(LocalDate date) {
      return sum(key -> key.date().equals(date));
    }

    Map<String, Tally> byTeam(Predicate<TallyKey> wanted) {
      Map<String, Tally> sums = new TreeMap<>();
      all.tallies()
          .forEach((key, tally) -> {
            if (!key.date().isAfter(last) && wanted.test(key)) {
              sums.merge(key.team(), tally, Tally::plus);
            }
          });
      return sums;
    }

    /** The last moment that is reported of. */
    Instant until() {
      Instant end = last.plusDays(1).atStartOfDay(campaign.zone()).toInstant().minusMillis(1);
      return end.isBefore(now) ? end : now;
    }

    LocalDateTime drawnAt() {
      return LocalDateTime.ofInstant(now, campaign.zone());
    }
  }

  /** The report of one day of the campaign. */
  public Report ofDay(LocalDate date) {
    Figures figures = new Figures(date);
    Tally day = figures.onDay(date);
    Map<String, Tally> teamsOfDay = figures.byTeam(key -> key.date().equals(date));
    List<String> silent =
        campaign.teams().values().stream()
            .filter(team -> checkIns(teamsOfDay, team) == 0)
            .map(Team::name)
            .toList();
    int teams = campaign.teams().size();
    List<String> statements = new ArrayList<>();
    statements.add(
        ReportTexts.text(
            "day.statement",
            ReportTexts.date(date),
            ReportTexts.count(teams - silent.size()),
            ReportTexts.count(teams),
            ReportTexts.count(day.checkIns()),
            ReportTexts.count(day.residents())));
    statements.addAll(soFar(figures));
    statements.add(
        silent.isEmpty()
            ? ReportTexts.text("silent.none")
            : ReportTexts.text(
                "silent.statement",
                ReportTexts.count(silent.size()),
                silent.size() == teams ? "tất cả" : String.join(", ", silent)));
    return report(
        figures,
        ReportTexts.text(
            "day.title",
            campaign.name(),
            ReportTexts.date(date),
            String.valueOf(campaign.dayOf(date)),
            String.valueOf(campaign.days())),
        statements,
        List.of(
            counted(
                "activities", "activity", campaign.activities(), figures, day, Tally::byActivity),
            counted("groups", "group", campaign.groups(), figures, day, Tally::byGroup),
            teamsOfDay(figures, teamsOfDay)));
  }

  /** The report of the campaign up to a day. */
  public Report ofCampaign(LocalDate last) {
    Figures figures = new Figures(last);
    Map<String, Tally> teams = figures.byTeam(_ -> true);
    long active =
        campaign.teams().values().stream().filter(team -> checkIns(teams, team) > 0).count();
    List<String> statements = new ArrayList<>();
    statements.add(
        ReportTexts.text(
            "campaign.statement",
            String.valueOf(Math.min(campaign.dayOf(last), campaign.days())),
            String.valueOf(campaign.days()),
            ReportTexts.count(campaign.teams().size()),
            ReportTexts.count(active)));
    statements.addAll(soFar(figures));
    List<Unit> units = training.get();
    if (!units.isEmpty()) {
      statements.add(trained(units));
    }
    return report(
        figures,
        ReportTexts.text(
            "campaign.title",
            campaign.name(),
            ReportTexts.date(campaign.startDate()),
            ReportTexts.date(last)),
        statements,
        sections(figures, teams, units));
  }

  private List<Section> sections(Figures figures, Map<String, Tally> teams, List<Unit> units) {
    List<Section> sections = new ArrayList<>();
    sections.add(
        counted("activities", "activity", campaign.activities(), figures, Tally::byActivity));
    sections.add(counted("groups", "group", campaign.groups(), figures, Tally::byGroup));
    sections.add(teamsSoFar(figures, teams));
    sections.add(days(figures));
    if (!units.isEmpty()) {
      sections.add(training(units));
    }
    return sections;
  }

  private static String trained(List<Unit> units) {
    long trained = units.stream().mapToLong(Unit::trained).sum();
    long total = units.stream().mapToLong(Unit::total).sum();
    return ReportTexts.text(
        "training.statement",
        ReportTexts.count(trained),
        ReportTexts.count(total),
        ReportTexts.percent((double) trained / total),
        ReportTexts.count(units.size()));
  }

  private static Section training(List<Unit> units) {
    List<List<? extends @Nullable Object>> rows = new ArrayList<>();
    for (Unit unit : units) {
      rows.add(
          row(
              (long) rows.size() + 1,
              unit.name(),
              (long) unit.trained(),
              (long) unit.total(),
              reached(unit.trained(), unit.total())));
    }
    return section(
        "training",
        List.of(
            Column.number(ReportTexts.text("column.no"), 1.2f),
            Column.text(ReportTexts.text("column.unit"), 7),
            Column.number(ReportTexts.text("column.trained"), 2.5f),
            Column.number(ReportTexts.text("column.staff"), 2.5f),
            Column.number(ReportTexts.text("column.reached"), 2.2f)),
        rows,
        true);
  }

  private Report report(
      Figures figures, String title, List<String> statements, List<Section> sections) {
    List<String> marks = new ArrayList<>();
    if (rehearsal) {
      marks.add(ReportTexts.text("mark.rehearsal"));
    } else if (campaign.sample()) {
      marks.add(ReportTexts.text("mark.sample"));
    }
    String source =
        ReportTexts.text(
            "source",
            ReportTexts.time(figures.drawnAt()),
            ReportTexts.count(figures.all.version()));
    return new Report(
        title,
        marks,
        statements,
        sections,
        source,
        figures.last,
        figures.drawnAt(),
        figures.all.version());
  }

  private List<String> soFar(Figures figures) {
    Tally sum = figures.soFar();
    Target target = figures.all.targets().whole();
    double pace =
        Pace.of(sum.checkIns(), target.checkIns(), Pace.elapsed(campaign, figures.until()));
    return List.of(
        ReportTexts.text(
            "sofar.statement",
            ReportTexts.date(campaign.startDate()),
            ReportTexts.date(figures.last),
            ReportTexts.count(sum.checkIns()),
            ReportTexts.percent((double) sum.checkIns() / target.checkIns()),
            ReportTexts.count(target.checkIns()),
            ReportTexts.count(sum.residents()),
            ReportTexts.percent((double) sum.residents() / target.residents()),
            ReportTexts.count(target.residents())),
        Double.isNaN(pace)
            ? ReportTexts.text("pace.none")
            : ReportTexts.text("pace.statement", ReportTexts.percent(pace)));
  }

  private static Section counted(
      String name,
      String column,
      List<CodedName> all,
      Figures figures,
      Tally day,
      Function<Tally, Counts> counts) {
    Counts ofDay = counts.apply(day);
    Counts soFar = counts.apply(figures.soFar());
    List<List<? extends @Nullable Object>> rows = new ArrayList<>();
    for (CodedName each : all) {
      rows.add(
          List.of(
              (long) rows.size() + 1, each.name(), ofDay.of(each.code()), soFar.of(each.code())));
    }
    boolean people = name.equals("groups");
    return section(
        name,
        List.of(
            Column.number(ReportTexts.text("column.no"), 1),
            Column.text(ReportTexts.text("column." + column), 6),
            Column.number(
                ReportTexts.text(people ? "column.day-residents" : "column.day-check-ins"), 3),
            Column.number(
                ReportTexts.text(people ? "column.sofar-residents" : "column.sofar-check-ins"), 3)),
        rows,
        // A check-in may name several groups: their sum would mean nothing.
        !people);
  }

  private static Section counted(
      String name,
      String column,
      List<CodedName> all,
      Figures figures,
      Function<Tally, Counts> counts) {
    Counts soFar = counts.apply(figures.soFar());
    List<List<? extends @Nullable Object>> rows = new ArrayList<>();
    for (CodedName each : all) {
      rows.add(List.of((long) rows.size() + 1, each.name(), soFar.of(each.code())));
    }
    boolean people = name.equals("groups");
    return section(
        name,
        List.of(
            Column.number(ReportTexts.text("column.no"), 1),
            Column.text(ReportTexts.text("column." + column), 8),
            Column.number(ReportTexts.text(people ? "column.residents" : "column.check-ins"), 3)),
        rows,
        !people);
  }

  private Section teamsOfDay(Figures figures, Map<String, Tally> ofDay) {
    Map<String, Tally> soFar = figures.byTeam(_ -> true);
    List<List<? extends @Nullable Object>> rows = new ArrayList<>();
    for (Team team : listed(soFar)) {
      rows.add(
          row(
              (long) rows.size() + 1,
              called(team),
              checkIns(ofDay, team),
              residents(ofDay, team),
              checkIns(soFar, team),
              residents(soFar, team),
              (long) figures.all.targets().of(team.code()),
              reached(checkIns(soFar, team), figures.all.targets().of(team.code()))));
    }
    return section(
        "teams",
        List.of(
            Column.number(ReportTexts.text("column.no"), 1.2f),
            Column.text(ReportTexts.text("column.team"), 4),
            Column.number(ReportTexts.text("column.day-check-ins"), 2.2f),
            Column.number(ReportTexts.text("column.day-residents"), 2.2f),
            Column.number(ReportTexts.text("column.sofar-check-ins"), 2.2f),
            Column.number(ReportTexts.text("column.sofar-residents"), 2.2f),
            Column.number(ReportTexts.text("column.target"), 2.2f),
            Column.number(ReportTexts.text("column.reached"), 2.2f)),
        rows,
        true);
  }

  /** The teams, and those struck off that have counts: without them the sums would be wrong. */
  private List<Team> listed(Map<String, Tally> soFar) {
    List<Team> teams = new ArrayList<>(campaign.teams().values());
    campaign.formerTeams().values().stream()
        .filter(team -> checkIns(soFar, team) != 0)
        .forEach(teams::add);
    return teams;
  }

  private String called(Team team) {
    return campaign.team(team.code()) == null
        ? ReportTexts.text("team.former", team.name())
        : team.name();
  }

  private Section teamsSoFar(Figures figures, Map<String, Tally> soFar) {
    List<List<? extends @Nullable Object>> rows = new ArrayList<>();
    for (Team team : listed(soFar)) {
      rows.add(
          row(
              (long) rows.size() + 1,
              called(team),
              checkIns(soFar, team),
              residents(soFar, team),
              (long) figures.all.targets().of(team.code()),
              reached(checkIns(soFar, team), figures.all.targets().of(team.code()))));
    }
    return section(
        "teams",
        List.of(
            Column.number(ReportTexts.text("column.no"), 1.2f),
            Column.text(ReportTexts.text("column.team"), 5),
            Column.number(ReportTexts.text("column.check-ins"), 2.5f),
            Column.number(ReportTexts.text("column.residents"), 2.5f),
            Column.number(ReportTexts.text("column.target"), 2.5f),
            Column.number(ReportTexts.text("column.reached"), 2.2f)),
        rows,
        true);
  }

  private Section days(Figures figures) {
    List<List<? extends @Nullable Object>> rows = new ArrayList<>();
    for (int day = 1; day <= Math.min(campaign.dayOf(figures.last), campaign.days()); day++) {
      LocalDate date = campaign.dateOfDay(day);
      Tally tally = figures.onDay(date);
      rows.add(List.of((long) day, date, tally.checkIns(), tally.residents()));
    }
    return section(
        "days",
        List.of(
            Column.number(ReportTexts.text("column.day"), 2),
            Column.text(ReportTexts.text("column.date"), 4),
            Column.number(ReportTexts.text("column.check-ins"), 3),
            Column.number(ReportTexts.text("column.residents"), 3)),
        rows,
        true);
  }

  private static Section section(
      String name,
      List<Column> columns,
      List<List<? extends @Nullable Object>> rows,
      boolean withTotal) {
    return new Section(
        ReportTexts.text("section." + name),
        ReportTexts.text("sheet." + name),
        columns,
        rows,
        withTotal ? total(columns, rows) : null);
  }

  /** The sums of all columns of whole numbers but the first, which counts the rows. */
  private static List<? extends @Nullable Object> total(
      List<Column> columns, List<List<? extends @Nullable Object>> rows) {
    List<@Nullable Object> total = new ArrayList<>();
    total.add(null);
    total.add(ReportTexts.text("total"));
    for (int i = 2; i < columns.size(); i++) {
      int column = i;
      boolean whole = rows.stream().allMatch(row -> row.get(column) instanceof Long);
      total.add(
          whole
              ? Long.valueOf(rows.stream().mapToLong(row -> (Long) number(row, column)).sum())
              : null);
    }
    int last = columns.size() - 1;
    if (total.get(last) == null && total.size() > 4) {
      // «Reached» of all teams: what they did, of what they promised.
      Object done = total.get(last == 7 ? 4 : 2);
      Object promised = total.get(last - 1);
      total.set(last, done instanceof Long d && promised instanceof Long p ? reached(d, p) : null);
    }
    return total;
  }

  private static Object number(List<? extends @Nullable Object> row, int column) {
    return java.util.Objects.requireNonNull(row.get(column));
  }

  private static List<? extends @Nullable Object> row(@Nullable Object... cells) {
    return java.util.Arrays.asList(cells);
  }

  private static @Nullable Double reached(long done, long promised) {
    return promised == 0 ? null : Double.valueOf((double) done / promised);
  }

  private static long checkIns(Map<String, Tally> tallies, Team team) {
    return tallies.getOrDefault(team.code(), Tally.EMPTY).checkIns();
  }

  private static long residents(Map<String, Tally> tallies, Team team) {
    return tallies.getOrDefault(team.code(), Tally.EMPTY).residents();
  }
}
