package vn.gocua.engine.access;

import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import vn.gocua.engine.access.state.Account;
import vn.gocua.engine.http.api.Api;
import vn.gocua.engine.http.api.Call;
import vn.gocua.engine.rights.Permission;
import vn.gocua.engine.rights.Role;
import vn.gocua.engine.rights.Tokens;
import vn.gocua.protocol.access.AccessEndpoints;
import vn.gocua.protocol.access.AccessReason;
import vn.gocua.protocol.access.AccountList;
import vn.gocua.protocol.access.NewAccount;
import vn.gocua.protocol.access.OneTimePassword;
import vn.gocua.protocol.access.PasswordChange;
import vn.gocua.protocol.access.RoleChange;
import vn.gocua.protocol.access.SessionInfo;
import vn.gocua.protocol.access.TotpConfirmation;
import vn.gocua.protocol.refusal.Refusal;

/** Accounts over HTTP: all for admins, the own one for every leader. */
final class AccountRoutes {
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{1,39}");

  private final Accounts accounts;
  private final SessionService sessions;

  public AccountRoutes(Access access) {
    this.accounts = access.accounts();
    this.sessions = access.sessions();
  }

  public void mount(Api api) {
    Permission all = Permission.MANAGE_ACCOUNTS;
    api.on(AccessEndpoints.ACCOUNTS).may(all).instant(_ -> list());
    api.on(AccessEndpoints.OPEN_ACCOUNT).may(all).created().blocking(this::open);
    api.on(AccessEndpoints.RESET_PASSWORD).may(all).blocking(this::reset);
    api.on(AccessEndpoints.DISABLE).may(all).blocking(this::disable);
    api.on(AccessEndpoints.ENABLE)
        .may(all)
        .blocking(call -> change(call, name -> accounts.enable(name, call.by())));
    api.on(AccessEndpoints.CHANGE_ROLE).may(all).blocking(this::changeRole);
    api.on(AccessEndpoints.END_SESSIONS)
        .may(all)
        .done(call -> sessions.signOutEverywhere(call.path("username"), call.by()));
    api.on(AccessEndpoints.OWN_ACCOUNT).may(Permission.OWN_ACCOUNT).blocking(this::own);
    api.on(AccessEndpoints.CHANGE_PASSWORD)
        .may(Permission.OWN_ACCOUNT)
        .blocking(this::changePassword);
    api.on(AccessEndpoints.END_OWN_SESSIONS)
        .may(Permission.OWN_ACCOUNT)
        .done(call -> sessions.signOutEverywhere(call.by(), call.by()));
    api.on(AccessEndpoints.BEGIN_TOTP)
        .may(Permission.OWN_SESSION)
        .blocking(call -> sessions.beginTotp(call.by()));
    api.on(AccessEndpoints.CONFIRM_TOTP).may(Permission.OWN_SESSION).done(this::confirmTotp);
    api.on(AccessEndpoints.DROP_TOTP)
        .may(Permission.OWN_SESSION)
        .done(call -> sessions.dropTotp(call.leader(), call.body().password()));
  }

  private static AccountList.Row row(Account account) {
    return new AccountList.Row(
        account.username(),
        account.role().code(),
        account.disabled(),
        account.oneTime(),
        account.totpSeed() != null,
        account.openedAt());
  }

  private AccountList list() {
    return new AccountList(accounts.all().stream().map(AccountRoutes::row).toList());
  }

  private OneTimePassword open(Call<NewAccount> call) {
    NewAccount account = call.body();
    String username = account.username().strip().toLowerCase(Locale.ROOT);
    if (!NAME.matcher(username).matches()) {
      throw Refusal.of(AccessReason.INVALID_USERNAME, username);
    }
    Role role = role(account.role());
    String password = Tokens.password();
    accounts.open(username, role, password, call.by());
    return new OneTimePassword(username, role.code(), password);
  }

  private static Role role(String given) {
    for (Role role : Role.values()) {
      if (role.code().equals(given)) {
        return role;
      }
    }
    throw Refusal.of(AccessReason.UNKNOWN_ROLE, given);
  }

  private OneTimePassword reset(Call<?> call) {
    String username = call.path("username");
    String password = Tokens.password();
    Account account = accounts.reset(username, password, call.by());
    sessions.revokeAll(username);
    return new OneTimePassword(username, account.role().code(), password);
  }

  private AccountList.Row disable(Call<?> call) {
    notOneself(call);
    return change(call, username -> accounts.disable(username, call.by()));
  }

  private AccountList.Row changeRole(Call<RoleChange> call) {
    Role role = role(call.body().role());
    notOneself(call);
    return change(call, username -> accounts.changeRole(username, role, call.by()));
  }

  /** Refuses changes of one's own account, so that an admin is always left. */
  private static void notOneself(Call<?> call) {
    if (call.by().equals(call.path("username"))) {
      throw Refusal.of(AccessReason.NOT_ONESELF);
    }
  }

  private AccountList.Row change(Call<?> call, Function<String, Account> change) {
    String username = call.path("username");
    AccountList.Row after = row(change.apply(username));
    sessions.revokeAll(username);
    return after;
  }

  private AccountList.Row own(Call<?> call) {
    return row(Objects.requireNonNull(accounts.find(call.by())));
  }

  private SessionInfo changePassword(Call<PasswordChange> call) {
    PasswordChange change = call.body();
    return AccessRoutes.info(
        sessions.changePassword(call.leader(), change.current(), change.wanted()));
  }

  private void confirmTotp(Call<TotpConfirmation> call) {
    TotpConfirmation shown = call.body();
    sessions.confirmTotp(call.leader(), shown.password(), shown.seed(), shown.code());
  }
}
