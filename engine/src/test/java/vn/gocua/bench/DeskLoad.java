package vn.gocua.bench;

import static org.awaitility.Awaitility.await;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import vn.gocua.engine.fault.EngineClient;
import vn.gocua.engine.fault.EngineProcess;
import vn.gocua.engine.fault.SampleCampaign;

/**
 * The leaders' desk beside a million check-ins: how soon it opens, how soon its grid follows, what
 * an export takes of the heap, and what fifty who watch cost beside one. Needs a built kiosk and a
 * Chromium; without them it measures nothing.
 */
final class DeskLoad implements Measurement {
  private static final int OPENINGS = 11;
  private static final int CHECK_INS = 120;
  private static final int LEADERS = 50;
  private static final Duration SETTLE = Duration.ofSeconds(10);

  /** Notes when the grid's text changed. */
  private static final String NOTE =
      """
      (() => {
        window.seen = [];
        let last = document.querySelector('.teams-grid').textContent;
        new MutationObserver(() => {
          const text = document.querySelector('.teams-grid').textContent;
          if (text !== last) {
            last = text;
            window.seen.push(Date.now());
          }
        }).observe(document.documentElement, {subtree: true, childList: true, characterData: true});
      })()
      """;

  /** From a request's first byte to its answer's last, of the page and of what Vaadin asks. */
  private static final String SERVER_SIDE =
      """
      [...performance.getEntriesByType('navigation'),
       ...performance.getEntriesByType('resource').filter(r => r.name.includes('v-r='))]
        .reduce((sum, r) => sum + r.responseEnd - r.requestStart, 0)
      """;

  private final Bench bench;

  DeskLoad(Bench bench) {
    this.bench = bench.with(SampleCampaign.DAYS);
  }

  @Override
  public List<Figure> run() throws Exception {
    Path chromium = Browser.installed().orElse(null);
    if (chromium == null || !Files.exists(Kiosk.JAR)) {
      return List.of(Figure.notMeasured("desk.overview"));
    }
    EngineProcess.Launch launch = bench.engine("desk", "-Xmx256m");
    Filled.journal(launch.journal(), bench.work(), StartUp.MILLION, SampleCampaign.DAYS);
    try (EngineProcess engine = EngineProcess.start(launch);
        EngineClient client = new EngineClient(launch.address())) {
      engine.awaitReady();
      List<String> tokens = bench.phones(client, SampleCampaign.TEAMS);
      try (Kiosk kiosk = Kiosk.start(launch);
          Browser browser = Browser.open(chromium, bench.folder().resolve("leader"))) {
        URI desk = kiosk.wall().resolve("/leader");
        signIn(browser, desk);
        List<Figure> figures = new ArrayList<>();
        figures.add(overview(browser, desk));
        figures.addAll(grid(browser, client, tokens));
        figures.add(leaders(browser, desk, kiosk, engine, client, tokens));
        figures.add(heapOfAnExport(engine, client));
        return figures;
      }
    }
  }

  private static void signIn(Browser browser, URI desk) {
    browser.go(desk);
    awaitThere(browser, ".sign-in-submit");
    browser.evaluate(
        "document.querySelector('#sign-in-username').value = 'leader';"
            + "document.querySelector('#sign-in-password').value = '"
            + EngineProcess.PASSWORD
            + "';document.querySelector('.sign-in-submit').click()");
    awaitThere(browser, ".teams-grid");
  }

  private static void awaitThere(Browser browser, String selector) {
    await()
        .atMost(Duration.ofSeconds(90))
        .until(() ->
            browser.evaluate("document.querySelector('" + selector + "') !== null").asBoolean());
  }

  private static Figure overview(Browser browser, URI desk) {
    List<Double> took = new ArrayList<>();
    for (int i = 0; i < OPENINGS; i++) {
      browser.evaluate("document.querySelector('.teams-grid').remove()");
      browser.go(desk);
      awaitThere(browser, ".teams-grid");
      took.add(browser.evaluate(SERVER_SIDE).asDouble());
    }
    return Figure.atMost("desk.overview", Stats.median(took), Figure.Unit.MILLISECONDS, 100);
  }

