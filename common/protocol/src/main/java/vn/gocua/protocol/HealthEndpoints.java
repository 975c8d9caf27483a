package vn.gocua.protocol;

/** How the engine is. */
public final class HealthEndpoints {
  public static final Endpoint<Void, Void> LIVE = Endpoint.get("/health/live");
  public static final Endpoint<Void, Void> READY = Endpoint.get("/health/ready");
  public static final Endpoint<Void, Void> METRICS = Endpoint.get("/metrics");
  public static final Endpoint<Void, Void> NODES = Endpoint.get("/api/v1/nodes");
  public static final Endpoint<Void, Void> OPEN_API = Endpoint.get("/api/v1/openapi.yaml");
  public static final Endpoint<Void, Void> SECURITY_TXT = Endpoint.get("/.well-known/security.txt");
  public static final Endpoint<Void, Void> LANGUAGES = Endpoint.get("/i18n/index.json");
  public static final Endpoint<Void, Void> TEXTS = Endpoint.get("/i18n/{language}.json");

  private HealthEndpoints() {}
}
