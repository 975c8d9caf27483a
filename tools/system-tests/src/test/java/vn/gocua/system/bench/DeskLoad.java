package vn.gocua.system.bench;

import static org.awaitility.Awaitility.await;

import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import vn.gocua.protocol.checkin.CheckInEndpoints;
import vn.gocua.protocol.checkin.ExportEndpoints;
import vn.gocua.protocol.checkin.VerdictList;
import vn.gocua.protocol.client.Caller;
import vn.gocua.protocol.client.EngineApi;
import vn.gocua.protocol.client.Json;
import vn.gocua.protocol.client.Query;
import vn.gocua.testkit.Checkout;
import vn.gocua.testkit.EngineProcess;
import vn.gocua.testkit.KioskProcess;
import vn.gocua.testkit.SampleCampaign;
import vn.gocua.testkit.page.Leader;

/**
 * The leaders' desk beside a million check-ins: how soon it opens, how soon its grid follows, what
 * an export takes of the heap, and what fifty who watch cost beside one. Needs a built kiosk and a
 * Chromium; without them it measures nothing.
 */
final class DeskLoad implements Measurement {
  /** Fifty pages that paint take both cores, and what is measured has to wait and does less. */
  private static final String UNPAINTED = "document.body.style.contentVisibility = 'hidden'";

  /** The first of them find programs that have hardly run, and count for nothing. */
  private static final int OPENINGS = 30;

  private static final int OPENINGS_AT_FIRST = 5;
  private static final int CHECK_INS = 120;
  private static final int LEADERS = 50;
  private static final Duration SETTLE = Duration.ofSeconds(5);
  private static final Duration WATCHED = Duration.ofSeconds(15);

  /** Check-ins a second: what 36 teams may send on a good evening, and far more than they can. */
  private static final int CALM = 10;

  private static final int BUSY = 100;

