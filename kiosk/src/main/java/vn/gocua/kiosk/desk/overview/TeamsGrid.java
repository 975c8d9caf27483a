package vn.gocua.kiosk.desk.overview;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.Grid.Column;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.data.provider.ListDataProvider;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.function.ValueProvider;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import vn.gocua.kiosk.desk.DeskWords;
import vn.gocua.kiosk.desk.insight.TeamRow;

/**
 * All teams as rows. Live: a row that changes is sent alone; only when its place changes too are
 * all sent, and even then scroll, order and selection stay what the reader made them.
 */
@SuppressWarnings("serial") // Sessions live and end in this process.
final class TeamsGrid extends Grid<TeamRow> {
  private final DeskWords words;
  private final Map<String, TeamRow> rows = new HashMap<>();
  private final List<TeamRow> roster = new ArrayList<>();
  private final Teams provider = new Teams(roster);
  private final List<Column<TeamRow>> wideOnly = new ArrayList<>();
  private Map<String, String> agos = Map.of();
  private List<String> order = List.of();
  private Predicate<TeamRow> filter = _ -> true;

  /** A team stays the same item while its numbers change. */
  private static final class Teams extends ListDataProvider<TeamRow> {
    Teams(List<TeamRow> rows) {
      super(rows);
    }

    @Override
    public Object getId(TeamRow row) {
      return row.code();
    }
  }

  TeamsGrid(DeskWords words) {
    this.words = words;
    addClassName("teams-grid");
    addThemeVariants(GridVariant.NO_BORDER);
    setAriaLabel(words.text("overview.teams"));
    setSelectionMode(SelectionMode.SINGLE);
    setMultiSort(false);
    setItems(provider);
    setAllRowsVisible(true);
    setEmptyStateText(words.text("overview.noTeam"));
    Column<TeamRow> name =
        addColumn(
                LitRenderer.<TeamRow>of(
                        "<a class=\"team-link\" href=\"${item.href}\">${item.name}</a>")
                    .withProperty("href", r -> "leader/teams/" + r.code())
                    .withProperty("name", TeamRow::name))
            .setKey("name")
            .setComparator(Comparator.comparing(TeamRow::code));
    head(name, "name").setWidth("6.5rem").setFlexGrow(1);
    wideOnly.add(
        head(addColumn(TeamRow::hamlets).setComparator(TeamRow::hamlets), "hamlets")
            .setFlexGrow(2)
            .setWidth("7rem"));
    number("today", TeamRow::today, 6.5);
    number("total", TeamRow::checkIns, 5.5);
    wideOnly.add(number("residents", TeamRow::residents, 6));
    Column<TeamRow> pace =
        addColumn(
                LitRenderer.<TeamRow>of(
                        "<span class=\"pace-cell\" data-pace=\"${item.level}\"><span class=\"pace-sign\" role=\"img\" "
                            + "aria-label=\"${item.word}\" title=\"${item.word}\"></span>${item.pace}</span>")
                    .withProperty("level", r -> r.level().code())
                    .withProperty("word", r -> words.wall("pace." + r.level().code()))
                    .withProperty("pace", r -> r.pace() == null ? "–" : words.percent(r.pace())))
            .setKey("pace")
            .setComparator(Comparator.comparingDouble(TeamRow::paceOrLeast));
    head(pace, "pace").setWidth("6.5rem").setFlexGrow(0).setTextAlign(ColumnTextAlign.END);
    wideOnly.add(number("rank", r -> (long) r.rank(), 4.5));
    Column<TeamRow> last =
        addColumn(
                LitRenderer.<TeamRow>of(
                        "<span class=\"last-cell\" data-silence=\"${item.silence}\">${item.ago}</span>")
                    .withProperty("silence", r -> r.silence().code())
                    .withProperty("ago", r -> agos.getOrDefault(r.code(), "")))
            .setKey("last")
            .setComparator(
                Comparator.comparing(r -> r.lastAt() == null ? Instant.MIN : r.lastAt()));
    wideOnly.add(head(last, "last").setWidth("8.5rem").setFlexGrow(0));
    wideOnly.add(number("requests", r -> (long) r.openRequests(), 5.5));
    wideOnly.add(number("waiting", r -> (long) r.waiting(), 5.5));
    addSortListener(_ -> order = inOrder());
  }

  private Column<TeamRow> number(String key, ValueProvider<TeamRow, Long> value, double width) {
    Column<TeamRow> column =
        addColumn(r -> words.count(value.apply(r))).setKey(key).setComparator(value);
    return head(column, key)
        .setTextAlign(ColumnTextAlign.END)
        .setWidth(width + "rem")
        .setFlexGrow(0);
  }

  private Column<TeamRow> head(Column<TeamRow> column, String key) {
    return column.setHeader(words.text("overview.column." + key)).setSortable(true);
  }

  /** A narrow screen has room for what matters most only. */
  void narrow(boolean narrow) {
    wideOnly.forEach(c -> c.setVisible(!narrow));
  }

  void filter(Predicate<TeamRow> wanted) {
    filter = wanted;
    provider.setFilter(wanted::test);
    order = inOrder();
  }

  void show(List<TeamRow> now, Instant time) {
    Map<String, String> newAgos = new HashMap<>();
    for (TeamRow row : now) {
      newAgos.put(
          row.code(),
          row.lastAt() == null
              ? words.text("never")
              : words.ago(Duration.between(row.lastAt(), time)));
    }
    List<TeamRow> changed =
        now.stream()
            .filter(r ->
                !r.equals(rows.get(r.code()))
                    || !String.valueOf(newAgos.get(r.code())).equals(agos.get(r.code())))
            .toList();
    agos = newAgos;
    if (changed.isEmpty() && now.size() == roster.size()) {
      return;
    }
    boolean sameTeams =
        now.size() == roster.size()
            && rows.keySet().containsAll(now.stream().map(TeamRow::code).toList());
    roster.clear();
    roster.addAll(now);
    rows.clear();
    now.forEach(r -> rows.put(r.code(), r));
    List<String> newOrder = inOrder();
    if (sameTeams && newOrder.equals(order)) {
      changed.stream().filter(filter).forEach(provider::refreshItem);
    } else {
      provider.refreshAll();
    }
    order = newOrder;
  }

  private List<String> inOrder() {
    Comparator<TeamRow> comparator = (_, _) -> 0;
    for (GridSortOrder<TeamRow> sort : getSortOrder()) {
      comparator = sort.getSorted().getComparator(sort.getDirection());
    }
    if (getSortOrder().isEmpty()) {
      return roster.stream().filter(filter).map(TeamRow::code).toList();
    }
    return roster.stream().filter(filter).sorted(comparator).map(TeamRow::code).toList();
  }

  /** The least at pace first: where somebody is needed. */
  void sortBySlowest() {
    sort(List.of(new GridSortOrder<>(getColumnByKey("pace"), SortDirection.ASCENDING)));
  }
}