  private static List<Figure> grid(Browser browser, EngineClient client, List<String> tokens)
      throws Exception {
    browser.evaluate(NOTE);
    Histogram histogram = new Histogram(60_000L, 3);
    for (int i = 0; i < CHECK_INS; i++) {
      int before = browser.evaluate("window.seen.length").asInt();
      long sent = System.currentTimeMillis();
      checkIn(client, tokens.get(i % tokens.size()));
      await()
          .pollInterval(Duration.ofMillis(20))
          .atMost(Duration.ofSeconds(30))
          .until(() -> browser.evaluate("window.seen.length").asInt() > before);
      if (i >= CHECK_INS / 6) {
        histogram.recordValue(
            Math.max(0, browser.evaluate("window.seen[" + before + "]").asLong() - sent));
      }
    }
    return List.of(
        Figure.plain(
            "desk.grid.p50", (double) histogram.getValueAtPercentile(50), Figure.Unit.MILLISECONDS),
        Figure.atMost(
            "desk.grid.p99",
            (double) histogram.getValueAtPercentile(99),
            Figure.Unit.MILLISECONDS,
            300));
  }

  private static void checkIn(EngineClient client, String token) throws Exception {
    Map<String, Object> item =
        Map.of(
            "id",
            new Ids().next(),
            "occurredAt",
            Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
            "activity",
            "public-services",
            "residents",
            2);
    var answer =
        client.post("/api/v1/check-ins", token, Map.of("checkIns", List.of(item))).expect(200);
    if (!answer.get("results").get(0).get("outcome").asString().equals("accepted")) {
      throw new IllegalStateException(answer.toString());
    }
  }

  /** Processor time of engine and kiosk together, a check-in. */
  private static Figure leaders(
      Browser browser,
      URI desk,
      Kiosk kiosk,
      EngineProcess engine,
      EngineClient client,
      List<String> tokens)
      throws Exception {
    double one = microsEach(kiosk, engine, client, tokens);
    for (int i = 1; i < LEADERS; i++) {
      browser.another(desk);
    }
    Thread.sleep(SETTLE.multipliedBy(3));
    double fifty = microsEach(kiosk, engine, client, tokens);
    return Figure.timesAtMost("desk.leaders", fifty, fifty / one, 1.2);
  }

  private static double microsEach(
      Kiosk kiosk, EngineProcess engine, EngineClient client, List<String> tokens)
      throws Exception {
    Thread.sleep(SETTLE);
    Duration before = worked(kiosk, engine);
    for (int i = 0; i < CHECK_INS; i++) {
      checkIn(client, tokens.get(i % tokens.size()));
      Thread.sleep(100);
    }
    return worked(kiosk, engine).minus(before).toNanos() / 1e3 / CHECK_INS;
  }

  private static Duration worked(Kiosk kiosk, EngineProcess engine) {
    Duration ofEngine =
        ProcessHandle.of(engine.pid())
            .flatMap(handle -> handle.info().totalCpuDuration())
            .orElse(Duration.ZERO);
    return kiosk.worked().plus(ofEngine);
  }

  /** What a collection leaves while the file is half way, more than before it began. */
  private static Figure heapOfAnExport(EngineProcess engine, EngineClient client) throws Exception {
    double before = StartUp.heapAfterCollection(engine.pid());
    String session = client.signIn();
    double during = 0;
    try (HttpClient http = HttpClient.newHttpClient()) {
      var answer =
          http.send(
              HttpRequest.newBuilder(
                      engine.launch().address().resolve("/api/v1/export/check-ins.xlsx"))
                  .header("authorization", "Bearer " + session)
                  .build(),
              BodyHandlers.ofInputStream());
      byte[] buffer = new byte[64 * 1024];
      long mebibytes = 0;
      long bytes = 0;
      try (InputStream body = answer.body()) {
        for (int n = body.read(buffer); n >= 0; n = body.read(buffer)) {
          bytes += n;
          if (bytes >> 20 >= mebibytes + 20) {
            mebibytes = bytes >> 20;
            during = Math.max(during, StartUp.heapAfterCollection(engine.pid()));
          }
        }
      }
    }
    return Figure.atMost(
        "desk.export.heap", Math.max(0, during - before), Figure.Unit.MEBIBYTES, 64);
  }
}
