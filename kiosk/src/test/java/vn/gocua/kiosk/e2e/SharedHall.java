package vn.gocua.kiosk.e2e;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import vn.gocua.base.file.Folders;
import vn.gocua.kiosk.testing.Shared;
import vn.gocua.testkit.Browser;
import vn.gocua.testkit.EngineProcess;
import vn.gocua.testkit.KioskProcess;
import vn.gocua.testkit.Network;
import vn.gocua.testkit.Program;
import vn.gocua.testkit.page.KioskPage;
import vn.gocua.testkit.page.Leader;
import vn.gocua.testkit.page.Resident;

/**
 * One engine, one kiosk and one browser for the tests of the residents' kiosk and of the teams'
 * phones, with a printer beside every screen. They end with the last test. Each test of the kiosk
 * begins with {@link #whole}, since the one before it may have cut the network; each of the phones
 * has a team of its own, and closes its pages when it ends.
 */
final class SharedHall implements AutoCloseable {
  private final Path folder;
  private final Network network;
  private final Browser browser = new Browser();
  private EngineProcess engine;
  private Leader leader;
  private KioskProcess kiosk;

  private SharedHall() {
    folder = Shared.folder("hall");
    engine = EngineProcess.start(folder);
    network = Network.to(engine.port());
    kiosk = KioskProcess.startWithPrinter(folder, network.url());
    leader = Leader.signIn(engine);
  }

  /** Hands the hall to test classes; the first that asks starts it. */
  static final class Extension extends Shared<SharedHall> {
    Extension() {
      super(SharedHall.class, SharedHall::new);
    }
  }

  /** Everything hears everything. */
  void whole() {
    network.mend();
    awaitEngine(true);
  }

  /** Waits until the kiosk hears the engine, or no longer does. */
  void awaitEngine(boolean there) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> Program.answersOk(kiosk.url("/health/ready")) == there);
  }

  /** The kiosk's server ends and comes back where it was. */
  void restartKiosk() {
    int port = kiosk.port();
    kiosk.close();
    kiosk = KioskProcess.startWithPrinter(folder, network.url(), port);
  }

  /** The engine's power is cut. */
  void killEngine() {
    engine.program().kill();
  }

  /** It comes back where it was. */
  void reviveEngine() {
    engine = EngineProcess.start(folder, engine.port());
    leader = Leader.signIn(engine);
  }

  /** A screen that a leader has accepted. */
  KioskPage screen() {
    return KioskPage.open(browser, kiosk.url("/kiosk"), 1080, 1920).accepted(leader);
  }

  /** The same screen in a fresh page, as after a restart of its browser. */
  KioskPage again(KioskPage screen) {
    return KioskPage.open(browser, kiosk.url("/kiosk"), 1080, 1920, screen.cookies()).awaitHome();
  }

  Path folder() {
    return folder;
  }

  EngineProcess engine() {
    return engine;
  }

  Network network() {
    return network;
  }

  KioskProcess kiosk() {
    return kiosk;
  }

  Browser browser() {
    return browser;
  }

  /** Somebody at a kiosk, by its API. */
  Resident resident() {
    return Resident.at(engine.api(), folder.resolve("data"));
  }

  Leader leader() {
    return leader;
  }

  @Override
  public void close() throws IOException {
    browser.close();
    kiosk.program().kill();
    network.close();
    engine.program().kill();
    Folders.delete(folder);
  }
}
