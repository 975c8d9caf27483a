package vn.gocua.kiosk.desk.requests;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.gocua.base.text.FoldedText;
import vn.gocua.kiosk.desk.data.Overview;
import vn.gocua.kiosk.desk.frame.DeskContext;
import vn.gocua.kiosk.desk.frame.DeskPage;
import vn.gocua.kiosk.desk.kit.ConfirmDialog;
import vn.gocua.kiosk.desk.kit.DataTable;
import vn.gocua.kiosk.desk.kit.DeskFigures;
import vn.gocua.kiosk.desk.kit.FactList;
import vn.gocua.kiosk.desk.kit.FilterBar;
import vn.gocua.kiosk.desk.kit.Panel;
import vn.gocua.kiosk.desk.kit.RowButtons;
import vn.gocua.kiosk.desk.kit.TitleAndDetail;
import vn.gocua.kiosk.desk.requests.SuperviseDialog.Choice;
import vn.gocua.kiosk.screen.TicketText;
import vn.gocua.protocol.body.NoFields;
import vn.gocua.protocol.endpoint.Endpoint;
import vn.gocua.protocol.help.Cancellation;
import vn.gocua.protocol.help.ContactInfo;
import vn.gocua.protocol.help.HelpEndpoints;
import vn.gocua.protocol.help.HelpRequestList;
import vn.gocua.protocol.help.Reassignment;
import vn.gocua.protocol.reading.ReadingEndpoints;
import vn.gocua.protocol.reading.ReadingOrder;

/** Requests that are not finished, the longest waiting first. */
@SuppressWarnings("serial") // Sessions live and end in this process.
public final class RequestsPage extends DeskPage {
  private static final List<String> REASONS =
      List.of("double", "unreachable", "not-needed", "out-of-scope", "test", "other");

  private static final List<String> READINGS =
      List.of("call-back", "help-team", "complaint", "check", "data-request", "other");

  private final DataTable<HelpRequestList.Row> grid;
  private final TextField search = new TextField();
  private final FactList ages = new FactList();
  private List<HelpRequestList.Row> listed = List.of();
  private long minute = -1;
  private @Nullable Overview shown;

  public RequestsPage(DeskContext desk) {
    super(desk, "requests");
    grid =
        new DataTable<HelpRequestList.Row>(texts.get("requests.title"), texts.get("requests.none"))
            .main(texts.get("requests.what"), 3, "10rem", this::what)
            .wide(texts.get("requests.state"), 2, "8rem", this::state)
            .wide(texts.get("checkIns.acts"), 1, "14rem", this::acts);
    grid.setAllRowsVisible(true);
    search.setPlaceholder(texts.get("requests.search"));
    search.setAriaLabel(texts.get("requests.search"));
    search.setClearButtonVisible(true);
    search.setValueChangeMode(ValueChangeMode.LAZY);
    search.addValueChangeListener(_ -> search());
    add(ages, new Panel(new FilterBar(search), grid));
  }

  @Override
  protected void show(Overview overview) {
    shown = overview;
    List<HelpRequestList.Row> now =
        overview.data().requests().stream()
            .sorted(
                Comparator.comparing(HelpRequestList.Row::open)
                    .reversed()
                    .thenComparing(HelpRequestList.Row::requestedAt))
            .toList();
    long thisMinute = overview.now().getEpochSecond() / 60;
    if (!now.equals(listed) || thisMinute != minute) {
      listed = now;
      minute = thisMinute;
      list();
      showAges(overview, now);
    }
  }

  /** A ticket's link becomes its code: what else stands in it is the resident's own. */
  private void search() {
    String code = TicketText.code(search.getValue()).orElse(search.getValue());
    if (code.equals(search.getValue())) {
      list();
    } else {
      search.setValue(code);
    }
  }

  private void list() {
    String sought = FoldedText.of(search.getValue());
    grid.setEmptyStateText(texts.get(sought.isEmpty() ? "requests.none" : "requests.noneSuch"));
    grid.setItems(listed.stream().filter(row -> isSought(row, sought)).toList());
  }

  private boolean isSought(HelpRequestList.Row row, String sought) {
    return Stream.of(row.code(), named(row), teamName(row))
        .anyMatch(text -> FoldedText.of(text).contains(sought));
  }

  private String named(HelpRequestList.Row row) {
    return shown == null
        ? ""
        : row.activityName(shown.campaign()::activityName)
            + " · "
            + row.hamletName(shown.campaign()::hamletName);
  }

  private String teamName(HelpRequestList.Row row) {
    return shown == null ? "" : shown.campaign().teamName(row.team());
  }

