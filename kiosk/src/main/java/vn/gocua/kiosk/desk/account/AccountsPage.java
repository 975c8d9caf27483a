package vn.gocua.kiosk.desk.account;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.gocua.kiosk.desk.api.DeskEngine;
import vn.gocua.kiosk.desk.data.Overview;
import vn.gocua.kiosk.desk.frame.DeskContext;
import vn.gocua.kiosk.desk.frame.DeskPage;
import vn.gocua.kiosk.desk.kit.ButtonRow;
import vn.gocua.kiosk.desk.kit.ConfirmDialog;
import vn.gocua.kiosk.desk.kit.Panel;
import vn.gocua.kiosk.desk.kit.RowButtons;
import vn.gocua.kiosk.desk.kit.RowList;
import vn.gocua.kiosk.desk.kit.TitleAndDetail;
import vn.gocua.kiosk.feed.Wire;

/** Who may sign in, for admins: open, lock, reset. */
@SuppressWarnings("serial") // Sessions live and end in this process.
public final class AccountsPage extends DeskPage {
  private static final String ACCOUNTS = "/api/v1/accounts";

  /** Whoever was held up longer ago may try again by now. */
  private static final Duration LATELY = Duration.ofHours(1);

  private final TextField username = new TextField();
  private final Select<String> role = new Select<>();
  private final RowList<Row> list;
  private final Map<String, Instant> held = new HashMap<>();

  record Row(
      String username, String role, boolean disabled, boolean mustChangePassword, boolean totp) {
    Row {
      Wire.require("account", username, role);
    }
  }

  record All(List<Row> accounts) {
    All {
      Wire.require("accounts", accounts);
    }
  }

  /** From the audit: who was held up lately, having tried too often. */
  record Held(List<Line> lines) {
    record Line(Instant at, String who) {
      Line {
        Wire.require("line of the audit", at, who);
      }
    }

    Held {
      Wire.require("audit", lines);
    }
  }

  record WithPassword(String username, String oneTimePassword) {
    WithPassword {
      Wire.require("account", username, oneTimePassword);
    }
  }

  public AccountsPage(DeskContext desk) {
    super(desk, "accounts");
    username.setLabel(words.text("accounts.username"));
    username.setMaxLength(40);
    role.setLabel(words.text("accounts.role"));
    role.setItems("leader", "admin");
    role.setItemLabelGenerator(code -> words.text("role." + code));
    role.setValue("leader");
    list = new RowList<>("", this::item);
    add(
        new Panel(
            Panel.text(words.text("accounts.username.rule")),
            new ButtonRow(
                username, role, ButtonRow.primary(words.text("accounts.open"), this::open))),
        new Panel(words.text("accounts.all"), list));
    list();
  }

  private void open() {
    if (username.isEmpty()) {
      trouble(words.text("accounts.incomplete"));
      return;
    }
    Map<String, String> wish =
        Map.of(
            "username", username.getValue().strip().toLowerCase(Locale.ROOT),
            "role", role.getValue());
    attempt(() -> {
      tell(desk.engine().post(session.asker(), ACCOUNTS, wish, WithPassword.class));
      username.clear();
      list();
    });
  }

  /** A one-time password is seen once: it stays until somebody has closed it. */
  private void tell(WithPassword made) {
    Dialog dialog = new Dialog(words.text("accounts.once.title", made.username()));
    dialog.setCloseOnOutsideClick(false);
    Paragraph password = new Paragraph(made.oneTimePassword());
    password.addClassName("secret-text");
    dialog.add(new Paragraph(words.text("accounts.once.text")), password);
    dialog.getFooter().add(new Button(words.text("accounts.once.done"), _ -> dialog.close()));
    dialog.open();
  }

  private void list() {
    attempt(() -> {
      All all = desk.engine().get(session.asker(), ACCOUNTS, All.class);
      held.clear();
      desk.engine()
          .get(session.asker(), "/api/v1/audit?what=sign-in-locked&limit=50", Held.class)
          .lines()
          .forEach(line -> held.putIfAbsent(line.who(), line.at()));
      list.show(all.accounts());
    });
  }

  private ListItem item(Row row) {
    TitleAndDetail text = new TitleAndDetail(row.username(), String.join(" · ", states(row)));
    return RowList.row(text, acts(row));
  }

  private List<String> states(Row row) {
    List<String> states = new ArrayList<>();
    states.add(words.text("role." + row.role()));
    if (row.disabled()) {
      states.add(words.text("accounts.disabled"));
    }
    if (row.mustChangePassword()) {
      states.add(words.text("accounts.mustChange"));
    }
    if (row.totp()) {
      states.add(words.text("accounts.totp"));
    }
    Overview known = overview();
    Instant since = held.get(row.username());
    if (since != null && known != null && since.isAfter(known.now().minus(LATELY))) {
      states.add(
          words.text("accounts.held", words.moment(since, known.now(), known.campaign().zone())));
    }
    return states;
  }

  private RowButtons acts(Row row) {
    RowButtons acts = new RowButtons(words, row.username());
    sure(acts, row, "reset-password", "accounts.reset", Map.of());
    if (!row.username().equals(session.username())) {
      boolean admin = row.role().equals("admin");
      sure(
          acts,
          row,
          "role",
          admin ? "accounts.makeLeader" : "accounts.makeAdmin",
          Map.of("role", admin ? "leader" : "admin"));
      sure(acts, row, "end-sessions", "accounts.endSessions", Map.of());
      if (row.disabled()) {
        // What can be undone by one more press is not asked first.
        acts.add(
            "accounts.enable",
            () -> attempt(() -> done(row, "enable", "accounts.enable", Map.of())));
      } else {
        sure(acts, row, "disable", "accounts.disable", Map.of());
      }
    }
    return acts;
  }

  /** An act that asks first. */
  private void sure(RowButtons acts, Row row, String act, String text, Map<String, String> body) {
    acts.add(
        text,
        () ->
            new ConfirmDialog(
                    words,
                    words.text("actOn", words.text(text), row.username()),
                    words.text(text + ".text"),
                    words.text(text),
                    () -> attempt(() -> done(row, act, text, body)))
                .open());
  }

  private void done(Row row, String act, String text, Map<String, String> body) {
    String path = ACCOUNTS + "/" + DeskEngine.part(row.username()) + "/" + act;
    if (act.equals("reset-password")) {
      tell(desk.engine().post(session.asker(), path, body, WithPassword.class));
    } else {
      desk.engine().post(session.asker(), path, body);
      say(words.text(text + ".said", row.username()));
    }
    desk.watch().tryAll();
    list();
  }
}
