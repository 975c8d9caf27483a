package vn.gocua.protocol;

/** Guides for residents. */
public final class GuideEndpoints {
  public static final Endpoint<Void, Void> READ = Endpoint.get("/api/v1/guides");
  public static final Endpoint<Void, Void> FIND = Endpoint.get("/api/v1/guides/{slug}");
  public static final Endpoint<Void, Void> PAGE = Endpoint.get("/g/{slug}");

  private GuideEndpoints() {}
}
