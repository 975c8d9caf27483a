package vn.gocua.kiosk.desk.team;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.gocua.base.text.Texts;
import vn.gocua.kiosk.desk.kit.DataTable;
import vn.gocua.kiosk.desk.kit.DeskFigures;
import vn.gocua.kiosk.desk.kit.Panel;
import vn.gocua.kiosk.desk.kit.RowButtons;
import vn.gocua.kiosk.desk.kit.TitleAndDetail;
import vn.gocua.kiosk.screen.Dom;
import vn.gocua.protocol.campaign.CampaignInfo;
import vn.gocua.protocol.checkin.CheckInList;

/** A team's check-ins, newest first; each can be voided or corrected. */
@SuppressWarnings("serial") // Sessions live and end in this process.
final class CheckInsPanel extends Panel {
  private final Texts texts;
  private final DataTable<CheckInList.Row> grid;
  private final Select<Integer> day = new Select<>();
  private @Nullable CampaignInfo campaign;
  private Instant now = Instant.EPOCH;
  private int today;

  /**
   * @param dayChosen receives the chosen day; 0 for the latest of all days
   */
  CheckInsPanel(
      Texts texts,
      Consumer<Integer> dayChosen,
      Consumer<CheckInList.Row> voidCheckIn,
      Consumer<CheckInList.Row> correct) {
    this.texts = texts;
    addClassName("check-ins");
    day.setAriaLabel(texts.get("checkIns.day"));
    day.setItemLabelGenerator(this::dayName);
    day.addValueChangeListener(e -> {
      if (e.isFromClient() && e.getValue() != null) {
        dayChosen.accept(e.getValue());
      }
    });
    grid = new DataTable<>(texts.get("checkIns.title"), texts.get("checkIns.none"));
    grid.setPartNameGenerator(r -> r.voided() == null ? null : "voided");
    grid.main(texts.get("checkIns.what"), 3, "11rem", this::what);
    grid.number(texts.get("checkIns.people"), "5rem", r -> texts.figures().count(r.residents()));
    grid.wide(texts.get("checkIns.when"), 1, "8rem", this::when)
        .wide(texts.get("checkIns.acts"), 0, "11rem", r -> acts(r, voidCheckIn, correct));
    add(
        Dom.div(
            "panel-head", Panel.heading(texts.get("checkIns.title")), Dom.div("panel-tools", day)),
        grid);
  }

  private TitleAndDetail what(CheckInList.Row row) {
    CampaignInfo known = campaign;
    List<String> more = new ArrayList<>();
    if (known != null && !row.groups().isEmpty()) {
      more.add(row.groups().stream().map(known::groupName).collect(Collectors.joining(", ")));
    }
    String hamlet = row.hamlet();
    if (known != null && hamlet != null) {
      more.add(known.hamletName(hamlet));
    }
    if (row.helpRequest() != null) {
      more.add(texts.get("checkIns.ticket", row.helpRequest()));
    }
    if (row.channel() != null) {
      more.add(texts.get("checkIns.paper"));
    }
    if (row.replaces() != null) {
      more.add(texts.get("checkIns.correction"));
    }
    TitleAndDetail what =
        new TitleAndDetail(
            known == null ? row.activity() : known.activityName(row.activity()),
            String.join(" · ", more));
    String reason = row.voided();
    if (reason != null && known != null) {
      String by = row.voidedBy() == null ? "" : who(row.voidedBy());
      what.warning(
          texts.get(
              row.replacedBy() == null ? "checkIns.voided" : "checkIns.replaced",
              texts.get("reason." + reason),
              by,
              row.voidedAt() == null
                  ? ""
                  : DeskFigures.moment(texts, row.voidedAt().toInstant(), now, known.zone())));
    }
    return what;
  }

  /** The author in words: a phone's id means nothing to people. */
  private String who(String by) {
    return by.matches("[0-9a-f-]{36}") ? texts.get("checkIns.byPhone") : by;
  }

  private TitleAndDetail when(CheckInList.Row row) {
    CampaignInfo known = campaign;
    if (known == null) {
      return new TitleAndDetail("", "");
    }
    String got =
        texts.get(
            "checkIns.received",
            DeskFigures.moment(
                texts, row.receivedAt().toInstant(), row.occurredAt().toInstant(), known.zone()));
    return new TitleAndDetail(
        at(row, known.zone()), row.ofADayOnly() ? texts.get("checkIns.noHour") + " · " + got : got);
  }

  private String at(CheckInList.Row row, ZoneId zone) {
    return row.ofADayOnly()
        ? texts.figures().date(row.occurredAt().atZoneSameInstant(zone).toLocalDate())
        : DeskFigures.moment(texts, row.occurredAt().toInstant(), now, zone);
  }

  private Div acts(
      CheckInList.Row row,
      Consumer<CheckInList.Row> voidCheckIn,
      Consumer<CheckInList.Row> correct) {
    CampaignInfo known = campaign;
    if (row.voided() != null || known == null) {
      return new Div();
    }
    String about = known.activityName(row.activity()) + ", " + at(row, known.zone());
    return new RowButtons(texts, about)
        .add("checkIns.correct", () -> correct.accept(row))
        .danger("checkIns.takeBack", () -> voidCheckIn.accept(row));
  }

  void show(CampaignInfo known, Instant time, int boardDay, List<CheckInList.Row> rows) {
    campaign = known;
    now = time;
    int last = Math.clamp(boardDay, 1, known.days());
    if (last != today) {
      today = last;
      Integer chosen = day.getValue();
      List<Integer> days = new ArrayList<>(List.of(0));
      IntStream.rangeClosed(1, last).map(i -> last + 1 - i).forEach(days::add);
      day.setItems(days);
      day.setValue(chosen == null ? Integer.valueOf(0) : chosen);
    }
    grid.setItems(rows);
  }

  private String dayName(@Nullable Integer number) {
    return number == null || number == 0 || campaign == null
        ? texts.get("checkIns.latest")
        : texts.get("figures.dayChoice", number, texts.figures().date(campaign.dateOf(number)));
  }
}
