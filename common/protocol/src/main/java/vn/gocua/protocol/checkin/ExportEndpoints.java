package vn.gocua.protocol.checkin;

import java.io.InputStream;
import vn.gocua.protocol.endpoint.Endpoint;

/** Tables of check-ins to take away. */
public final class ExportEndpoints {
  public static final Endpoint<Void, InputStream> CHECK_INS_CSV =
      Endpoint.get("/api/v1/export/check-ins.csv").answers(InputStream.class);
  public static final Endpoint<Void, InputStream> CHECK_INS_XLSX =
      Endpoint.get("/api/v1/export/check-ins.xlsx").answers(InputStream.class);
  public static final Endpoint<Void, ExportState> PROGRESS =
      Endpoint.get("/api/v1/export/progress/{export}").answers(ExportState.class);

  private ExportEndpoints() {}
}
