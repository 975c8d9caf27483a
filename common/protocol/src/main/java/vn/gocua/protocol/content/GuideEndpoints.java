package vn.gocua.protocol.content;

import vn.gocua.protocol.endpoint.Endpoint;

/** Guides for residents. */
public final class GuideEndpoints {
  public static final Endpoint<Void, GuideList> READ =
      Endpoint.get("/api/v1/guides").answers(GuideList.class);
  public static final Endpoint<Void, GuideInfo> FIND =
      Endpoint.get("/api/v1/guides/{slug}").answers(GuideInfo.class);
  public static final Endpoint<Void, Void> PAGE = Endpoint.get("/g/{slug}");

  private GuideEndpoints() {}
}
