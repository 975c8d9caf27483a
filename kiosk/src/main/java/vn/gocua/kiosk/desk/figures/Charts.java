package vn.gocua.kiosk.desk.figures;

import com.vaadin.flow.component.html.Div;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import vn.gocua.base.text.Texts;
import vn.gocua.kiosk.desk.chart.Chart;
import vn.gocua.kiosk.desk.chart.Drawing;
import vn.gocua.kiosk.desk.chart.Table;
import vn.gocua.kiosk.desk.data.Overview;
import vn.gocua.kiosk.desk.kit.DeskFigures;
import vn.gocua.kiosk.screen.Dom;
import vn.gocua.protocol.board.BoardMessage.Standing;
import vn.gocua.protocol.board.StatsByDay;
import vn.gocua.protocol.board.StatsByHour;
import vn.gocua.protocol.campaign.CampaignInfo;
import vn.gocua.protocol.campaign.CampaignInfo.Named;

/** Charts of a scope, without those that are empty in it. */
@SuppressWarnings("serial") // Sessions live and end in this process.
public final class Charts extends Div {
  private static final int FIRST_HOUR = 6;
  private static final int LAST_HOUR = 21;

  private final Texts texts;
  private final Chart days;
  private final Chart heat;
  private final Chart activities;
  private final Chart groups;
  private final Chart hamlets;
  private final Chart teams;

  public Charts(Texts texts) {
    this.texts = texts;
    addClassName("chart-grid");
    days = chart("days");
    heat = chart("heat");
    activities = chart("activities");
    groups = chart("groups");
    hamlets = chart("hamlets");
    teams = chart("teams");
    days.addClassName("chart-wide");
    teams.addClassName("chart-wide");
    add(days, heat, activities, groups, hamlets, teams);
  }

  private Chart chart(String name) {
    return new Chart(texts, texts.get("figures." + name), texts.get("figures.file." + name));
  }

  /** Shows the counts of a scope. */
  public void show(Overview overview, FigureFilter scope, StatsByDay stats, StatsByHour hours) {
    CampaignInfo campaign = overview.campaign();
    Totals sums = Totals.of(stats, scope, campaign);
    boolean ofAllActivities = scope.activity() == null;
    Dom.visible(days, scope.day() == null);
    if (scope.day() == null) {
      showDays(overview, scope, sums);
    }
    Dom.visible(heat, ofAllActivities && scope.hamlet() == null);
    showHeat(hours);
    Dom.visible(activities, ofAllActivities);
    showBars(
        activities,
        "activities",
        named(campaign.activities(), sums.byActivity()),
        texts.get("unit.checkIns"));
    Dom.visible(groups, ofAllActivities);
    showBars(
        groups, "groups", named(campaign.groups(), sums.byGroup()), texts.get("unit.residents"));
    Dom.visible(hamlets, ofAllActivities && scope.hamlet() == null && scope.team() == null);
    showHamlets(campaign, hours);
    Dom.visible(teams, scope.team() == null);
    showTeams(campaign, scope, sums);
  }

  private record Item(String name, long count) {}

  private static List<Item> named(List<Named> names, Map<String, Long> counts) {
    return names.stream()
        .map(n -> new Item(n.name(), counts.getOrDefault(n.code(), 0L)))
        .sorted(Comparator.comparingLong(Item::count).reversed())
        .toList();
  }

  private void showBars(Chart chart, String name, List<Item> items, String unit) {
    List<String> names = items.stream().map(Item::name).toList();
    List<Long> counts = items.stream().map(Item::count).toList();
    long sum = counts.stream().mapToLong(Long::longValue).sum();
    List<List<Object>> rows = new ArrayList<>();
    items.forEach(i ->
        rows.add(
            List.of(
                i.name(),
                i.count(),
                sum == 0 ? "" : DeskFigures.percent(texts, (double) i.count() / sum))));
    chart.show(
        Drawing.bars(texts, names, counts, unit),
        new Table(
            List.of(texts.get("figures.column." + name), unit, texts.get("figures.column.share")),
            rows),
        texts.get("figures." + name));
  }

  private void showDays(Overview overview, FigureFilter scope, Totals sums) {
    CampaignInfo campaign = overview.campaign();
    int last = Math.clamp(overview.board().day(), 1, campaign.days());
    List<Long> counts = sums.ofDays(last);
    List<String> labels =
        IntStream.rangeClosed(1, last).mapToObj(d -> texts.get("figures.dayLabel", d)).toList();
    double needed =
        scope.activity() == null && scope.hamlet() == null ? needed(overview, scope) : 0;
    List<List<Object>> rows = new ArrayList<>();
    for (int day = 1; day <= last; day++) {
      rows.add(List.of(texts.figures().date(campaign.dateOf(day)), day, counts.get(day - 1)));
    }
    chartDays(labels, counts, needed, rows);
  }

