package vn.gocua.protocol;

/** Reports of a day and of the campaign. */
public final class ReportEndpoints {
  public static final Endpoint<Void, Void> DAY_PDF = Endpoint.get("/api/v1/reports/day.pdf");
  public static final Endpoint<Void, Void> DAY_XLSX = Endpoint.get("/api/v1/reports/day.xlsx");
  public static final Endpoint<Void, Void> DAY_CSV = Endpoint.get("/api/v1/reports/day.csv");
  public static final Endpoint<Void, Void> CAMPAIGN_PDF =
      Endpoint.get("/api/v1/reports/campaign.pdf");
  public static final Endpoint<Void, Void> CAMPAIGN_XLSX =
      Endpoint.get("/api/v1/reports/campaign.xlsx");
  public static final Endpoint<Void, Void> CAMPAIGN_CSV =
      Endpoint.get("/api/v1/reports/campaign.csv");

  private ReportEndpoints() {}
}
