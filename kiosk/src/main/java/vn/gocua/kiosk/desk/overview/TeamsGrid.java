package vn.gocua.kiosk.desk.overview;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.data.provider.ListDataProvider;
import com.vaadin.flow.data.renderer.LitRenderer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.gocua.base.text.Texts;
import vn.gocua.kiosk.desk.data.Overview;
import vn.gocua.kiosk.desk.data.TeamRow;
import vn.gocua.kiosk.desk.frame.DeskLinks;
import vn.gocua.kiosk.desk.live.LiveElement;
import vn.gocua.kiosk.desk.team.TeamPage;
import vn.gocua.protocol.campaign.CampaignInfo;

/**
 * All teams as rows. Their figures move by themselves ({@link LiveElement}). Rows are sent only
 * when their order or filter changes; the reader's scroll, order and selection stay.
 */
@SuppressWarnings("serial") // Sessions live and end in this process.
final class TeamsGrid extends Grid<TeamRow> {
  /** Rows that overtake each other all the time could not be read. */
  private static final Duration CALM = Duration.ofSeconds(1);

  private final Texts texts;
  private final Supplier<@Nullable Overview> newest;
  private final List<TeamRow> roster = new ArrayList<>();
  private final Teams provider = new Teams(roster);
  private final List<Column<TeamRow>> wideOnly = new ArrayList<>();

  /** Also read by the update loop's thread. */
  private volatile View view = new View(null, null, null, List.of(), 0);

  /**
   * The reader's view.
   *
   * @param roster with the teams' names; null without data
   * @param sorting null for the roster's order
   * @param filter null for all
   * @param order codes of the rows, from the first
   */
  private record View(
      @Nullable CampaignInfo roster,
      @Nullable Comparator<TeamRow> sorting,
      @Nullable Predicate<TeamRow> filter,
      List<String> order,
      long shownAt) {

    View with(@Nullable Comparator<TeamRow> newSorting, @Nullable Predicate<TeamRow> newFilter) {
      return new View(roster, newSorting, newFilter, order, shownAt);
    }

    View of(Overview overview) {
      return new View(
          overview.campaign(), sorting, filter, order(overview.teams()), System.nanoTime());
    }

    @SuppressWarnings("ReferenceEquality") // The same campaign has the same names.
    boolean differs(Overview overview) {
      return roster != overview.campaign()
          || ((sorting != null || filter != null) && !order.equals(order(overview.teams())));
    }

    private List<String> order(List<TeamRow> rows) {
      Stream<TeamRow> wanted = filter == null ? rows.stream() : rows.stream().filter(filter);
      return (sorting == null ? wanted : wanted.sorted(sorting)).map(TeamRow::code).toList();
    }
  }

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

  /**
   * @param newest gives the present overview
   */
  TeamsGrid(Texts texts, Supplier<@Nullable Overview> newest) {
    this.texts = texts;
    this.newest = newest;
    addClassName("teams-grid");
    addThemeVariants(GridVariant.NO_BORDER);
    setAriaLabel(texts.get("overview.teams"));
    setSelectionMode(SelectionMode.SINGLE);
    setMultiSort(false);
    setItems(provider);
    setAllRowsVisible(true);
    setEmptyStateText(texts.get("overview.noTeam"));
    Column<TeamRow> name =
        addColumn(
            LitRenderer.<TeamRow>of(
                    "<a class=\"overview-team\" href=\"${item.href}\">${item.name}</a>")
                .withProperty("href", row -> DeskLinks.path(TeamPage.class, "team", row.code()))
                .withProperty("name", TeamRow::name));
    head(name, "name", Comparator.comparing(TeamRow::code)).setWidth("6.5rem").setFlexGrow(1);
    Column<TeamRow> hamlets = addColumn(TeamRow::hamlets);
    wideOnly.add(
        head(hamlets, "hamlets", Comparator.comparing(TeamRow::hamlets))
            .setFlexGrow(2)
            .setWidth("7rem"));
    number("today", Comparator.comparingLong(TeamRow::today), 6.5);
    number("total", Comparator.comparingLong(TeamRow::checkIns), 5.5);
    wideOnly.add(number("residents", Comparator.comparingLong(TeamRow::residents), 6));
    Column<TeamRow> pace =
        live(
            LiveElement.template(
                "overview-pace",
                "data-pace=${item.code}/level",
                "<live-part class=\"overview-pace-sign\" role=\"img\""
                    + " live=\"aria-label=${item.code}/word title=${item.code}/word\"></live-part>"
                    + figure("pace")));
    head(pace, "pace", Comparator.comparingDouble(TeamRow::paceOrLeast))
        .setWidth("6.5rem")
        .setFlexGrow(0)
        .setTextAlign(ColumnTextAlign.END);
    wideOnly.add(number("rank", Comparator.comparingInt(TeamRow::rank), 4.5));
    Column<TeamRow> last =
        live(
            LiveElement.template(
                "overview-last", "data-silence=${item.code}/silence text=${item.code}/ago", ""));
    Comparator<TeamRow> byLast =
        Comparator.comparing(r -> r.lastAt() == null ? Instant.MIN : r.lastAt());
    wideOnly.add(head(last, "last", byLast).setWidth("8.5rem").setFlexGrow(0));
    wideOnly.add(number("requests", Comparator.comparingInt(TeamRow::openRequests), 6.5));
    wideOnly.add(number("waiting", Comparator.comparingInt(TeamRow::waiting), 6.5));
    addSortListener(_ -> sorted());
  }

  private static String figure(String figure) {
    return LiveElement.template("figure", "text=${item.code}/" + figure, "");
  }

  private Column<TeamRow> live(String template) {
    return addColumn(LitRenderer.<TeamRow>of(template).withProperty("code", TeamRow::code));
  }

  private Column<TeamRow> number(String key, Comparator<TeamRow> comparator, double width) {
    return head(live(figure(key)), key, comparator)
        .setTextAlign(ColumnTextAlign.END)
        .setWidth(width + "rem")
        .setFlexGrow(0);
  }

  private Column<TeamRow> head(Column<TeamRow> column, String key, Comparator<TeamRow> comparator) {
    return column
        .setKey(key)
        .setComparator(comparator)
        .setHeader(texts.get("overview.column." + key))
        .setSortable(true);
  }

  /** Shows the main columns only, on a narrow screen. */
  void narrow(boolean narrow) {
    wideOnly.forEach(c -> c.setVisible(!narrow));
  }

  /**
   * @param wanted null for all
   */
  void filter(@Nullable Predicate<TeamRow> wanted) {
    view = view.with(view.sorting(), wanted);
    catchUp();
    provider.setFilter(wanted == null ? null : wanted::test);
  }

  private void sorted() {
    Comparator<TeamRow> sorting = null;
    for (GridSortOrder<TeamRow> sort : getSortOrder()) {
      sorting = sort.getSorted().getComparator(sort.getDirection());
    }
    view = view.with(sorting, view.filter());
    catchUp();
  }

  /** Whether rows come, go or move. Callable from any thread. */
  boolean moves(Overview now) {
    View seen = view;
    return System.nanoTime() - seen.shownAt() >= CALM.toNanos() && seen.differs(now);
  }

  void show(Overview now) {
    if (view.differs(now)) {
      fill(now);
      provider.refreshAll();
    }
  }

  /** Rows are about to be sent: as they are now. */
  private void catchUp() {
    Overview now = newest.get();
    if (now != null) {
      fill(now);
    }
  }

  private void fill(Overview now) {
    roster.clear();
    roster.addAll(now.teams());
    view = view.of(now);
  }
}
