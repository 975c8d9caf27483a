package vn.gocua.protocol;

import vn.gocua.protocol.campaign.TargetsChange;

/** Targets of the campaign and its teams. */
public final class TargetEndpoints {
  public static final Endpoint<Void, Void> READ = Endpoint.get("/api/v1/targets");
  public static final Endpoint<TargetsChange, Void> CHANGE =
      Endpoint.put("/api/v1/targets").takes(TargetsChange.class);

  private TargetEndpoints() {}
}
