package vn.gocua.protocol;

/** Personal data, and what was done with it. */
public final class PrivacyEndpoints {
  public static final Endpoint<Void, Void> ERASE = Endpoint.post("/api/v1/erasures");
  public static final Endpoint<Void, Void> AUDIT = Endpoint.get("/api/v1/audit");
  public static final Endpoint<Void, Void> AUDIT_CSV = Endpoint.get("/api/v1/audit.csv");

  private PrivacyEndpoints() {}
}
