package vn.gocua.kiosk.desk.phones.list;

import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.gocua.base.text.Texts;
import vn.gocua.kiosk.desk.data.Overview;
import vn.gocua.kiosk.desk.data.PhoneNames;
import vn.gocua.kiosk.desk.kit.ConfirmDialog;
import vn.gocua.kiosk.desk.kit.DataTable;
import vn.gocua.kiosk.desk.kit.DeskFigures;
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
  private final Texts texts;
  private final InstantSource clock;
  private final PhoneActs acts;
  private final DataTable<DeviceList.Row> grid;
  private List<DeviceList.Row> shown = List.of();
  private @Nullable Overview overview;

  /**
   * @param ofAllTeams whether each phone names its team
   */
  public PhonesGrid(Texts texts, InstantSource clock, boolean ofAllTeams, PhoneActs acts) {
    super(texts.get("phones.list"));
    this.texts = texts;
    this.clock = clock;
    this.acts = acts;
    addClassName("phones");
    grid = new DataTable<>(texts.get("phones.list"), texts.get("phones.none"));
    grid.setAllRowsVisible(true);
    grid.setPartNameGenerator(d -> d.revoked() ? "voided" : null);
    if (ofAllTeams) {
      grid.addColumn(d -> overview == null ? d.team() : overview.campaign().teamName(d.team()))
          .setHeader(texts.get("overview.column.name"))
          .setComparator(Comparator.comparing(DeviceList.Row::team))
          .setSortable(true);
    }
    grid.main(texts.get("phones.phone"), 2, ofAllTeams ? "9rem" : "7.5rem", this::phone);
    grid.wideNumber(
            texts.get("phones.waiting"),
            ofAllTeams ? "7rem" : "6.5rem",
            d -> d.waiting() == null ? "–" : texts.figures().count(d.waitingCount()),
            this::waiting)
        .setComparator(Comparator.comparingInt(DeviceList.Row::waitingCount))
        .setSortable(ofAllTeams);
    grid.wide(
        texts.get("checkIns.acts"), ofAllTeams ? 1 : 0, ofAllTeams ? "17rem" : "8rem", this::acts);
    add(grid);
  }

  /** Empty if nothing waits. */
  private Span waiting(DeviceList.Row device) {
    Span waiting = Dom.span("row-strong");
    waiting.setText(
        device.waitingCount() == 0
            ? ""
            : texts.get("phones.waiting") + ": " + texts.figures().count(device.waitingCount()));
    return waiting;
  }

  private TitleAndDetail phone(DeviceList.Row device) {
    Instant contact = device.lastContactAt();
    String heard =
        device.unused()
            ? texts.get("phones.unused")
            : device.revoked()
                ? texts.get("phones.shutOut")
                : contact == null
                    ? unheard(device)
                    : texts.get(
                        "phones.heard",
                        DeskFigures.ago(texts, Duration.between(contact, clock.instant())));
    String since =
        overview == null
            ? ""
            : texts.get(
                "phones.since",
                texts
                    .figures()
                    .date(device.enrolledAt().atZone(overview.campaign().zone()).toLocalDate()));
    TitleAndDetail phone =
        TitleAndDetail.of(PhoneNames.of(texts, device)).detail(heard).detail(since);
    return device.overQuota()
        ? phone.status(new StatusChip(Tone.BAD, texts.get("phones.quota")))
        : phone;
  }

  /** Since the engine's start nothing was heard of it; what was before is known by its day. */
  private String unheard(DeviceList.Row device) {
    return device.usedOn() == null
        ? texts.get("phones.unheard")
        : texts.get("phones.usedOn", texts.figures().date(device.usedOn()));
  }

  private RowButtons acts(DeviceList.Row device) {
    RowButtons buttons =
        new RowButtons(texts, PhoneNames.of(texts, device))
            .add("phones.sent", () -> acts.sent().accept(device))
            .add("phones.rename", () -> acts.name(device));
    return device.revoked() ? buttons : buttons.danger("phones.revoke", () -> ask(device));
  }

  private void ask(DeviceList.Row device) {
    String team = overview == null ? device.team() : overview.campaign().teamName(device.team());
    new ConfirmDialog(
            texts,
            texts.get("phones.revoke.title", PhoneNames.of(texts, device), team),
            texts.get("phones.revoke.text"),
            texts.get("phones.revoke"),
            () -> acts.revoke(device))
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
