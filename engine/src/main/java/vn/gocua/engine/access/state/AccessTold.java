package vn.gocua.engine.access.state;

import static vn.gocua.engine.fact.Term.person;

import org.jspecify.annotations.Nullable;
import vn.gocua.engine.access.state.AccessFact.AccountDisabled;
import vn.gocua.engine.access.state.AccessFact.AccountEnabled;
import vn.gocua.engine.access.state.AccessFact.AccountOpened;
import vn.gocua.engine.access.state.AccessFact.CodeMade;
import vn.gocua.engine.access.state.AccessFact.DeviceEnded;
import vn.gocua.engine.access.state.AccessFact.DeviceEnrolled;
import vn.gocua.engine.access.state.AccessFact.DeviceNamed;
import vn.gocua.engine.access.state.AccessFact.DeviceRevoked;
import vn.gocua.engine.access.state.AccessFact.PasswordChanged;
import vn.gocua.engine.access.state.AccessFact.RoleChanged;
import vn.gocua.engine.access.state.AccessFact.SessionClosed;
import vn.gocua.engine.access.state.AccessFact.SessionOpened;
import vn.gocua.engine.access.state.AccessFact.SessionsEnded;
import vn.gocua.engine.access.state.AccessFact.TotpDisabled;
import vn.gocua.engine.access.state.AccessFact.TotpEnabled;
import vn.gocua.engine.fact.Term;
import vn.gocua.engine.fact.Told;
import vn.gocua.engine.rights.Role;

/** What the audit says of accounts, sessions, codes and phones. */
public final class AccessTold {
  private static final String OWN = "own";

  private AccessTold() {}

  public static Told account(@Nullable Account before, AccessFact fact, String username) {
    Told of = Told.of(person(username));
    return switch (fact) {
      case AccountOpened f -> Told.of(person(f.username()), role(f.role()));
      case PasswordChanged f ->
          of.in(
              f.by() == null
                  ? "machine"
                  : username.equals(f.by()) ? OWN : Boolean.TRUE.equals(f.oneTime()) ? "once" : "");
      case AccountDisabled _, AccountEnabled _ -> of;
      case RoleChanged f ->
          of.with(
              new Told.Changes()
                  .replaced(
                      "role", null, before == null ? null : role(before.role()), role(f.role())));
      case SessionsEnded f -> of.in(username.equals(f.by()) ? OWN : "");
      case TotpEnabled f -> of.in(username.equals(f.by()) ? OWN : "");
      case TotpDisabled f -> of.in(username.equals(f.by()) ? OWN : "");
      default -> Told.NOTHING;
    };
  }

  public static Told session(@Nullable Session before, AccessFact fact, String id) {
    return switch (fact) {
      case SessionOpened f -> Told.of(role(f.role()));
      case SessionClosed f when f.by() == null && before != null ->
          Told.of(person(before.username())).in("of");
      default -> Told.NOTHING;
    };
  }

  public static Told code(@Nullable EnrolmentCode before, AccessFact fact, String hash) {
    return fact instanceof CodeMade f
        ? Told.of(Term.team(f.team()), new Term.Figure(f.uses()), new Term.Moment(f.expiresAt()))
        : Told.NOTHING;
  }

  /** A phone's former names are erased: it is told only whether it had one. */
  public static Told device(@Nullable Device before, AccessFact fact, String device) {
    return switch (fact) {
      case DeviceEnrolled f -> Told.of(Term.team(f.team()));
      case DeviceRevoked _, DeviceEnded _ -> Told.of(person(device));
      case DeviceNamed f -> Told.of(person(device)).in(naming(before, f));
      default -> Told.NOTHING;
    };
  }

  private static String naming(@Nullable Device before, DeviceNamed named) {
    return named.name() == null ? "none" : before == null || before.name() == null ? "" : "again";
  }

  private static Term role(Role role) {
    return new Term.Coded("desk", "role", role.code());
  }
}
