package vn.gocua.protocol.campaign;

import vn.gocua.protocol.endpoint.Endpoint;

/** Training of the staff. */
public final class TrainingEndpoints {
  public static final Endpoint<Void, TrainingInfo> READ =
      Endpoint.get("/api/v1/training").answers(TrainingInfo.class);
  public static final Endpoint<TrainingReport, TrainingInfo> REPORT =
      Endpoint.put("/api/v1/training").takes(TrainingReport.class).answers(TrainingInfo.class);

  private TrainingEndpoints() {}
}
