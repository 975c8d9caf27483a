package vn.gocua.kiosk.desk.team;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.gocua.base.text.Texts;
import vn.gocua.kiosk.desk.data.PhoneNames;
import vn.gocua.kiosk.desk.kit.DataTable;
import vn.gocua.kiosk.desk.kit.DeskFigures;
import vn.gocua.kiosk.desk.kit.Panel;
import vn.gocua.kiosk.desk.kit.RowButtons;
import vn.gocua.kiosk.desk.kit.TitleAndDetail;
import vn.gocua.kiosk.screen.Dom;
import vn.gocua.protocol.access.DeviceList;
import vn.gocua.protocol.campaign.CampaignInfo;
import vn.gocua.protocol.checkin.CheckInList;

/** A team's check-ins, newest first; each can be voided or corrected. */
@SuppressWarnings("serial") // Sessions live and end in this process.
final class CheckInsPanel extends Panel {
  /** In place of a phone's id. */
  private static final String ALL = "";

  private final Texts texts;
  private final DataTable<CheckInList.Row> grid;
  private final Select<Integer> day = new Select<>();
  private final Select<String> phone = new Select<>();
  private final Button more = new Button();
  private final Runnable list;
  private List<DeviceList.Row> phones = List.of();
  private int pages = 1;
  private @Nullable CampaignInfo campaign;
  private Instant now = Instant.EPOCH;
  private int today;

  /**
   * @param list lists anew what is wanted
   */
  CheckInsPanel(
      Texts texts,
      Runnable list,
      Consumer<CheckInList.Row> voidCheckIn,
      Consumer<CheckInList.Row> correct) {
    this.texts = texts;
    this.list = list;
    addClassName("check-ins");
    day.setAriaLabel(texts.get("checkIns.day"));
    day.setItemLabelGenerator(this::dayName);
    day.addValueChangeListener(e -> {
      if (e.isFromClient() && e.getValue() != null) {
        listAnew(1);
      }
    });
    phone.setAriaLabel(texts.get("checkIns.phone"));
    phone.setItems(ALL);
    phone.setValue(ALL);
    phone.setItemLabelGenerator(this::phoneName);
    phone.addValueChangeListener(e -> {
      if (e.isFromClient() && e.getValue() != null) {
        listAnew(1);
      }
    });
    more.setText(texts.get("audit.more"));
    more.setVisible(false);
    more.addClickListener(_ -> listAnew(pages + 1));
    grid = new DataTable<>(texts.get("checkIns.title"), texts.get("checkIns.none"));
    grid.setPartNameGenerator(r -> r.voided() == null ? null : "voided");
    grid.main(texts.get("checkIns.what"), 3, "11rem", this::what);
    grid.number(texts.get("checkIns.people"), "5rem", r -> texts.figures().count(r.residents()));
    grid.wide(texts.get("checkIns.when"), 1, "8rem", this::when)
        .wide(texts.get("checkIns.acts"), 0, "11rem", r -> acts(r, voidCheckIn, correct));
    add(
        Dom.div(
            "panel-head",
            Panel.heading(texts.get("checkIns.title")),
            Dom.div("panel-tools", phone, day)),
        grid,
        more);
  }

  private void listAnew(int howMany) {
    pages = howMany;
    list.run();
  }

  /** What the filters ask for. */
  WantedCheckIns wanted() {
    String one = phone.getValue();
    Integer chosen = day.getValue();
    return new WantedCheckIns(
        chosen == null ? 0 : chosen, one == null || one.equals(ALL) ? null : one, pages);
  }

  /** The team's phones, which may be chosen. */
  void know(List<DeviceList.Row> ofTeam) {
    if (!ofTeam.equals(phones)) {
      phones = ofTeam;
      choices(phone.getValue());
    }
  }

  /** Shows what one phone sent on all days. */
  void showPhone(String device) {
    choices(device);
    day.setValue(0);
    listAnew(1);
    scrollIntoView();
  }

  private void choices(@Nullable String chosen) {
    Set<String> choices = new LinkedHashSet<>(List.of(ALL));
    phones.forEach(known -> choices.add(known.device()));
    if (chosen != null) {
      choices.add(chosen);
    }
    phone.setItems(choices);
    phone.setValue(chosen == null ? ALL : chosen);
  }

  private String phoneName(@Nullable String device) {
    return device == null || device.equals(ALL)
        ? texts.get("checkIns.phone.all")
        : PhoneNames.of(texts, phones, device);
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
    } else if (row.by() != null) {
      more.add(texts.get("checkIns.from", who(row.by())));
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

  private String who(String by) {
    return PhoneNames.who(texts, phones, by);
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

  void show(CampaignInfo known, Instant time, int boardDay, CheckInList listed) {
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
    grid.setItems(listed.checkIns());
    more.setVisible(Boolean.TRUE.equals(listed.more()));
  }

  private String dayName(@Nullable Integer number) {
    return number == null || number == 0 || campaign == null
        ? texts.get("checkIns.latest")
        : texts.get("figures.dayChoice", number, texts.figures().date(campaign.dateOf(number)));
  }
}
