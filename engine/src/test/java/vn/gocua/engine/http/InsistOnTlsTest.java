package vn.gocua.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gocua.engine.support.Api;
import vn.gocua.engine.support.ConfigFolder;
import vn.gocua.engine.support.RunningEngine;
import vn.gocua.testkit.SettableClock;

/**
 * Browsers are told to come by HTTPS only (HSTS) when a trusted proxy says that the outer hop is
 * HTTPS, and by nobody else's word.
 */
class InsistOnTlsTest {
  private static final String HSTS = "strict-transport-security";
  private static final String PROTO = "X-Forwarded-Proto";
  private static final List<String> PATHS =
      List.of("/", "/health/live", "/api/v1/board", "/api/v1/check-ins", "/nowhere");

  @TempDir private Path folder;

  private RunningEngine engine(String trusted) {
    ConfigFolder config =
        ConfigFolder.in(folder).write("engine.yaml", "trustedProxies: \"" + trusted + "\"\n");
    return RunningEngine.start(
        folder.resolve("data"), config, SettableClock.at("2025-08-22T09:00:00+07:00"));
  }

  private static void shouldInsist(Api api, boolean insists) {
    for (String path : PATHS) {
      String header =
          api.head("GET", path, BodyPublishers.noBody()).headers().firstValue(HSTS).orElse("none");
      assertThat(header).as(path).isEqualTo(insists ? "max-age=31536000" : "none");
    }
  }

  @Test
  void shouldInsistBehindATrustedProxyThatWasAskedByHttps() {
    try (RunningEngine engine = engine("127.0.0.1")) {
      Api proxy = engine.anybody().with("X-Forwarded-For", "203.0.113.7");
      shouldInsist(proxy.with(PROTO, "https"), true);
      shouldInsist(proxy.with(PROTO, "HTTPS"), true);
      shouldInsist(proxy.with(PROTO, "http"), false);
      shouldInsist(proxy.with(PROTO, "wss"), false);
      shouldInsist(proxy, false);
      shouldInsist(proxy.with("Forwarded", "proto=https"), false);
      shouldInsist(engine.anybody(), false);
    }
  }

  @Test
  void shouldLookThroughAChainOfTrustedProxiesToTheOuterHop() {
    try (RunningEngine engine = engine("127.0.0.1, 10.0.0.0/8")) {
      Api proxies = engine.anybody().with("X-Forwarded-For", "203.0.113.7, 10.1.2.3");
      shouldInsist(proxies.with(PROTO, "https, http"), true);
      shouldInsist(proxies.with(PROTO, "http, https"), false);
    }
  }

  @Test
  void shouldBelieveNobodyElse() {
    try (RunningEngine engine = engine("10.9.9.9")) {
      shouldInsist(engine.anybody().with(PROTO, "https"), false);
      shouldInsist(
          engine.anybody().with("X-Forwarded-For", "10.9.9.9").with(PROTO, "https"), false);
    }
  }
}
