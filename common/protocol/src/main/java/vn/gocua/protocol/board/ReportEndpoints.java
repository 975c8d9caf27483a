package vn.gocua.protocol.board;

import java.io.InputStream;
import vn.gocua.protocol.endpoint.Endpoint;

/** Reports of a day and of the campaign. */
public final class ReportEndpoints {
  public static final Endpoint<Void, InputStream> DAY_PDF =
      Endpoint.get("/api/v1/reports/day.pdf").answers(InputStream.class);
  public static final Endpoint<Void, InputStream> DAY_XLSX =
      Endpoint.get("/api/v1/reports/day.xlsx").answers(InputStream.class);
  public static final Endpoint<Void, InputStream> DAY_CSV =
      Endpoint.get("/api/v1/reports/day.csv").answers(InputStream.class);
  public static final Endpoint<Void, InputStream> CAMPAIGN_PDF =
      Endpoint.get("/api/v1/reports/campaign.pdf").answers(InputStream.class);
  public static final Endpoint<Void, InputStream> CAMPAIGN_XLSX =
      Endpoint.get("/api/v1/reports/campaign.xlsx").answers(InputStream.class);
  public static final Endpoint<Void, InputStream> CAMPAIGN_CSV =
      Endpoint.get("/api/v1/reports/campaign.csv").answers(InputStream.class);

  private ReportEndpoints() {}
}
