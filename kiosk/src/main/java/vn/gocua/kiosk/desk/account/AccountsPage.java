package vn.gocua.kiosk.desk.account;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.gocua.kiosk.desk.api.DeskEngine;
import vn.gocua.kiosk.desk.data.Overview;
import vn.gocua.kiosk.desk.frame.DeskContext;
import vn.gocua.kiosk.desk.frame.DeskPage;
import vn.gocua.kiosk.desk.kit.ConfirmDialog;
import vn.gocua.kiosk.feed.Wire;
import vn.gocua.kiosk.screen.Dom;

/** Who may sign in, for admins: open, lock, reset. */
@SuppressWarnings("serial") // Sessions live and end in this process.
public final class AccountsPage extends DeskPage {
  private static final String ACCOUNTS = "/api/v1/accounts";

  /** Whoever was held up longer ago may try again by now. */
  private static final Duration LATELY = Duration.ofHours(1);

  private final TextField username = new TextField();
  private final Select<String> role = new Select<>();
  private final UnorderedList list = new UnorderedList();

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
    Button open = new Button(words.text("accounts.open"), _ -> open());
    open.addThemeVariants(ButtonVariant.PRIMARY);
    H2 all = new H2(words.text("accounts.all"));
    all.addClassName("panel-title");
    list.addClassName("row-list");
    add(
        Dom.div(
            "panel",
            new Paragraph(words.text("accounts.username.rule")),
            Dom.div("button-row", username, role, open)),
        Dom.div("panel", all, list));
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
    attempt(
        () -> {
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
    attempt(
        () -> {
          All all = desk.engine().get(session.asker(), ACCOUNTS, All.class);
          Map<String, Instant> held = new HashMap<>();
          desk.engine()
              .get(session.asker(), "/api/v1/audit?what=sign-in-locked&limit=50", Held.class)
              .lines()
              .forEach(line -> held.putIfAbsent(line.who(), line.at()));
          list.removeAll();
          all.accounts().forEach(row -> list.add(item(row, held.get(row.username()))));
        });
  }

  private ListItem item(Row row, @Nullable Instant held) {
    Span name = Dom.span("row-title");
    name.setText(row.username());
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
    if (held != null && known != null && held.isAfter(known.now().minus(LATELY))) {
      states.add(
          words.text("accounts.held", words.moment(held, known.now(), known.campaign().zone())));
    }
    Span detail = Dom.span("row-detail");
    detail.setText(String.join(" · ", states));
    Div acts = Dom.div("button-row", sure(row, "reset-password", "accounts.reset", Map.of()));
    if (!row.username().equals(session.username())) {
      boolean admin = row.role().equals("admin");
      acts.add(
          sure(
              row,
              "role",
              admin ? "accounts.makeLeader" : "accounts.makeAdmin",
              Map.of("role", admin ? "leader" : "admin")),
          sure(row, "end-sessions", "accounts.endSessions", Map.of()));
      acts.add(
          row.disabled()
              ? act(row, "enable", "accounts.enable")
              : sure(row, "disable", "accounts.disable", Map.of()));
    }
    return new ListItem(Dom.div("title-detail", name, detail), acts);
  }

  /** An act that asks first. */
  private Button sure(Row row, String act, String text, Map<String, String> body) {
    Button button =
        new Button(
            words.text(text),
            _ ->
                new ConfirmDialog(
                        words,
                        words.text("actOn", words.text(text), row.username()),
                        words.text(text + ".text"),
                        words.text(text),
                        () -> attempt(() -> done(row, act, text, body)))
                    .open());
    named(button, row, text);
    return button;
  }

  /** What can be undone by one more press: unlocking is undone by locking. */
  private Button act(Row row, String act, String text) {
    Button button =
        new Button(words.text(text), _ -> attempt(() -> done(row, act, text, Map.of())));
    named(button, row, text);
    return button;
  }

  private void named(Button button, Row row, String text) {
    button.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.TERTIARY);
    button.setAriaLabel(words.text("actOn", words.text(text), row.username()));
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
