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
import java.util.function.Consumer;
import vn.gocua.kiosk.desk.data.Overview;
import vn.gocua.kiosk.desk.frame.DeskContext;
import vn.gocua.kiosk.desk.frame.DeskPage;
import vn.gocua.kiosk.desk.kit.ButtonRow;
import vn.gocua.kiosk.desk.kit.ConfirmDialog;
import vn.gocua.kiosk.desk.kit.DeskFigures;
import vn.gocua.kiosk.desk.kit.Panel;
import vn.gocua.kiosk.desk.kit.RowButtons;
import vn.gocua.kiosk.desk.kit.RowList;
import vn.gocua.kiosk.desk.kit.TitleAndDetail;
import vn.gocua.protocol.access.AccessEndpoints;
import vn.gocua.protocol.access.AccountList;
import vn.gocua.protocol.access.NewAccount;
import vn.gocua.protocol.access.OneTimePassword;
import vn.gocua.protocol.access.RoleChange;
import vn.gocua.protocol.client.Query;
import vn.gocua.protocol.endpoint.Endpoint;
import vn.gocua.protocol.help.PrivacyEndpoints;

/** Accounts, for admins: open, disable, reset. */
@SuppressWarnings("serial") // Sessions live and end in this process.
public final class AccountsPage extends DeskPage {
  /** Delays before that have expired by now. */
  private static final Duration LATELY = Duration.ofHours(1);

  private final TextField username = new TextField();
  private final Select<String> role = new Select<>();
  private final RowList<AccountList.Row> list;
  private final Map<String, Instant> held = new HashMap<>();

  public AccountsPage(DeskContext desk) {
    super(desk, "accounts");
    username.setLabel(texts.get("accounts.username"));
    username.setMaxLength(40);
    role.setLabel(texts.get("accounts.role"));
    role.setItems("leader", "admin");
    role.setItemLabelGenerator(code -> texts.get("role." + code));
    role.setValue("leader");
    list = new RowList<>("", this::item);
    add(
        new Panel(
            Panel.text(texts.get("accounts.username.rule")),
            new ButtonRow(
                username, role, ButtonRow.primary(texts.get("accounts.open"), this::open))),
        new Panel(texts.get("accounts.all"), list));
    list();
  }

  private void open() {
    if (username.isEmpty()) {
      trouble(texts.get("accounts.incomplete"));
      return;
    }
    NewAccount account =
        new NewAccount(username.getValue().strip().toLowerCase(Locale.ROOT), role.getValue());
    attempt(() -> {
      tell(desk.engine().send(session.caller(), AccessEndpoints.OPEN_ACCOUNT, account));
      username.clear();
      list();
    });
  }

  /** Shows a one-time password until it is closed: it is shown once. */
  private void tell(OneTimePassword made) {
    Dialog dialog = new Dialog(texts.get("accounts.once.title", made.username()));
    dialog.setCloseOnOutsideClick(false);
    Paragraph password = new Paragraph(made.oneTimePassword());
    password.addClassName("secret-text");
    dialog.add(new Paragraph(texts.get("accounts.once.text")), password);
    dialog.getFooter().add(new Button(texts.get("accounts.once.done"), _ -> dialog.close()));
    dialog.open();
  }

  private void list() {
    attempt(() -> {
      AccountList all = desk.engine().call(session.caller(), AccessEndpoints.ACCOUNTS);
      Query locked = Query.of("what", "sign-in-locked").and("limit", 50);
      held.clear();
      desk.engine()
          .call(session.caller(), PrivacyEndpoints.AUDIT, locked)
          .lines()
          .forEach(line -> held.putIfAbsent(line.who(), line.at().toInstant()));
      list.show(all.accounts());
    });
  }

  private ListItem item(AccountList.Row row) {
    TitleAndDetail text = new TitleAndDetail(row.username(), String.join(" · ", states(row)));
    return RowList.row(text, acts(row));
  }

  private List<String> states(AccountList.Row row) {
    List<String> states = new ArrayList<>();
    states.add(texts.get("role." + row.role()));
    if (row.disabled()) {
      states.add(texts.get("accounts.disabled"));
    }
    if (row.mustChangePassword()) {
      states.add(texts.get("accounts.mustChange"));
    }
    if (row.totp()) {
      states.add(texts.get("accounts.totp"));
    }
    Overview known = overview();
    Instant since = held.get(row.username());
    if (since != null && known != null && since.isAfter(known.now().minus(LATELY))) {
      states.add(
          texts.get(
              "accounts.held",
              DeskFigures.moment(texts, since, known.now(), known.campaign().zone())));
    }
    return states;
  }

  private RowButtons acts(AccountList.Row row) {
    RowButtons acts = new RowButtons(texts, row.username());
    sure(acts, row, "accounts.reset", this::resetPassword);
    if (!row.username().equals(session.username())) {
      boolean admin = row.role().equals("admin");
      sure(
          acts,
          row,
          admin ? "accounts.makeLeader" : "accounts.makeAdmin",
          name -> changeRole(name, admin ? "leader" : "admin"));
      sure(acts, row, "accounts.endSessions", name -> tell(AccessEndpoints.END_SESSIONS, name));
      if (row.disabled()) {
        // Reversible by one more press, so without a confirmation.
        Consumer<String> enable = name -> tell(AccessEndpoints.ENABLE, name);
        acts.add("accounts.enable", () -> attempt(() -> done(row, "accounts.enable", enable)));
      } else {
        sure(acts, row, "accounts.disable", name -> tell(AccessEndpoints.DISABLE, name));
      }
    }
    return acts;
  }

  /** An action with a confirmation. */
  private void sure(RowButtons acts, AccountList.Row row, String text, Consumer<String> act) {
    acts.add(
        text,
        () ->
            new ConfirmDialog(
                    texts,
                    texts.get("actOn", texts.get(text), row.username()),
                    texts.get(text + ".text"),
                    texts.get(text),
                    () -> attempt(() -> done(row, text, act)))
                .open());
  }

  private void resetPassword(String username) {
    tell(desk.engine().call(session.caller(), AccessEndpoints.RESET_PASSWORD, username));
  }

  private void changeRole(String username, String to) {
    var _ =
        desk.engine()
            .send(session.caller(), AccessEndpoints.CHANGE_ROLE, new RoleChange(to), username);
  }

  private void tell(Endpoint<Void, ?> act, String username) {
    var _ = desk.engine().call(session.caller(), act, username);
  }

  /** Shows a new password in a dialog, other results in a notification. */
  private void done(AccountList.Row row, String text, Consumer<String> act) {
    act.accept(row.username());
    if (!text.equals("accounts.reset")) {
      say(texts.get(text + ".said", row.username()));
    }
    desk.poller().tryAll();
    list();
  }
}