  private void showAges(Overview overview, List<HelpRequestList.Row> rows) {
    List<Duration> open =
        rows.stream()
            .filter(HelpRequestList.Row::open)
            .map(r -> Duration.between(r.requestedAt().toInstant(), overview.now()))
            .toList();
    ages.show(
        List.of(
            fact("requests.open", open.size()),
            fact("requests.twoHours", open.stream().filter(d -> d.toHours() >= 2).count()),
            fact("requests.aDay", open.stream().filter(d -> d.toHours() >= 24).count()),
            fact("requests.claimed", rows.size() - open.size())));
  }

  private FactList.Fact fact(String name, long number) {
    return new FactList.Fact(texts.get(name), texts.figures().count(number));
  }

  private TitleAndDetail what(HelpRequestList.Row row) {
    return new TitleAndDetail(row.code(), named(row));
  }

  private TitleAndDetail state(HelpRequestList.Row row) {
    if (shown == null) {
      return new TitleAndDetail("", "");
    }
    Duration age = Duration.between(row.requestedAt().toInstant(), shown.now());
    String team = shown.campaign().teamName(row.team());
    String waits = DeskFigures.since(texts, "requests.since", age);
    StringJoiner detail = new StringJoiner(" · ").add(waits);
    if (row.isLeft()) {
      detail.add(texts.get("requests.left"));
    }
    if (row.earlier() != null) {
      detail.add(texts.get("requests.earlier"));
    }
    if (row.lost()) {
      detail.add(texts.get("requests.contactLost"));
    }
    String whose =
        row.waitsForLeader()
            ? texts.get("requests.noTeam")
            : texts.get(row.open() ? "requests.waits" : "requests.has", team);
    return new TitleAndDetail(whose, detail.toString())
        .urgent(row.waitsForLeader() || (row.open() && age.toHours() >= 24));
  }

  private RowButtons acts(HelpRequestList.Row row) {
    RowButtons acts =
        new RowButtons(texts, row.code())
            .add("requests.contact", !row.lost(), () -> ask(row))
            .add("requests.reassign", () -> reassign(row))
            .add("requests.groups", !row.lost(), () -> confirmWithoutGroups(row))
            .danger("requests.strike", () -> strike(row));
    // While teams check in, their check-in closes it.
    return shown != null && shown.isOver()
        ? acts.add("requests.finish", () -> confirmFinish(row))
        : acts;
  }

  private void reassign(HelpRequestList.Row row) {
    if (shown == null) {
      return;
    }
    List<Choice> teams =
        shown.campaign().teams().stream()
            .filter(t -> !t.code().equals(row.team()))
            .map(t -> new Choice(t.code(), t.name()))
            .toList();
    new SuperviseDialog(
            texts,
            "reassign",
            row.code(),
            teams,
            team -> act(row, HelpEndpoints.REASSIGN, new Reassignment(team)))
        .open();
  }

  private void strike(HelpRequestList.Row row) {
    List<Choice> reasons =
        REASONS.stream().map(r -> new Choice(r, texts.get("requests.reason." + r))).toList();
    new SuperviseDialog(
            texts,
            "strike",
            row.code(),
            reasons,
            reason -> act(row, HelpEndpoints.CANCEL, new Cancellation(reason)))
        .open();
  }

  private void confirmFinish(HelpRequestList.Row row) {
    new ConfirmDialog(
            texts,
            texts.get("requests.finish.title", row.code()),
            texts.get("requests.finish.text"),
            texts.get("requests.finish"),
            () -> act(row, HelpEndpoints.FINISH, new NoFields()))
        .open();
  }

  private void confirmWithoutGroups(HelpRequestList.Row row) {
    new ConfirmDialog(
            texts,
            texts.get("requests.groups.title", row.code()),
            texts.get("requests.groups.text"),
            texts.get("requests.groups.act"),
            () -> act(row, HelpEndpoints.WITHDRAW_GROUPS, new NoFields()))
        .warning()
        .open();
  }

  private <B> boolean act(HelpRequestList.Row row, Endpoint<B, ?> what, B body) {
    boolean done = attempt(() -> desk.engine().send(session.caller(), what, body, row.code()));
    if (done) {
      say(texts.get("requests.done"));
      desk.poller().refresh();
    }
    return done;
  }

  private void ask(HelpRequestList.Row row) {
    new ReadingDialog(
            texts,
            texts.get("requests.contact.title", row.code()),
            READINGS,
            why -> attempt(() -> showContact(row, why)))
        .open();
  }

  private void showContact(HelpRequestList.Row row, ReadingOrder why) {
    ContactInfo contact =
        desk.engine().send(session.caller(), ReadingEndpoints.CONTACT, why, row.code());
    Dialog dialog = new Dialog();
    dialog.setHeaderTitle(row.code());
    dialog.add(
        new Paragraph(contact.name()),
        new Anchor("tel:" + contact.phone(), contact.phone()),
        new Paragraph(contact.address()));
    dialog.getFooter().add(new Button(texts.get("enrol.done"), _ -> dialog.close()));
    dialog.open();
  }
}
