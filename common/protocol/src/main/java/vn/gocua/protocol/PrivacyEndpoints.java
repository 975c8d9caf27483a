package vn.gocua.protocol;

import vn.gocua.protocol.help.ErasureOrder;

/** Personal data, and what was done with it. */
public final class PrivacyEndpoints {
  public static final Endpoint<ErasureOrder, Void> ERASE =
      Endpoint.post("/api/v1/erasures").takes(ErasureOrder.class);
  public static final Endpoint<Void, Void> AUDIT = Endpoint.get("/api/v1/audit");
  public static final Endpoint<Void, Void> AUDIT_CSV = Endpoint.get("/api/v1/audit.csv");

  private PrivacyEndpoints() {}
}