  private void chartDays(
      List<String> labels, List<Long> counts, double needed, List<List<Object>> rows) {
    days.show(
        Drawing.days(
            texts,
            labels,
            counts,
            needed,
            texts.get("figures.needed", Math.round(needed)),
            texts.get("unit.checkIns")),
        new Table(
            List.of(
                texts.get("figures.column.date"),
                texts.get("figures.column.day"),
                texts.get("unit.checkIns")),
            rows),
        texts.get(
            "figures.days.label",
            counts.stream().mapToLong(Long::longValue).sum(),
            counts.stream().mapToLong(Long::longValue).max().orElse(0)));
  }

  private static double needed(Overview overview, FigureFilter scope) {
    double target =
        scope.team() == null
            ? overview.checkIns().target()
            : overview.board().standing(scope.team()).map(Standing::target).orElse(0);
    return target / overview.campaign().days();
  }

  private void showHeat(StatsByHour hours) {
    long[][] counts = new long[7][LAST_HOUR - FIRST_HOUR + 1];
    for (StatsByHour.Cell cell : hours.cells()) {
      int column = Math.clamp(cell.hour(), FIRST_HOUR, LAST_HOUR) - FIRST_HOUR;
      counts[cell.weekday() - 1][column] += cell.checkIns();
    }
    List<String> weekdays =
        IntStream.rangeClosed(1, 7)
            .mapToObj(d -> DayOfWeek.of(d).getDisplayName(TextStyle.SHORT, texts.locale()))
            .toList();
    List<String> labels =
        IntStream.rangeClosed(FIRST_HOUR, LAST_HOUR).mapToObj(this::hourName).toList();
    long[] without = new long[7];
    hours.withoutHour().forEach(day -> without[day.weekday() - 1] += day.checkIns());
    long all = Arrays.stream(without).sum();
    heat.note(all == 0 ? "" : texts.get("figures.heat.withoutHour", all));
    List<String> columns = new ArrayList<>(List.of(texts.get("figures.column.weekday")));
    columns.addAll(labels);
    if (all > 0) {
      columns.add(texts.get("figures.column.withoutHour"));
    }
    List<List<Object>> rows = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      List<Object> row = new ArrayList<>(List.of(weekdays.get(i)));
      for (long count : counts[i]) {
        row.add(count);
      }
      if (all > 0) {
        row.add(without[i]);
      }
      rows.add(row);
    }
    heat.show(
        Drawing.heat(texts, weekdays, labels, counts, texts.get("unit.checkIns")),
        new Table(columns, rows),
        texts.get("figures.heat.label"));
  }

  /** The first and the last include all hours before and after. */
  private String hourName(int hour) {
    return texts.get(
        hour == FIRST_HOUR
            ? "figures.hour.first"
            : hour == LAST_HOUR ? "figures.hour.last" : "figures.hour",
        hour);
  }

  private void showHamlets(CampaignInfo campaign, StatsByHour hours) {
    List<Item> items =
        hours.hamlets().stream()
            .map(p -> {
              String hamlet = p.hamlet();
              return new Item(
                  hamlet == null ? texts.get("figures.noHamlet") : campaign.hamletName(hamlet),
                  p.checkIns());
            })
            .sorted(Comparator.comparingLong(Item::count).reversed())
            .toList();
    showBars(hamlets, "hamlets", items, texts.get("unit.checkIns"));
  }

  private void showTeams(CampaignInfo campaign, FigureFilter scope, Totals sums) {
    java.util.Set<String> wanted = Totals.teams(scope.hamlet(), campaign);
    List<CampaignInfo.Team> shown =
        campaign.teams().stream().filter(t -> wanted.contains(t.code())).toList();
    List<Named> parts =
        campaign.activities().stream()
            .filter(a -> scope.activity() == null || a.code().equals(scope.activity()))
            .toList();
    List<List<Long>> counts = new ArrayList<>();
    for (Named part : parts) {
      counts.add(
          shown.stream()
              .map(t ->
                  sums.byTeamAndActivity()
                      .getOrDefault(t.code(), Map.of())
                      .getOrDefault(part.code(), 0L))
              .toList());
    }
    List<String> columns = new ArrayList<>(List.of(texts.get("figures.column.team")));
    parts.forEach(p -> columns.add(p.name()));
    columns.add(texts.get("figures.column.sum"));
    List<List<Object>> rows = new ArrayList<>();
    for (int i = 0; i < shown.size(); i++) {
      List<Object> row = new ArrayList<>(List.of(shown.get(i).name()));
      for (List<Long> part : counts) {
        row.add(part.get(i));
      }
      row.add(sums.byTeam().getOrDefault(shown.get(i).code(), 0L));
      rows.add(row);
    }
    teams.show(
        Drawing.stacked(
            texts,
            shown.stream().map(CampaignInfo.Team::name).toList(),
            parts.stream().map(Named::name).toList(),
            counts,
            texts.get("unit.checkIns")),
        new Table(columns, rows),
        texts.get("figures.teams"));
  }
}
