package vn.gocua.engine.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
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
        teams(figures, figures.byTeam(_ -> true), teamsOfDay));
  }

  /** Those of the report of the campaign. */
  List<Section> ofCampaign(ReportFigures figures, Map<String, Tally> teams, List<Unit> units) {
    List<Section> sections = new ArrayList<>();
    sections.add(
        counted("activities", "activity", campaign.activities(), figures, null, Tally::byActivity));
    sections.add(counted("groups", "group", campaign.groups(), figures, null, Tally::byGroup));
    sections.add(teams(figures, teams, null));
    sections.add(days(figures));
    if (!units.isEmpty()) {
      sections.add(training(units));
    }
    return sections;
  }

  /** A column, and what it says of a row. */
  private record Cells<T>(Column column, Function<T, ? extends @Nullable Object> of) {}

  private static <T> Cells<T> text(String heading, float width, Function<T, ?> of) {
    return new Cells<>(Column.text(ReportTexts.text("column." + heading), width), of);
  }

  private static <T> Cells<T> number(
      String heading, float width, Function<T, ? extends @Nullable Number> of) {
    return new Cells<>(Column.number(ReportTexts.text("column." + heading), width), of);
  }

  private static Section training(List<Unit> units) {
    return section(
        "training",
        numbered("no", 1.2f),
        units,
        List.of(
            text("unit", 7, Unit::name),
            number("trained", 2.5f, unit -> (long) unit.trained()),
            number("staff", 2.5f, unit -> (long) unit.total()),
            number("reached", 2.2f, unit -> reached(unit.trained(), (long) unit.total()))),
        true);
  }

  /**
   * Counts by activity or group.
   *
   * @param day null for a report without a column of the day
   */
  private static Section counted(
      String name,
      String column,
      List<CodedName> all,
      ReportFigures figures,
      @Nullable Tally day,
      Function<Tally, Counts> counts) {
    boolean people = name.equals("groups");
    String what = people ? "residents" : "check-ins";
    Counts soFar = counts.apply(figures.soFar());
    List<Cells<CodedName>> cells = new ArrayList<>();
    cells.add(text(column, day == null ? 8 : 6, CodedName::name));
    if (day != null) {
      Counts ofDay = counts.apply(day);
      cells.add(number("day-" + what, 3, each -> ofDay.of(each.code())));
    }
    cells.add(number(day == null ? what : "sofar-" + what, 3, each -> soFar.of(each.code())));
    // A check-in may name several groups: their sum would mean nothing.
    return section(name, numbered("no", 1), all, cells, !people);
  }

  /**
   * Counts by team.
   *
   * @param ofDay null for a report without columns of the day
   */
  private Section teams(
      ReportFigures figures, Map<String, Tally> soFar, @Nullable Map<String, Tally> ofDay) {
    float width = ofDay == null ? 2.5f : 2.2f;
    String so = ofDay == null ? "" : "sofar-";
    List<Cells<Team>> cells = new ArrayList<>();
    cells.add(text("team", ofDay == null ? 5 : 4, this::called));
    if (ofDay != null) {
      cells.add(number("day-check-ins", width, team -> ReportFigures.checkIns(ofDay, team)));
      cells.add(number("day-residents", width, team -> ReportFigures.residents(ofDay, team)));
    }
    cells.add(number(so + "check-ins", width, team -> ReportFigures.checkIns(soFar, team)));
    cells.add(number(so + "residents", width, team -> ReportFigures.residents(soFar, team)));
    cells.add(number("target", width, team -> promised(figures, team)));
    cells.add(
        number(
            "reached",
            2.2f,
            team -> reached(ReportFigures.checkIns(soFar, team), promised(figures, team))));
    return section("teams", numbered("no", 1.2f), listed(soFar), cells, true);
  }

  /** A team's target; null for a team without one, and for one that was struck off. */
  private @Nullable Long promised(ReportFigures figures, Team team) {
    long target = figures.targets().of(team.code());
    return target == 0 || campaign.team(team.code()) == null ? null : Long.valueOf(target);
  }

  /** The teams, and those removed that have counts: without them the sums would be wrong. */
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

  private Section days(ReportFigures figures) {
    int last = Math.min(campaign.dayOf(figures.last()), campaign.days());
    return section(
        "days",
        numbered("day", 2),
        IntStream.rangeClosed(1, last).mapToObj(campaign::dateOfDay).toList(),
        List.of(
            text("date", 4, date -> date),
            number("check-ins", 3, date -> figures.onDay(date).checkIns()),
            number("residents", 3, date -> figures.onDay(date).residents())),
        true);
  }

  /** The first column: it counts the rows. */
  private static Column numbered(String heading, float width) {
    return Column.number(ReportTexts.text("column." + heading), width);
  }

  private static <T> Section section(
      String name, Column first, List<T> all, List<Cells<T>> cells, boolean withTotal) {
    List<Column> columns = new ArrayList<>(List.of(first));
    cells.forEach(each -> columns.add(each.column()));
    List<List<? extends @Nullable Object>> rows = new ArrayList<>();
    for (T one : all) {
      List<@Nullable Object> row = new ArrayList<>();
      row.add(rows.size() + 1L);
      cells.forEach(each -> row.add(each.of().apply(one)));
      rows.add(row);
    }
    return new Section(
        ReportTexts.text("section." + name),
        ReportTexts.text("sheet." + name),
        columns,
        rows,
        withTotal ? total(columns, rows) : null);
  }

  /**
   * The sums of all columns of whole numbers but the first; what a row leaves out counts nothing.
   */
  private static List<? extends @Nullable Object> total(
      List<Column> columns, List<List<? extends @Nullable Object>> rows) {
    List<@Nullable Object> total = new ArrayList<>();
    total.add(null);
    total.add(ReportTexts.text("total"));
    for (int i = 2; i < columns.size(); i++) {
      int column = i;
      List<@Nullable Object> cells = new ArrayList<>();
      rows.forEach(row -> cells.add(row.get(column)));
      List<Long> counts =
          cells.stream().filter(Long.class::isInstance).map(Long.class::cast).toList();
      boolean whole = cells.stream().allMatch(cell -> cell == null || cell instanceof Long);
      total.add(
          whole && counts.isEmpty() == rows.isEmpty()
              ? Long.valueOf(counts.stream().mapToLong(Long::longValue).sum())
              : null);
    }
    int last = columns.size() - 1;
    if (total.get(last) == null && total.size() > 4) {
      // «Reached» of all teams: done divided by target.
      Object done = total.get(last == 7 ? 4 : 2);
      Object promised = total.get(last - 1);
      total.set(last, done instanceof Long d && promised instanceof Long p ? reached(d, p) : null);
    }
    return total;
  }

  private static @Nullable Double reached(long done, @Nullable Long promised) {
    return promised == null || promised == 0 ? null : Double.valueOf((double) done / promised);
  }
}
