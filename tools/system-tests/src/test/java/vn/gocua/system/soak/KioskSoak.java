package vn.gocua.system.soak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import vn.gocua.base.console.Parent;
import vn.gocua.base.file.Folders;
import vn.gocua.testkit.Browser;
import vn.gocua.testkit.EngineProcess;
import vn.gocua.testkit.KioskProcess;
import vn.gocua.testkit.page.KioskPage;
import vn.gocua.testkit.page.Leader;
import vn.gocua.testkit.page.Resident;
import vn.gocua.testkit.page.SoakHeap;
import vn.gocua.testkit.page.SoakScreen;
import vn.gocua.testkit.page.SoakVisitor;

/**
 * Ten thousand visitors, one after the other at a few screens: {@code ./gocua bench kiosk}. Most of
 * them speak to the kiosk's server as a browser would, without drawing anything; some are taps in a
 * real Chromium beside them. The server's heap is read on the way, after full collections, and once
 * more when every session that was left behind must have ended.
 *
 * <p>Arguments: the number of visitors (10,000). The exit code is 1 if anything of them stays.
 */
final class KioskSoak {
  private static final int SCREENS = 6;
  private static final int WARM_UP = 300;

  /** Browsers that end without a word, or with one, before the visits begin. */
  private static final int RESTARTS = 200;

  /** Visits between two of a page's reloads; it is reloaded every night, in truth. */
  private static final int RELOAD_EACH = 50;

  /** How many of a hundred visits are over when the last page is reloaded and Chromium leaves. */
  private static final int CALM_AFTER = 70;

  /** Between two of Chromium's visitors, so that it leaves the others room. */
  private static final double PAUSE_MS = 700;

  /** Browsers that are gone are forgotten within five minutes; a busy machine may take longer. */
  private static final Duration FORGOTTEN = Duration.ofMinutes(7);

  /** What the heap may be larger by, in the end, than after the first tenth. */
  private static final double MEBIBYTES_MORE = 4;

  private final EngineProcess engine;
  private final KioskProcess kiosk;
  private final List<SoakScreen> screens = new ArrayList<>();
  private final List<SoakVisitor> visitors = new ArrayList<>();
  private final AtomicInteger tapped = new AtomicInteger();

  private KioskSoak(EngineProcess engine, KioskProcess kiosk) {
    this.engine = engine;
    this.kiosk = kiosk;
  }

