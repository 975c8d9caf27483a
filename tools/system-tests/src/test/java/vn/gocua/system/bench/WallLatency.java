package vn.gocua.system.bench;

import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;
import tools.jackson.databind.JsonNode;
import vn.gocua.protocol.client.EngineApi;
import vn.gocua.testkit.Checkout;
import vn.gocua.testkit.EngineProcess;
import vn.gocua.testkit.KioskProcess;
import vn.gocua.testkit.SampleCampaign;

/**
 * How long it takes from the moment a check-in is due to be sent until the big counter of the wall
 * says so in Chromium's document. Needs a built kiosk and a Chromium; without them it measures
 * nothing.
 */
final class WallLatency implements Measurement {
  private static final int PER_SECOND = 500;
  private static final Duration WARM_UP = Duration.ofSeconds(8);

  /** Notes each new number of the first counter, with the time it was set. */
  private static final String NOTE =
      """
      (() => {
        window.seen = [];
        let last = '';
        const look = () => {
          const text = document.querySelector('.counter-value')?.textContent.replace(/\\D/g, '') ?? '';
          if (text !== last) {
            last = text;
            window.seen.push([Date.now(), Number(text)]);
          }
        };
        look();
        new MutationObserver(look).observe(
          document.documentElement, {subtree: true, childList: true, characterData: true});
      })()
      """;

  private static final String SHOWN = "Number(window.seen.at(-1)?.[1] ?? 0)";

  private final Bench bench;
  private final Duration time;

  WallLatency(Bench bench, Duration time) {
    this.bench = bench;
    this.time = time;
  }

  @Override
  public List<Figure> run() throws Exception {
    Path chromium = Browser.installed().orElse(null);
    if (chromium == null || !Files.exists(Checkout.jar("kiosk"))) {
      return List.of(Figure.notMeasured("wall.p99"));
    }
    try (EngineProcess engine = EngineProcess.start(bench.engine("wall"));
        EngineApi api = EngineProcess.api(engine.launch().address())) {
      engine.awaitReady();
      List<String> tokens = bench.phones(api, SampleCampaign.TEAMS);
      try (KioskProcess kiosk = bench.kiosk(engine.launch());
          Browser browser = Browser.open(chromium, bench.folder().resolve("browser"));
          Steady steady = new Steady(engine.launch().port(), bench.todaysUploads(tokens))) {
        browser.go(kiosk.url("/"));
        await()
            .atMost(Duration.ofSeconds(60))
            .until(() ->
                browser.evaluate("document.querySelector('.counter-value') !== null").asBoolean());
        browser.evaluate(NOTE);
        List<Long> warmUp = send(steady, WARM_UP);
        awaitShown(browser, warmUp.size());
        List<Long> sent = send(steady, time);
        awaitShown(browser, warmUp.size() + sent.size());
        return figures(sent, warmUp.size(), browser.evaluate("window.seen"));
      }
    }
  }

  /** When each check-in was due, in the clock that the browser goes by. */
  private static List<Long> send(Steady steady, Duration time) throws Exception {
    long nanosAtEpoch = System.currentTimeMillis() * 1_000_000 - System.nanoTime();
    List<Long> sent = new ArrayList<>();
    steady.run(time, PER_SECOND, (_, at) -> sent.add((at + nanosAtEpoch) / 1_000_000));
    return sent;
  }

  private static void awaitShown(Browser browser, long checkIns) {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> browser.evaluate(SHOWN).asLong() >= checkIns);
  }

  private static List<Figure> figures(List<Long> sent, int before, JsonNode seen) {
    Histogram histogram = new Histogram(60_000L, 3);
    int next = 0;
    for (JsonNode glance : seen) {
      for (; next < sent.size() && before + next < glance.get(1).asLong(); next++) {
        histogram.recordValue(Math.max(0, glance.get(0).asLong() - sent.get(next)));
      }
    }
    return List.of(
        Figure.plain(
            "wall.p50", (double) histogram.getValueAtPercentile(50), Figure.Unit.MILLISECONDS),
        Figure.atMost(
            "wall.p99",
            (double) histogram.getValueAtPercentile(99),
            Figure.Unit.MILLISECONDS,
            600));
  }
}
