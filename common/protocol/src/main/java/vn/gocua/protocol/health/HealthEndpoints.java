package vn.gocua.protocol.health;

import java.io.InputStream;
import vn.gocua.protocol.endpoint.Endpoint;

/** Health of the engine. */
public final class HealthEndpoints {
  public static final Endpoint<Void, Void> LIVE = Endpoint.get("/health/live");
  public static final Endpoint<Void, Void> READY = Endpoint.get("/health/ready");
  public static final Endpoint<Void, InputStream> METRICS =
      Endpoint.get("/metrics").answers(InputStream.class);
  public static final Endpoint<Void, NodeList> NODES =
      Endpoint.get("/api/v1/nodes").answers(NodeList.class);
  public static final Endpoint<Void, Void> OPEN_API = Endpoint.get("/api/v1/openapi.yaml");
  public static final Endpoint<Void, Void> SECURITY_TXT = Endpoint.get("/.well-known/security.txt");
  public static final Endpoint<Void, Void> LANGUAGES = Endpoint.get("/i18n/index.json");
  public static final Endpoint<Void, Void> TEXTS = Endpoint.get("/i18n/{language}.json");

  private HealthEndpoints() {}
}
