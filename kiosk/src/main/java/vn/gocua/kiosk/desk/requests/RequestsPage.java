package vn.gocua.kiosk.desk.requests;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.gocua.kiosk.desk.api.DeskEngine;
import vn.gocua.kiosk.desk.api.HelpRequests;
import vn.gocua.kiosk.desk.data.Overview;
import vn.gocua.kiosk.desk.frame.DeskContext;
import vn.gocua.kiosk.desk.frame.DeskPage;
import vn.gocua.kiosk.desk.kit.ConfirmDialog;
import vn.gocua.kiosk.desk.kit.NarrowScreen;
import vn.gocua.kiosk.desk.requests.SuperviseDialog.Choice;
import vn.gocua.kiosk.feed.Wire;
import vn.gocua.kiosk.screen.Dom;

/** Requests that are not finished, the longest waiting first. */
@SuppressWarnings("serial") // Sessions live and end in this process.
public final class RequestsPage extends DeskPage {
  private static final List<String> REASONS =
      List.of("double", "unreachable", "not-needed", "out-of-scope", "test", "other");

  private final Grid<HelpRequests.Row> grid = new Grid<>();
  private final Div ages = Dom.div("fact-list");
  private List<HelpRequests.Row> listed = List.of();
  private long minute = -1;
  private @Nullable Overview shown;
  private final NarrowScreen narrow = new NarrowScreen();

  public RequestsPage(DeskContext desk) {
    super(desk, "requests");
    grid.addThemeVariants(GridVariant.NO_BORDER);
    grid.setAriaLabel(words.text("requests.title"));
    grid.setSelectionMode(Grid.SelectionMode.NONE);
    grid.setAllRowsVisible(true);
    grid.setEmptyStateText(words.text("requests.none"));
    grid.addComponentColumn(r -> narrow.is() ? new Div(what(r), state(r), acts(r)) : what(r))
        .setHeader(words.text("requests.what"))
        .setFlexGrow(3)
        .setWidth("10rem");
    Grid.Column<HelpRequests.Row> state =
        grid.addComponentColumn(this::state)
            .setHeader(words.text("requests.state"))
            .setFlexGrow(2)
            .setWidth("8rem");
    Grid.Column<HelpRequests.Row> acts =
        grid.addComponentColumn(this::acts)
            .setHeader(words.text("checkIns.acts"))
            .setFlexGrow(1)
            .setWidth("14rem");
    narrow.hide(this, grid, List.of(state, acts));
    add(ages, Dom.div("panel", grid));
  }

  @Override
  protected void show(Overview overview) {
    shown = overview;
    List<HelpRequests.Row> now =
        overview.around().requests().stream()
            .sorted(
                Comparator.comparing(HelpRequests.Row::open)
                    .reversed()
                    .thenComparing(HelpRequests.Row::requestedAt))
            .toList();
    long thisMinute = overview.now().getEpochSecond() / 60;
    if (!now.equals(listed) || thisMinute != minute) {
      listed = now;
      minute = thisMinute;
      grid.setItems(now);
      showAges(overview, now);
    }
  }

  private void showAges(Overview overview, List<HelpRequests.Row> rows) {
    List<Duration> open =
        rows.stream()
            .filter(HelpRequests.Row::open)
            .map(r -> Duration.between(r.requestedAt(), overview.now()))
            .toList();
    ages.removeAll();
    ages.add(
        fact("requests.open", open.size()),
        fact("requests.twoHours", open.stream().filter(d -> d.toHours() >= 2).count()),
        fact("requests.aDay", open.stream().filter(d -> d.toHours() >= 24).count()),
        fact("requests.claimed", rows.size() - open.size()));
  }

  private Div fact(String name, long number) {
    Span label = Dom.span("fact-label");
    label.setText(words.text(name));
    Span value = Dom.span("fact-number");
    value.setText(words.count(number));
    return Dom.div("fact-item", label, value);
  }

