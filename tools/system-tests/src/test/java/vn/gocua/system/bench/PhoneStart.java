package vn.gocua.system.bench;

import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.gocua.protocol.client.EngineApi;
import vn.gocua.testkit.EngineProcess;
import vn.gocua.testkit.SampleCampaign;
import vn.gocua.testkit.page.Leader;

/**
 * How long a volunteer waits in a yard without signal: from opening the phone's app, with the
 * engine gone and a processor four times as slow, until a first check-in is kept. Without a
 * Chromium it measures nothing.
 */
final class PhoneStart implements Measurement {
  private static final int STARTS = 5;
  private static final double SLOWER = 4;

  private static final String OPENS_OFFLINE =
      "navigator.serviceWorker.controller !== null && document.querySelector('#entry') !== null";

  private final Bench bench;

  PhoneStart(Bench bench) {
    this.bench = bench;
  }

  @Override
  public List<Figure> run() throws Exception {
    Path chromium = Browser.installed().orElse(null);
    if (chromium == null) {
      return List.of(Figure.notMeasured("phone.start"));
    }
    List<Double> times = new ArrayList<>();
    EngineProcess engine = EngineProcess.start(bench.engine("phone"));
    String address = engine.launch().address().toString();
    try (EngineApi api = EngineProcess.api(engine.launch().address())) {
      engine.awaitReady();
      Path profile = bench.folder().resolve("phone-browser");
      try (Browser browser = Browser.open(chromium, profile)) {
        browser.go(at(address, "/#code=" + Leader.signIn(api).code(SampleCampaign.team(0), 1)));
        until(browser, "document.querySelector('#entry') !== null");
        browser.go(at(address, "/"));
        until(browser, OPENS_OFFLINE);
      }
      engine.kill();
      for (int start = 0; start < STARTS; start++) {
        // A browser of its own each time: nothing is left in memory of the last start.
        try (Browser browser = Browser.open(chromium, profile)) {
          times.add(start(browser, address));
        }
      }
    } finally {
      engine.close();
    }
    return List.of(
        Figure.atMost("phone.start", Stats.median(times), Figure.Unit.MILLISECONDS, 2000));
  }

  private static double start(Browser browser, String address) {
    browser.command("Emulation.setCPUThrottlingRate", Map.of("rate", SLOWER));
    browser.go(at(address, "/"));
    until(browser, "document.querySelector('label[data-activity=apps]') !== null");
    browser.evaluate("document.querySelector('label[data-activity=apps]').click()");
    until(browser, "document.querySelector('#entry .go:not(:disabled)') !== null");
    browser.evaluate("document.querySelector('#entry .go').click()");
    until(browser, "document.querySelector('[data-undo]') !== null");
    return browser.evaluate("performance.now()").asDouble();
  }

  private static URI at(String address, String path) {
    return URI.create(address + path);
  }

  private static void until(Browser browser, String condition) {
    await()
        .pollInterval(Duration.ofMillis(10))
        .atMost(Duration.ofSeconds(60))
        .until(() -> browser.evaluate(condition).asBoolean());
  }
}