  public static void main(String[] args) throws Exception {
    String[] arguments = Parent.watch(args);
    int visits = arguments.length == 0 ? 10_000 : Integer.parseInt(arguments[0]);
    Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "soak");
    boolean kept;
    try (EngineProcess engine = EngineProcess.start(folder);
        KioskProcess kiosk = KioskProcess.start(folder, engine.url())) {
      kept = new KioskSoak(engine, kiosk).run(folder, visits);
      kiosk.program().kill();
      engine.program().kill();
    } finally {
      Folders.delete(folder);
    }
    System.exit(kept ? 0 : 1);
  }

  private boolean run(Path folder, int visits) throws Exception {
    Instant begun = Instant.now();
    Leader leader = Leader.signIn(engine);
    List<String> tickets = furnish(folder);
    for (int i = 0; i < SCREENS; i++) {
      SoakScreen screen = new SoakScreen(kiosk.url("/"));
      screen.load();
      leader.acceptScreen(code(screen));
      screens.add(screen);
      visitors.add(new SoakVisitor(screen, i, tickets));
    }
    AtomicBoolean over = new AtomicBoolean();
    try (ExecutorService pool = Executors.newCachedThreadPool()) {
      CompletableFuture<Void> taps = CompletableFuture.runAsync(() -> tap(leader, over), pool);
      try {
        return watched(pool, visits, begun, over, taps);
      } finally {
        over.set(true);
      }
    }
  }

  private boolean watched(
      ExecutorService pool,
      int visits,
      Instant begun,
      AtomicBoolean over,
      CompletableFuture<Void> taps)
      throws IOException, InterruptedException, ExecutionException {
    System.out.println(SoakHeap.head());
    visit(pool, WARM_UP, true);
    measure("%,d visitors to warm up".formatted(WARM_UP));
    visit(pool, visits / 10, true);
    SoakHeap early = measure("%,d visitors".formatted(visits / 10));
    // Only now: what the restarted browsers leave behind must not make the early heap look large.
    restartBrowsers();
    measure("%d browsers restarted".formatted(RESTARTS));
    int calm = visits * CALM_AFTER / 100;
    visit(pool, visits / 2 - visits / 10, true);
    measure("%,d visitors".formatted(visits / 2));
    visit(pool, calm - visits / 2, true);
    over.set(true);
    taps.get();
    visit(pool, visits - calm, false);
    measure(
        "%,d visitors, %d s".formatted(visits, Duration.between(begun, Instant.now()).toSeconds()));
    Instant until = Instant.now().plus(FORGOTTEN);
    while (Instant.now().isBefore(until) && remembersOthers()) {
      Thread.sleep(5_000);
      touch(pool);
    }
    SoakHeap end = measure("old sessions have ended");
    System.out.printf(
        Locale.ROOT,
        "%,d visitors without a picture (%,d gave up), %,d by taps in Chromium, %d browsers"
            + " restarted, %d s%n",
        WARM_UP + visits,
        visitors.stream().mapToInt(SoakVisitor::gaveUp).sum(),
        tapped.get(),
        RESTARTS,
        Duration.between(begun, Instant.now()).toSeconds());
    boolean grew = end.mebibytes() > early.mebibytes() + MEBIBYTES_MORE;
    boolean leaked = end.sessions() > SCREENS || end.pages() > SCREENS || end.shells() > SCREENS;
    System.out.println(
        grew || leaked ? "CÒN SÓT (something stayed)" : "SẠCH (nothing of anybody stayed)");
    return !grew && !leaked;
  }

  private boolean remembersOthers() throws IOException, InterruptedException {
    SoakHeap now = SoakHeap.of(kiosk.program().pid());
    return now.sessions() > SCREENS || now.pages() > SCREENS;
  }

  private SoakHeap measure(String when) throws IOException, InterruptedException {
    SoakHeap heap = SoakHeap.of(kiosk.program().pid());
    System.out.println(heap.row(when));
    return heap;
  }

  private static String code(SoakScreen screen) throws IOException, InterruptedException {
    screen.await(node -> node.has("data-standing", "OFFERED"));
    return screen.tree().words(screen.await("code")).replaceAll("\\s", "");
  }

  /** Something to find: tickets, and a class. */
  private List<String> furnish(Path folder) {
    var _ = Leader.signIn(engine).schedule("Dùng VNeID (mẫu)", null, "Nhà văn hóa (mẫu)", 30);
    Resident resident = Resident.at(engine.api(), folder.resolve("data"));
    return Stream.generate(() -> resident.ask("co-giao", "digital-id")).limit(6).toList();
  }

  /** Every second one leaves as when the power fails. */
  private void restartBrowsers() throws IOException, InterruptedException {
    for (int i = 0; i < RESTARTS; i++) {
      SoakScreen screen = screens.get(i % SCREENS);
      if (i % 2 == 0) {
        screen.unload();
      }
      screen.restartBrowser();
      screen.load();
    }
  }

  private void visit(ExecutorService pool, int visits, boolean reloading)
      throws InterruptedException {
    AtomicInteger left = new AtomicInteger(visits);
    each(
        pool,
        i -> {
          int served = 0;
          while (left.getAndDecrement() > 0) {
            visitors.get(i).visit();
            if (++served % RELOAD_EACH == 0 && reloading) {
              if (served % (2 * RELOAD_EACH) == 0) {
                screens.get(i).unload();
              }
              screens.get(i).load();
            }
          }
        });
  }

  /** The screens are still there; else they would be forgotten, too. */
  private void touch(ExecutorService pool) throws InterruptedException {
    each(pool, i -> visitors.get(i).visit());
  }

  @FunctionalInterface
  private interface Work {
    void at(int screen) throws IOException, InterruptedException;
  }

  private static void each(ExecutorService pool, Work work) throws InterruptedException {
    List<CompletableFuture<Void>> all = new ArrayList<>();
    for (int i = 0; i < SCREENS; i++) {
      int screen = i;
      all.add(
          CompletableFuture.runAsync(
              () -> {
                try {
                  work.at(screen);
                } catch (IOException e) {
                  throw new java.io.UncheckedIOException(e);
                } catch (InterruptedException e) {
                  throw new IllegalStateException(e);
                }
              },
              pool));
    }
    all.forEach(CompletableFuture::join);
  }

  /** A real browser with its pushes and scripts, for as long as the others visit. */
  private void tap(Leader leader, AtomicBoolean over) {
    try (Browser browser = new Browser()) {
      KioskPage page = KioskPage.open(browser, kiosk.url("/kiosk"), 1080, 1920).accepted(leader);
      while (!over.get()) {
        page.tap(".choice >> nth=2").await("[data-guide]").tap("[data-guide] >> nth=0");
        page.await(".guide-about").onwards().await(".guide-page").tap(".foot-home").awaitHome();
        page.tap(".choice >> nth=0").awaitTitle("Bác cần giúp").tap(".choice >> nth=1");
        page.await(".hamlets").type("van").tap(".foot-home").awaitHome();
        tapped.addAndGet(2);
        page.page().waitForTimeout(PAUSE_MS);
      }
      page.close();
    }
  }
}