  private Div what(HelpRequests.Row row) {
    Span code = Dom.span("row-title");
    code.setText(row.code());
    Span detail = Dom.span("row-detail");
    if (shown != null) {
      detail.setText(
          shown.campaign().activityName(row.activity())
              + " · "
              + shown.campaign().hamletName(row.hamlet()));
    }
    return Dom.div("title-detail", code, detail);
  }

  private Div state(HelpRequests.Row row) {
    Span state = Dom.span("row-title");
    Span since = Dom.span("row-detail");
    if (shown != null) {
      Duration age = Duration.between(row.requestedAt(), shown.now());
      String team = shown.campaign().teamName(row.team());
      state.setText(
          row.open() ? words.text("requests.waits", team) : words.text("requests.has", team));
      String waits = words.text("requests.since", words.ago(age));
      since.setText(row.lost() ? waits + " · " + words.text("requests.contactLost") : waits);
      state
          .getElement()
          .setAttribute("data-old", String.valueOf(row.open() && age.toHours() >= 24));
    }
    return Dom.div("title-detail", state, since);
  }

  private Div acts(HelpRequests.Row row) {
    Button contact = new Button(words.text("requests.contact"), _ -> ask(row));
    contact.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.TERTIARY);
    contact.setEnabled(!row.lost());
    Button reassign = new Button(words.text("requests.reassign"), _ -> reassign(row));
    reassign.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.TERTIARY);
    Button cancel = new Button(words.text("requests.strike"), _ -> strike(row));
    cancel.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.TERTIARY, ButtonVariant.ERROR);
    for (Button act : List.of(contact, reassign, cancel)) {
      act.setAriaLabel(words.text("actOn", act.getText(), row.code()));
    }
    return Dom.div("row-buttons", contact, reassign, cancel);
  }

  private void reassign(HelpRequests.Row row) {
    if (shown == null) {
      return;
    }
    List<Choice> teams =
        shown.campaign().teams().stream()
            .filter(t -> !t.code().equals(row.team()))
            .map(t -> new Choice(t.code(), t.name()))
            .toList();
    new SuperviseDialog(
            words,
            "reassign",
            row.code(),
            teams,
            team -> act(row, "reassign", Map.of("team", team)))
        .open();
  }

  private void strike(HelpRequests.Row row) {
    List<Choice> reasons =
        REASONS.stream().map(r -> new Choice(r, words.text("requests.reason." + r))).toList();
    new SuperviseDialog(
            words,
            "strike",
            row.code(),
            reasons,
            reason -> act(row, "cancel", Map.of("reason", reason)))
        .open();
  }

  private boolean act(HelpRequests.Row row, String what, Map<String, String> body) {
    boolean done =
        attempt(
            () ->
                desk.engine()
                    .post(
                        session.asker(),
                        "/api/v1/help-requests/" + DeskEngine.part(row.code()) + "/" + what,
                        body));
    if (done) {
      say(words.text("requests.done"));
      desk.watch().refresh();
    }
    return done;
  }

  private void ask(HelpRequests.Row row) {
    new ConfirmDialog(
            words,
            words.text("requests.contact.title", row.code()),
            words.text("requests.contact.text"),
            words.text("requests.contact.act"),
            () -> showContact(row))
        .open();
  }

  record Contact(String name, String phone, String address) {
    Contact {
      Wire.require("contact", name, phone, address);
    }
  }

  private void showContact(HelpRequests.Row row) {
    attempt(
        () -> {
          Contact contact =
              desk.engine()
                  .get(
                      session.asker(),
                      "/api/v1/help-requests/" + DeskEngine.part(row.code()) + "/contact",
                      Contact.class);
          Dialog dialog = new Dialog();
          dialog.setHeaderTitle(row.code());
          dialog.add(
              new Paragraph(contact.name()),
              new Anchor("tel:" + contact.phone(), contact.phone()),
              new Paragraph(contact.address()));
          dialog.getFooter().add(new Button(words.text("enrol.done"), _ -> dialog.close()));
          dialog.open();
        });
  }
}
