package vn.gocua.protocol;

/** Tables of check-ins to take away. */
public final class ExportEndpoints {
  public static final Endpoint<Void, Void> CHECK_INS_CSV =
      Endpoint.get("/api/v1/export/check-ins.csv");
  public static final Endpoint<Void, Void> CHECK_INS_XLSX =
      Endpoint.get("/api/v1/export/check-ins.xlsx");
  public static final Endpoint<Void, Void> PROGRESS =
      Endpoint.get("/api/v1/export/progress/{export}");

  private ExportEndpoints() {}
}
