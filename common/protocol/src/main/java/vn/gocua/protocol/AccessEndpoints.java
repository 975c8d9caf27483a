package vn.gocua.protocol;

/** Sessions, accounts and phones. */
public final class AccessEndpoints {
  public static final Endpoint<Void, Void> SIGN_IN = Endpoint.post("/api/v1/sessions");
  public static final Endpoint<Void, Void> WHO_AM_I = Endpoint.get("/api/v1/sessions/current");
  public static final Endpoint<Void, Void> SIGN_OUT = Endpoint.delete("/api/v1/sessions/current");
  public static final Endpoint<Void, Void> MAKE_CODE =
      Endpoint.post("/api/v1/teams/{team}/enrolment-codes");
  public static final Endpoint<Void, Void> ENROL = Endpoint.post("/api/v1/devices");
  public static final Endpoint<Void, Void> DEVICES = Endpoint.get("/api/v1/devices");
  public static final Endpoint<Void, Void> REVOKE_DEVICE =
      Endpoint.delete("/api/v1/devices/{device}");
  public static final Endpoint<Void, Void> ACCOUNTS = Endpoint.get("/api/v1/accounts");
  public static final Endpoint<Void, Void> OPEN_ACCOUNT = Endpoint.post("/api/v1/accounts");
  public static final Endpoint<Void, Void> RESET_PASSWORD =
      Endpoint.post("/api/v1/accounts/{username}/reset-password");
  public static final Endpoint<Void, Void> DISABLE =
      Endpoint.post("/api/v1/accounts/{username}/disable");
  public static final Endpoint<Void, Void> ENABLE =
      Endpoint.post("/api/v1/accounts/{username}/enable");
  public static final Endpoint<Void, Void> CHANGE_ROLE =
      Endpoint.post("/api/v1/accounts/{username}/role");
  public static final Endpoint<Void, Void> END_SESSIONS =
      Endpoint.post("/api/v1/accounts/{username}/end-sessions");
  public static final Endpoint<Void, Void> OWN_ACCOUNT = Endpoint.get("/api/v1/account");
  public static final Endpoint<Void, Void> CHANGE_PASSWORD =
      Endpoint.post("/api/v1/account/password");
  public static final Endpoint<Void, Void> END_OWN_SESSIONS =
      Endpoint.post("/api/v1/account/end-sessions");
  public static final Endpoint<Void, Void> BEGIN_TOTP = Endpoint.post("/api/v1/account/totp");
  public static final Endpoint<Void, Void> CONFIRM_TOTP =
      Endpoint.post("/api/v1/account/totp/confirm");
  public static final Endpoint<Void, Void> DROP_TOTP = Endpoint.post("/api/v1/account/totp/drop");

  private AccessEndpoints() {}
}
