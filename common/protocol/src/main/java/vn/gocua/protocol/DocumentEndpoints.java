package vn.gocua.protocol;

/** Documents that leaders hand out for a while. */
public final class DocumentEndpoints {
  public static final Endpoint<Void, Void> READ = Endpoint.get("/api/v1/documents");
  public static final Endpoint<Void, Void> SHARE = Endpoint.post("/api/v1/documents");
  public static final Endpoint<Void, Void> WITHDRAW =
      Endpoint.post("/api/v1/documents/{id}/withdraw");
  public static final Endpoint<Void, Void> FETCH = Endpoint.get("/d/{token}");

  private DocumentEndpoints() {}
}
