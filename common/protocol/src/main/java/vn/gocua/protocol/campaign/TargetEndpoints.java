package vn.gocua.protocol.campaign;

import vn.gocua.protocol.endpoint.Endpoint;

/** Targets of the campaign and its teams. */
public final class TargetEndpoints {
  public static final Endpoint<Void, TargetsInfo> READ =
      Endpoint.get("/api/v1/targets").answers(TargetsInfo.class);
  public static final Endpoint<TargetsChange, TargetsInfo> CHANGE =
      Endpoint.put("/api/v1/targets").takes(TargetsChange.class).answers(TargetsInfo.class);

  private TargetEndpoints() {}
}
