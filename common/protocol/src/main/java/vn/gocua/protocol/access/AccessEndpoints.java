package vn.gocua.protocol.access;

import vn.gocua.protocol.endpoint.Endpoint;

/** Sessions, accounts and phones. */
public final class AccessEndpoints {
  public static final Endpoint<Credentials, SessionInfo> SIGN_IN =
      Endpoint.post("/api/v1/sessions").takes(Credentials.class).answers(SessionInfo.class);
  public static final Endpoint<Void, Myself> WHO_AM_I =
      Endpoint.get("/api/v1/sessions/current").answers(Myself.class);
  public static final Endpoint<Void, Void> SIGN_OUT = Endpoint.delete("/api/v1/sessions/current");
  public static final Endpoint<NewCode, EnrolmentCodeInfo> MAKE_CODE =
      Endpoint.post("/api/v1/teams/{team}/enrolment-codes")
          .takes(NewCode.class)
          .answers(EnrolmentCodeInfo.class);
  public static final Endpoint<NewPhone, EnrolledPhone> ENROL =
      Endpoint.post("/api/v1/devices").takes(NewPhone.class).answers(EnrolledPhone.class);
  public static final Endpoint<Void, DeviceList> DEVICES =
      Endpoint.get("/api/v1/devices").answers(DeviceList.class);
  public static final Endpoint<Void, Void> REVOKE_DEVICE =
      Endpoint.delete("/api/v1/devices/{device}");
  public static final Endpoint<DeviceName, Void> NAME_DEVICE =
      Endpoint.post("/api/v1/devices/{device}/name").takes(DeviceName.class);
  public static final Endpoint<Void, AccountList> ACCOUNTS =
      Endpoint.get("/api/v1/accounts").answers(AccountList.class);
  public static final Endpoint<NewAccount, OneTimePassword> OPEN_ACCOUNT =
      Endpoint.post("/api/v1/accounts").takes(NewAccount.class).answers(OneTimePassword.class);
  public static final Endpoint<Void, OneTimePassword> RESET_PASSWORD =
      Endpoint.post("/api/v1/accounts/{username}/reset-password").answers(OneTimePassword.class);
  public static final Endpoint<Void, AccountList.Row> DISABLE =
      Endpoint.post("/api/v1/accounts/{username}/disable").answers(AccountList.Row.class);
  public static final Endpoint<Void, AccountList.Row> ENABLE =
      Endpoint.post("/api/v1/accounts/{username}/enable").answers(AccountList.Row.class);
  public static final Endpoint<RoleChange, AccountList.Row> CHANGE_ROLE =
      Endpoint.post("/api/v1/accounts/{username}/role")
          .takes(RoleChange.class)
          .answers(AccountList.Row.class);
  public static final Endpoint<Void, Void> END_SESSIONS =
      Endpoint.post("/api/v1/accounts/{username}/end-sessions");
  public static final Endpoint<Void, AccountList.Row> OWN_ACCOUNT =
      Endpoint.get("/api/v1/account").answers(AccountList.Row.class);
  public static final Endpoint<PasswordChange, SessionInfo> CHANGE_PASSWORD =
      Endpoint.post("/api/v1/account/password")
          .takes(PasswordChange.class)
          .answers(SessionInfo.class);
  public static final Endpoint<Void, Void> END_OWN_SESSIONS =
      Endpoint.post("/api/v1/account/end-sessions");
  public static final Endpoint<Void, TotpSetupInfo> BEGIN_TOTP =
      Endpoint.post("/api/v1/account/totp").answers(TotpSetupInfo.class);
  public static final Endpoint<TotpConfirmation, Void> CONFIRM_TOTP =
      Endpoint.post("/api/v1/account/totp/confirm").takes(TotpConfirmation.class);
  public static final Endpoint<PasswordProof, Void> DROP_TOTP =
      Endpoint.post("/api/v1/account/totp/drop").takes(PasswordProof.class);

  private AccessEndpoints() {}
}
