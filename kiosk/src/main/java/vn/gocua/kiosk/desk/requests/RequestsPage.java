package vn.gocua.kiosk.desk.requests;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
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
import vn.gocua.kiosk.desk.kit.DataTable;
import vn.gocua.kiosk.desk.kit.FactList;
import vn.gocua.kiosk.desk.kit.Panel;
import vn.gocua.kiosk.desk.kit.RowButtons;
import vn.gocua.kiosk.desk.kit.TitleAndDetail;
import vn.gocua.kiosk.desk.requests.SuperviseDialog.Choice;
import vn.gocua.kiosk.feed.Wire;

/** Requests that are not finished, the longest waiting first. */
@SuppressWarnings("serial") // Sessions live and end in this process.
public final class RequestsPage extends DeskPage {
  private static final List<String> REASONS =
      List.of("double", "unreachable", "not-needed", "out-of-scope", "test", "other");

  private final DataTable<HelpRequests.Row> grid;
  private final FactList ages = new FactList();
  private List<HelpRequests.Row> listed = List.of();
  private long minute = -1;
  private @Nullable Overview shown;

  public RequestsPage(DeskContext desk) {
    super(desk, "requests");
    grid =
        new DataTable<HelpRequests.Row>(words.text("requests.title"), words.text("requests.none"))
            .main(words.text("requests.what"), 3, "10rem", this::what)
            .wide(words.text("requests.state"), 2, "8rem", this::state)
            .wide(words.text("checkIns.acts"), 1, "14rem", this::acts);
    grid.setAllRowsVisible(true);
    add(ages, new Panel(grid));
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
    ages.show(
        List.of(
            fact("requests.open", open.size()),
            fact("requests.twoHours", open.stream().filter(d -> d.toHours() >= 2).count()),
            fact("requests.aDay", open.stream().filter(d -> d.toHours() >= 24).count()),
            fact("requests.claimed", rows.size() - open.size())));
  }

  private FactList.Fact fact(String name, long number) {
    return new FactList.Fact(words.text(name), words.count(number));
  }

  private TitleAndDetail what(HelpRequests.Row row) {
    return new TitleAndDetail(
        row.code(),
        shown == null
            ? ""
            : shown.campaign().activityName(row.activity())
                + " · "
                + shown.campaign().hamletName(row.hamlet()));
  }

  private TitleAndDetail state(HelpRequests.Row row) {
    if (shown == null) {
      return new TitleAndDetail("", "");
    }
    Duration age = Duration.between(row.requestedAt(), shown.now());
    String team = shown.campaign().teamName(row.team());
    String waits = words.text("requests.since", words.ago(age));
    return new TitleAndDetail(
            words.text(row.open() ? "requests.waits" : "requests.has", team),
            row.lost() ? waits + " · " + words.text("requests.contactLost") : waits)
        .urgent(row.open() && age.toHours() >= 24);
  }

  private RowButtons acts(HelpRequests.Row row) {
    return new RowButtons(words, row.code())
        .add("requests.contact", !row.lost(), () -> ask(row))
        .add("requests.reassign", () -> reassign(row))
        .danger("requests.strike", () -> strike(row));
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
        attempt(() ->
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
    attempt(() -> {
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
