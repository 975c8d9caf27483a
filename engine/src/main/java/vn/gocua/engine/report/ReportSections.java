package vn.gocua.engine.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.campaign.Campaign;
import vn.gocua.engine.campaign.CodedName;
import vn.gocua.engine.campaign.Team;
import vn.gocua.engine.checkin.event.Counts;
import vn.gocua.engine.checkin.event.Tally;
import vn.gocua.engine.report.Report.Column;
import vn.gocua.engine.report.Report.Section;
import vn.gocua.engine.training.TrainingReported.Unit;

/** The tables of reports, with their columns, rows and totals. */
final class ReportSections {
  private final Campaign campaign;

  ReportSections(Campaign campaign) {
    this.campaign = campaign;
  }

  /** Those of the report of one day. */
  List<Section> ofDay(ReportFigures figures, Tally day, Map<String, Tally> teamsOfDay) {
    return List.of(
        counted("activities", "activity", campaign.activities(), figures, day, Tally::byActivity),
        counted("groups", "group", campaign.groups(), figures, day, Tally::byGroup),
        teamsOfDay(figures, teamsOfDay));
  }

  /** Those of the report of the campaign. */
  List<Section> ofCampaign(ReportFigures figures, Map<String, Tally> teams, List<Unit> units) {
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

  private static Section counted(
      String name,
      String column,
      List<CodedName> all,
      ReportFigures figures,
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
      ReportFigures figures,
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

  private Section teamsOfDay(ReportFigures figures, Map<String, Tally> ofDay) {
    Map<String, Tally> soFar = figures.byTeam(_ -> true);
    List<List<? extends @Nullable Object>> rows = new ArrayList<>();
    for (Team team : listed(soFar)) {
      rows.add(
          row(
              (long) rows.size() + 1,
              called(team),
              ReportFigures.checkIns(ofDay, team),
              ReportFigures.residents(ofDay, team),
              ReportFigures.checkIns(soFar, team),
              ReportFigures.residents(soFar, team),
              (long) figures.targets().of(team.code()),
              reached(ReportFigures.checkIns(soFar, team), figures.targets().of(team.code()))));
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
        .filter(team -> ReportFigures.checkIns(soFar, team) != 0)
        .forEach(teams::add);
    return teams;
  }

  private String called(Team team) {
    return campaign.team(team.code()) == null
        ? ReportTexts.text("team.former", team.name())
        : team.name();
  }

  private Section teamsSoFar(ReportFigures figures, Map<String, Tally> soFar) {
    List<List<? extends @Nullable Object>> rows = new ArrayList<>();
    for (Team team : listed(soFar)) {
      rows.add(
          row(
              (long) rows.size() + 1,
              called(team),
              ReportFigures.checkIns(soFar, team),
              ReportFigures.residents(soFar, team),
              (long) figures.targets().of(team.code()),
              reached(ReportFigures.checkIns(soFar, team), figures.targets().of(team.code()))));
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

  private Section days(ReportFigures figures) {
    List<List<? extends @Nullable Object>> rows = new ArrayList<>();
    for (int day = 1; day <= Math.min(campaign.dayOf(figures.last()), campaign.days()); day++) {
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
}
