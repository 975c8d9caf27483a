package vn.gocua.engine.access;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import vn.gocua.engine.access.state.Account;
import vn.gocua.engine.http.json.ApiJson;
import vn.gocua.engine.http.json.Fields;
import vn.gocua.engine.rights.Principal;
import vn.gocua.engine.rights.Role;
import vn.gocua.protocol.Refusal;

/** Accounts over HTTP: admins look after them all, everybody after their own. */
public final class AccountRoutes {
  private static final String ACCOUNTS = "/api/v1/accounts";
  private static final String ONE = ACCOUNTS + "/:username";
  private static final String OWN = "/api/v1/account";
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{1,39}");

  private final Access access;
  private final Guard guard;
  private final Guard.Blocking blocking;

  public AccountRoutes(Access access, Guard guard, Guard.Blocking blocking) {
    this.access = access;
    this.guard = guard;
    this.blocking = blocking;
  }

  public void mount(Router router) {
    router.get(ACCOUNTS).handler(ctx -> guard.admin(ctx, (c, _) -> list(c)));
    router.post(ACCOUNTS).handler(ctx -> guard.admin(ctx, this::open));
    router.post(ONE + "/reset-password").handler(ctx -> guard.admin(ctx, this::reset));
    router.post(ONE + "/disable").handler(ctx -> guard.admin(ctx, this::disable));
    router.post(ONE + "/enable").handler(ctx -> guard.admin(ctx, this::enable));
    router.post(ONE + "/role").handler(ctx -> guard.admin(ctx, this::changeRole));
    router.post(ONE + "/end-sessions").handler(ctx -> guard.admin(ctx, this::endSessions));
    router.get(OWN).handler(ctx -> guard.self(ctx, this::own));
    router.post(OWN + "/password").handler(ctx -> guard.self(ctx, this::changePassword));
    router.post(OWN + "/end-sessions").handler(ctx -> guard.self(ctx, this::endOwnSessions));
    router.post(OWN + "/totp").handler(ctx -> guard.leader(ctx, this::beginTotp));
    router.post(OWN + "/totp/confirm").handler(ctx -> guard.leader(ctx, this::confirmTotp));
    router.post(OWN + "/totp/drop").handler(ctx -> guard.leader(ctx, this::dropTotp));
  }

  private record View(
      String username,
      String role,
      boolean disabled,
      boolean mustChangePassword,
      boolean totp,
      Instant openedAt) {
    static View of(Account account) {
      return new View(
          account.username(),
          account.role().code(),
          account.disabled(),
          account.oneTime(),
          account.totpSeed() != null,
          account.openedAt());
    }
  }

  private record All(List<View> accounts) {}

  private void list(RoutingContext ctx) {
    answer(
        ctx,
        200,
        () ->
            new All(
                access.accounts().all().stream()
                    .sorted(Comparator.comparing(Account::username))
                    .map(View::of)
                    .toList()));
  }

  private record WithPassword(String username, String role, String oneTimePassword) {}

  private void open(RoutingContext ctx, Principal.Leader admin) {
    Fields fields = new Fields(ApiJson.body(ctx), Set.of("username", "role"));
    String username = fields.text("username", 60).strip().toLowerCase(Locale.ROOT);
    if (!NAME.matcher(username).matches()) {
      throw Refusal.invalid("invalid-username", username);
    }
    Role role = role(fields);
    String password = Tokens.password();
    answer(
        ctx,
        201,
        () -> {
          access.accounts().open(username, role, password, admin.username());
          return new WithPassword(username, role.code(), password);
        });
  }

  private static Role role(Fields fields) {
    String given = fields.text("role", 20);
    for (Role role : Role.values()) {
      if (role.code().equals(given)) {
        return role;
      }
    }
    throw Refusal.invalid("unknown-role", given);
  }

  private void reset(RoutingContext ctx, Principal.Leader admin) {
    String username = ctx.pathParam("username");
    String password = Tokens.password();
    answer(
        ctx,
        200,
        () -> {
          Account account = access.accounts().reset(username, password, admin.username());
          access.shutOutSessions(username);
          return new WithPassword(username, account.role().code(), password);
        });
  }

  private void disable(RoutingContext ctx, Principal.Leader admin) {
    notOneself(ctx, admin);
    change(ctx, username -> access.accounts().disable(username, admin.username()));
  }

  private void enable(RoutingContext ctx, Principal.Leader admin) {
    change(ctx, username -> access.accounts().enable(username, admin.username()));
  }

  private void changeRole(RoutingContext ctx, Principal.Leader admin) {
    Role role = role(new Fields(ApiJson.body(ctx), Set.of("role")));
    notOneself(ctx, admin);
    change(ctx, username -> access.accounts().changeRole(username, role, admin.username()));
  }

  /** So that there is always an admin left: nobody takes their own rights away. */
  private static void notOneself(RoutingContext ctx, Principal.Leader admin) {
    if (admin.username().equals(ctx.pathParam("username"))) {
      throw Refusal.conflict("not-oneself");
    }
  }

  private void endSessions(RoutingContext ctx, Principal.Leader admin) {
    String username = ctx.pathParam("username");
    nothing(ctx, () -> access.signOutEverywhere(username, admin.username()));
  }

  @FunctionalInterface
  private interface Change {
    Account of(String username);
  }

  private void change(RoutingContext ctx, Change change) {
    String username = ctx.pathParam("username");
    answer(
        ctx,
        200,
        () -> {
          View after = View.of(change.of(username));
          access.shutOutSessions(username);
          return after;
        });
  }

  private void own(RoutingContext ctx, Principal.Leader who) {
    answer(
        ctx,
        200,
        () -> View.of(java.util.Objects.requireNonNull(access.accounts().find(who.username()))));
  }

  private void changePassword(RoutingContext ctx, Principal.Leader who) {
    Fields fields = new Fields(ApiJson.body(ctx), Set.of("current", "new"));
    String current = fields.text("current", 200);
    String wanted = fields.text("new", 200);
    answer(ctx, 200, () -> AccessRoutes.SignedIn.of(access.changePassword(who, current, wanted)));
  }

  private void endOwnSessions(RoutingContext ctx, Principal.Leader who) {
    nothing(ctx, () -> access.signOutEverywhere(who.username(), who.username()));
  }

  private void beginTotp(RoutingContext ctx, Principal.Leader who) {
    answer(ctx, 200, () -> access.beginTotp(who.username()));
  }

  private void confirmTotp(RoutingContext ctx, Principal.Leader who) {
    Fields fields = new Fields(ApiJson.body(ctx), Set.of("seed", "code", "password"));
    String seed = fields.text("seed", 60);
    String code = fields.text("code", 20);
    String password = fields.text("password", 200);
    nothing(ctx, () -> access.confirmTotp(who, password, seed, code));
  }

  private void dropTotp(RoutingContext ctx, Principal.Leader who) {
    String password = new Fields(ApiJson.body(ctx), Set.of("password")).text("password", 200);
    nothing(ctx, () -> access.dropTotp(who, password));
  }

  private <T> void answer(RoutingContext ctx, int status, Supplier<T> work) {
    blocking
        .run(work)
        .onSuccess(value -> ApiJson.answer(ctx, status, value))
        .onFailure(failure -> ctx.fail(AccessRoutes.asProblem(failure)));
  }

  private void nothing(RoutingContext ctx, Runnable work) {
    blocking
        .run(() -> {
          work.run();
          return ctx;
        })
        .onSuccess(_ -> ctx.response().setStatusCode(204).end())
        .onFailure(failure -> ctx.fail(AccessRoutes.asProblem(failure)));
  }
}
