package vn.gocua.kiosk.desk.phones;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.gocua.kiosk.desk.api.Devices;
import vn.gocua.kiosk.desk.data.Overview;
import vn.gocua.kiosk.desk.kit.ConfirmDialog;
import vn.gocua.kiosk.desk.kit.DeskWords;
import vn.gocua.kiosk.desk.kit.NarrowScreen;
import vn.gocua.kiosk.screen.Dom;

/** Phones: since when, last heard of, what they have not sent; each can be shut out. */
@SuppressWarnings("serial") // Sessions live and end in this process.
public final class PhonesGrid extends Div {
  private final DeskWords words;
  private final Consumer<String> revoke;
  private final Grid<Devices.Row> grid = new Grid<>();
  private List<Devices.Row> shown = List.of();
  private @Nullable Overview overview;
  private final NarrowScreen narrow = new NarrowScreen();

  /**
   * @param ofAllTeams whether each phone names its team
   * @param revoke shuts the phone with this id out
   */
  public PhonesGrid(DeskWords words, boolean ofAllTeams, Consumer<String> revoke) {
    this.words = words;
    this.revoke = revoke;
    addClassNames("panel", "phones");
    H2 heading = new H2(words.text("phones.list"));
    heading.addClassName("panel-title");
    grid.addThemeVariants(GridVariant.NO_BORDER);
    grid.setAriaLabel(words.text("phones.list"));
    grid.setSelectionMode(Grid.SelectionMode.NONE);
    grid.setEmptyStateText(words.text("phones.none"));
    grid.setAllRowsVisible(true);
    grid.setPartNameGenerator(d -> d.revoked() ? "voided" : null);
    if (ofAllTeams) {
      grid.addColumn(d -> overview == null ? d.team() : overview.campaign().teamName(d.team()))
          .setHeader(words.text("overview.column.name"))
          .setComparator(Comparator.comparing(Devices.Row::team))
          .setSortable(true);
    }
    grid.addComponentColumn(d -> narrow.is() ? new Div(phone(d), waiting(d), acts(d)) : phone(d))
        .setHeader(words.text("phones.phone"))
        .setFlexGrow(2)
        .setWidth("9rem");
    Grid.Column<Devices.Row> waiting =
        grid.addColumn(d -> d.waiting() == null ? "–" : words.count(d.waitingCount()))
            .setHeader(words.text("phones.waiting"))
            .setTextAlign(ColumnTextAlign.END)
            .setWidth("7rem")
            .setFlexGrow(0)
            .setComparator(Comparator.comparingInt(Devices.Row::waitingCount))
            .setSortable(ofAllTeams);
    Grid.Column<Devices.Row> acts =
        grid.addComponentColumn(this::acts)
            .setHeader(words.text("checkIns.acts"))
            .setWidth("6.5rem")
            .setFlexGrow(0);
    narrow.hide(this, grid, List.of(waiting, acts));
    add(Dom.div("panel-head", heading), grid);
  }

  /** Nothing waits: nothing is said. */
  private Span waiting(Devices.Row device) {
    Span waiting = Dom.span("row-strong");
    waiting.setText(
        device.waitingCount() == 0
            ? ""
            : words.text("phones.waiting") + ": " + words.count(device.waitingCount()));
    return waiting;
  }

  private Div phone(Devices.Row device) {
    Span heard = Dom.span("row-title");
    Instant contact = device.lastContactAt();
    heard.setText(
        device.revoked()
            ? words.text("phones.shutOut")
            : contact == null
                ? words.text("phones.unheard")
                : words.text("phones.heard", words.ago(Duration.between(contact, Instant.now()))));
    Span since = Dom.span("row-detail");
    if (overview != null) {
      String date =
          words.date(device.enrolledAt().atZone(overview.campaign().zone()).toLocalDate());
      since.setText(words.text("phones.since", date, Devices.shortName(device.device())));
    }
    Span quota = Dom.span("status-chip");
    quota.setText(device.overQuota() ? words.text("phones.quota") : "");
    return Dom.div("title-detail", heard, since, quota);
  }

  private Div acts(Devices.Row device) {
    if (device.revoked()) {
      return new Div();
    }
    Button out = new Button(words.text("phones.revoke"), _ -> ask(device));
    out.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.TERTIARY, ButtonVariant.ERROR);
    out.addClassName("revoke");
    return Dom.div("row-buttons", out);
  }

  private void ask(Devices.Row device) {
    String team = overview == null ? device.team() : overview.campaign().teamName(device.team());
    new ConfirmDialog(
            words,
            words.text("phones.revoke.title", team),
            words.text("phones.revoke.text"),
            words.text("phones.revoke"),
            () -> revoke.accept(device.device()))
        .warning()
        .open();
  }

  public void show(Overview now, List<Devices.Row> devices) {
    List<Devices.Row> sorted =
        devices.stream()
            .sorted(
                Comparator.comparing(Devices.Row::revoked)
                    .thenComparing(Devices.Row::team)
                    .thenComparing(Devices.Row::enrolledAt, Comparator.reverseOrder()))
            .toList();
    boolean first = overview == null;
    overview = now;
    if (first || !sorted.equals(shown)) {
      shown = sorted;
      grid.setItems(sorted);
    }
  }
}
