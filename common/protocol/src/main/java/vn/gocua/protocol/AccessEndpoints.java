package vn.gocua.protocol;

import vn.gocua.protocol.access.Credentials;
import vn.gocua.protocol.access.NewAccount;
import vn.gocua.protocol.access.NewCode;
import vn.gocua.protocol.access.NewPhone;
import vn.gocua.protocol.access.PasswordChange;
import vn.gocua.protocol.access.PasswordProof;
import vn.gocua.protocol.access.RoleChange;
import vn.gocua.protocol.access.TotpConfirmation;

/** Sessions, accounts and phones. */
public final class AccessEndpoints {
  public static final Endpoint<Credentials, Void> SIGN_IN =
      Endpoint.post("/api/v1/sessions").takes(Credentials.class);
  public static final Endpoint<Void, Void> WHO_AM_I = Endpoint.get("/api/v1/sessions/current");
  public static final Endpoint<Void, Void> SIGN_OUT = Endpoint.delete("/api/v1/sessions/current");
  public static final Endpoint<NewCode, Void> MAKE_CODE =
      Endpoint.post("/api/v1/teams/{team}/enrolment-codes").takes(NewCode.class);
  public static final Endpoint<NewPhone, Void> ENROL =
      Endpoint.post("/api/v1/devices").takes(NewPhone.class);
  public static final Endpoint<Void, Void> DEVICES = Endpoint.get("/api/v1/devices");
  public static final Endpoint<Void, Void> REVOKE_DEVICE =
      Endpoint.delete("/api/v1/devices/{device}");
  public static final Endpoint<Void, Void> ACCOUNTS = Endpoint.get("/api/v1/accounts");
  public static final Endpoint<NewAccount, Void> OPEN_ACCOUNT =
      Endpoint.post("/api/v1/accounts").takes(NewAccount.class);
  public static final Endpoint<Void, Void> RESET_PASSWORD =
      Endpoint.post("/api/v1/accounts/{username}/reset-password");
  public static final Endpoint<Void, Void> DISABLE =
      Endpoint.post("/api/v1/accounts/{username}/disable");
  public static final Endpoint<Void, Void> ENABLE =
      Endpoint.post("/api/v1/accounts/{username}/enable");
  public static final Endpoint<RoleChange, Void> CHANGE_ROLE =
      Endpoint.post("/api/v1/accounts/{username}/role").takes(RoleChange.class);
  public static final Endpoint<Void, Void> END_SESSIONS =
      Endpoint.post("/api/v1/accounts/{username}/end-sessions");
  public static final Endpoint<Void, Void> OWN_ACCOUNT = Endpoint.get("/api/v1/account");
  public static final Endpoint<PasswordChange, Void> CHANGE_PASSWORD =
      Endpoint.post("/api/v1/account/password").takes(PasswordChange.class);
  public static final Endpoint<Void, Void> END_OWN_SESSIONS =
      Endpoint.post("/api/v1/account/end-sessions");
  public static final Endpoint<Void, Void> BEGIN_TOTP = Endpoint.post("/api/v1/account/totp");
  public static final Endpoint<TotpConfirmation, Void> CONFIRM_TOTP =
      Endpoint.post("/api/v1/account/totp/confirm").takes(TotpConfirmation.class);
  public static final Endpoint<PasswordProof, Void> DROP_TOTP =
      Endpoint.post("/api/v1/account/totp/drop").takes(PasswordProof.class);

  private AccessEndpoints() {}
}
