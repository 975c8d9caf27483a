package vn.gocua.kiosk.desk.phones;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.gocua.kiosk.desk.data.Overview;
import vn.gocua.kiosk.desk.kit.ConfirmDialog;
import vn.gocua.kiosk.desk.kit.DataTable;
import vn.gocua.kiosk.desk.kit.DeskWords;
import vn.gocua.kiosk.desk.kit.Panel;
import vn.gocua.kiosk.desk.kit.RowButtons;
import vn.gocua.kiosk.desk.kit.StatusChip;
import vn.gocua.kiosk.desk.kit.StatusChip.Tone;
import vn.gocua.kiosk.desk.kit.TitleAndDetail;
import vn.gocua.kiosk.screen.Dom;
import vn.gocua.protocol.access.DeviceList;

/** A table of phones: enrolment, last activity, unsent check-ins, revoking. */
@SuppressWarnings("serial") // Sessions live and end in this process.
public final class PhonesGrid extends Panel {
  private final DeskWords words;
  private final Consumer<String> revoke;
  private final DataTable<DeviceList.Row> grid;
  private List<DeviceList.Row> shown = List.of();
  private @Nullable Overview overview;

  /**
   * @param ofAllTeams whether each phone names its team
   * @param revoke shuts the phone with this id out
   */
  public PhonesGrid(DeskWords words, boolean ofAllTeams, Consumer<String> revoke) {
    super(words.text("phones.list"));
    this.words = words;
    this.revoke = revoke;
    addClassName("phones");
    grid = new DataTable<>(words.text("phones.list"), words.text("phones.none"));
    grid.setAllRowsVisible(true);
    grid.setPartNameGenerator(d -> d.revoked() ? "voided" : null);
    if (ofAllTeams) {
      grid.addColumn(d -> overview == null ? d.team() : overview.campaign().teamName(d.team()))
          .setHeader(words.text("overview.column.name"))
          .setComparator(Comparator.comparing(DeviceList.Row::team))
          .setSortable(true);
    }
    grid.main(words.text("phones.phone"), 2, "9rem", this::phone);
    grid.wideNumber(
            words.text("phones.waiting"),
            "7rem",
            d -> d.waiting() == null ? "–" : words.count(d.waitingCount()),
            this::waiting)
        .setComparator(Comparator.comparingInt(DeviceList.Row::waitingCount))
        .setSortable(ofAllTeams);
    grid.wide(words.text("checkIns.acts"), 0, "6.5rem", this::acts);
    add(grid);
  }

  /** Empty if nothing waits. */
  private Span waiting(DeviceList.Row device) {
    Span waiting = Dom.span("row-strong");
    waiting.setText(
        device.waitingCount() == 0
            ? ""
            : words.text("phones.waiting") + ": " + words.count(device.waitingCount()));
    return waiting;
  }

  private TitleAndDetail phone(DeviceList.Row device) {
    Instant contact = device.lastContactAt();
    String heard =
        device.revoked()
            ? words.text("phones.shutOut")
            : contact == null
                ? words.text("phones.unheard")
                : words.text("phones.heard", words.ago(Duration.between(contact, Instant.now())));
    String since =
        overview == null
            ? ""
            : words.text(
                "phones.since",
                words.date(device.enrolledAt().atZone(overview.campaign().zone()).toLocalDate()),
                DeviceList.shortName(device.device()));
    TitleAndDetail phone = new TitleAndDetail(heard, since);
    return device.overQuota()
        ? phone.status(new StatusChip(Tone.BAD, words.text("phones.quota")))
        : phone;
  }

  private Div acts(DeviceList.Row device) {
    return device.revoked()
        ? new Div()
        : new RowButtons(words, DeviceList.shortName(device.device()))
            .danger("phones.revoke", () -> ask(device));
  }

  private void ask(DeviceList.Row device) {
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

  public void show(Overview now, List<DeviceList.Row> devices) {
    List<DeviceList.Row> sorted =
        devices.stream()
            .sorted(
                Comparator.comparing(DeviceList.Row::revoked)
                    .thenComparing(DeviceList.Row::team)
                    .thenComparing(DeviceList.Row::enrolledAt, Comparator.reverseOrder()))
            .toList();
    boolean first = overview == null;
    overview = now;
    if (first || !sorted.equals(shown)) {
      shown = sorted;
      grid.setItems(sorted);
    }
  }
}
