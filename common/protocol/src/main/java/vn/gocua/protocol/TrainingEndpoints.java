package vn.gocua.protocol;

import vn.gocua.protocol.campaign.TrainingReport;

/** Who of a team has been trained. */
public final class TrainingEndpoints {
  public static final Endpoint<Void, Void> READ = Endpoint.get("/api/v1/training");
  public static final Endpoint<TrainingReport, Void> REPORT =
      Endpoint.put("/api/v1/training").takes(TrainingReport.class);

  private TrainingEndpoints() {}
}
