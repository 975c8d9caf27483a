package vn.gocua.protocol.help;

import java.io.InputStream;
import vn.gocua.protocol.content.AuditLines;
import vn.gocua.protocol.endpoint.Endpoint;
import vn.gocua.protocol.privacy.AffectedList;
import vn.gocua.protocol.privacy.AffectedQuery;

/** Personal data: its accesses and its erasure. */
public final class PrivacyEndpoints {
  public static final Endpoint<ErasureOrder, ErasureInfo> ERASE =
      Endpoint.post("/api/v1/erasures").takes(ErasureOrder.class).answers(ErasureInfo.class);
  public static final Endpoint<AffectedQuery, AffectedList> AFFECTED =
      Endpoint.post("/api/v1/affected").takes(AffectedQuery.class).answers(AffectedList.class);
  public static final Endpoint<Void, InputStream> PROCESSING_CSV =
      Endpoint.get("/api/v1/processing.csv").answers(InputStream.class);
  public static final Endpoint<Void, AuditLines> AUDIT =
      Endpoint.get("/api/v1/audit").answers(AuditLines.class);
  public static final Endpoint<Void, InputStream> AUDIT_CSV =
      Endpoint.get("/api/v1/audit.csv").answers(InputStream.class);

  private PrivacyEndpoints() {}
}