  /** Of an export: how often its heap is looked at. */
  private static final int EVERY_MEBIBYTES = 5;

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
    if (chromium == null || !Files.exists(Checkout.jar("kiosk"))) {
      return List.of(Figure.notMeasured("desk.overview"));
    }
    EngineProcess.Launch launch = bench.engine("desk", "-Xmx256m");
    Filled.journal(launch.journal(), bench.work(), StartUp.MILLION, SampleCampaign.DAYS);
    try (EngineProcess engine = EngineProcess.start(launch);
        EngineApi api = EngineProcess.api(launch.address())) {
      engine.awaitReady();
      List<String> tokens = bench.phones(api, SampleCampaign.TEAMS);
      try (KioskProcess kiosk = bench.kiosk(launch);
          Browser browser = Browser.open(chromium, bench.folder().resolve("leader"))) {
        URI desk = kiosk.url("/").resolve("/leader");
        signIn(browser.page(), desk);
        List<Figure> figures = new ArrayList<>();
        figures.addAll(overview(browser.page(), desk));
        figures.addAll(grid(browser.page(), api, tokens));
        figures.add(heapOfAnExport(engine, api));
        figures.addAll(
            leaders(browser, desk, new Watched(engine, kiosk, bench.todaysUploads(tokens))));
        return figures;
      }
    }
  }

  private static void signIn(Devtools page, URI desk) {
    page.go(desk);
    awaitThere(page, ".sign-in-submit");
    page.evaluate(
        "document.querySelector('#sign-in-username').value = 'leader';"
            + "document.querySelector('#sign-in-password').value = '"
            + EngineProcess.PASSWORD
            + "';document.querySelector('.sign-in-submit').click()");
    awaitThere(page, ".teams-grid");
  }

  private static void awaitThere(Devtools page, String selector) {
    await()
        .atMost(Duration.ofSeconds(90))
        .until(
            () -> page.evaluate("document.querySelector('" + selector + "') !== null").asBoolean());
  }

  private static List<Figure> overview(Devtools browser, URI desk) {
    List<Double> took = new ArrayList<>();
    for (int i = 0; i < OPENINGS; i++) {
      browser.evaluate("document.querySelector('.teams-grid').remove()");
      browser.go(desk);
      awaitThere(browser, ".teams-grid");
      took.add(browser.evaluate(SERVER_SIDE).asDouble());
    }
    List<Double> counted = took.subList(OPENINGS_AT_FIRST, OPENINGS).stream().sorted().toList();
    return List.of(
        Figure.atMost("desk.overview", Stats.median(counted), Figure.Unit.MILLISECONDS, 100),
        Figure.plain(
            "desk.overview.p90", counted.get(counted.size() * 9 / 10), Figure.Unit.MILLISECONDS));
  }

  private static List<Figure> grid(Devtools browser, EngineApi api, List<String> tokens)
      throws Exception {
    browser.evaluate(NOTE);
    Histogram histogram = new Histogram(60_000L, 3);
    for (int i = 0; i < CHECK_INS; i++) {
      int before = browser.evaluate("window.seen.length").asInt();
      long sent = System.currentTimeMillis();
      checkIn(api, tokens.get(i % tokens.size()));
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

  private static void checkIn(EngineApi api, String token) {
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
    byte[] body = Json.write(Map.of("checkIns", List.of(item)));
    VerdictList verdicts = api.sendAsIs(Caller.with(token), CheckInEndpoints.SUBMIT, body);
    if (!verdicts.results().getFirst().outcome().equals("accepted")) {
      throw new IllegalStateException(verdicts.toString());
    }
  }

  /**
   * Processor time of engine and kiosk together, a check-in, with one leader and with fifty: each
   * signed in by themselves, each in a window that counts as seen. One is measured before and
   * after, so that it counts for nobody that programs become quicker while they run.
   */
  private static List<Figure> leaders(Browser browser, URI desk, Watched watched) throws Exception {
    watched.microsEach(BUSY);
    double calm = watched.microsEach(CALM);
    double busy = watched.microsEach(BUSY);
    List<Devtools> others = new ArrayList<>();
    for (int i = 1; i < LEADERS; i++) {
      Devtools other = browser.somebodyElse();
      signIn(other, desk);
      other.evaluate(UNPAINTED);
      others.add(other);
    }
    Thread.sleep(SETTLE.multipliedBy(2));
    double calmFifty = watched.microsEach(CALM);
    double busyFifty = watched.microsEach(BUSY);
    String total = proveSeen(browser.page());
    for (Devtools other : others) {
      String seen = proveSeen(other);
      if (!seen.equals(total)) {
        throw new IllegalStateException("one leader sees " + total + ", another " + seen);
      }
    }
    others.forEach(other -> other.go(URI.create("about:blank")));
    Thread.sleep(SETTLE.multipliedBy(2));
    calm = (calm + watched.microsEach(CALM)) / 2;
    busy = (busy + watched.microsEach(BUSY)) / 2;
    return List.of(
        Figure.timesAtMost("desk.leaders", calmFifty, calmFifty / calm, 1.2),
        Figure.timesAtMost("desk.leaders.busy", busyFifty, busyFifty / busy, 1.2));
  }

  /** What a leader reads as the campaign's total, on a page that is seen. */
  private static String proveSeen(Devtools page) {
    if (page.evaluate("document.hidden").asBoolean()) {
      throw new IllegalStateException("a window is hidden");
    }
    return page.evaluate("document.querySelector('.card-number').textContent").asString();
  }

  /** Both programs, and phones that send to them. */
  private record Watched(EngineProcess engine, KioskProcess kiosk, List<Batch> uploads) {
    /** Processor time of both, a check-in, in microseconds. */
    double microsEach(int perSecond) throws Exception {
      Thread.sleep(SETTLE);
      Duration before = worked();
      try (Steady steady = new Steady(engine.launch().port(), uploads)) {
        steady.run(WATCHED, perSecond, (_, _) -> {});
      }
      Thread.sleep(SETTLE.dividedBy(2));
      return worked().minus(before).toNanos() / 1e3 / (WATCHED.toSeconds() * perSecond);
    }

    private Duration worked() {
      Duration ofEngine =
          ProcessHandle.of(engine.program().pid())
              .flatMap(handle -> handle.info().totalCpuDuration())
              .orElse(Duration.ZERO);
      return kiosk.program().cpuTime().plus(ofEngine);
    }
  }

  /** What lives while the file is on its way, at its most, more than before it began. */
  private static Figure heapOfAnExport(EngineProcess engine, EngineApi api) throws Exception {
    double before = StartUp.liveHeap(engine.program().pid());
    Caller leader = Leader.signIn(api).caller();
    double during = 0;
    byte[] buffer = new byte[64 * 1024];
    long mebibytes = 0;
    long bytes = 0;
    try (InputStream body =
        api.download(leader, ExportEndpoints.CHECK_INS_XLSX, Query.NONE).body()) {
      for (int n = body.read(buffer); n >= 0; n = body.read(buffer)) {
        bytes += n;
        if (bytes >> 20 >= mebibytes + EVERY_MEBIBYTES) {
          mebibytes = bytes >> 20;
          during = Math.max(during, StartUp.liveHeap(engine.program().pid()));
        }
      }
    }
    return Figure.atMost(
        "desk.export.heap", Math.max(0, during - before), Figure.Unit.MEBIBYTES, 64);
  }
}
