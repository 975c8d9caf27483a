package vn.gocua.kiosk.e2e;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import vn.gocua.base.file.Folders;
import vn.gocua.kiosk.testing.Shared;
import vn.gocua.testkit.Browser;
import vn.gocua.testkit.EngineProcess;
import vn.gocua.testkit.KioskProcess;
import vn.gocua.testkit.Ports;
import vn.gocua.testkit.page.Leader;
import vn.gocua.testkit.page.Resident;

/**
 * One engine, one kiosk, one browser and one leader who is signed in, for all tests of the desk
 * that leave the campaign's teams and its end as they are. They end with the last test; each test
 * takes teams of its own.
 */
final class SharedDesk implements AutoCloseable {
  /** The largest document that the engine takes, so that a test need send no real film. */
  static final int MEGABYTES = 1;

  private static final String IN_THE_APP =
      """
      path => {
        document.querySelector('.desk-page').dataset.before = 'yes';
        const link = document.createElement('a');
        link.href = path;
        document.body.append(link);
        link.click();
        link.remove();
      }
      """;

  private final Path folder;
  private final EngineProcess engine;
  private final KioskProcess kiosk;
  private final Browser browser;
  private final Leader leader;
  private final Resident resident;
  private @Nullable Page page;

  private SharedDesk(Path folder) {
    this.folder = folder;
    int port = Ports.free();
    CompletableFuture<EngineProcess> starting =
        CompletableFuture.supplyAsync(() ->
            EngineProcess.start(
                folder.resolve("engine"),
                port,
                Map.of("GOCUA_DOCUMENT_MEGABYTES", String.valueOf(MEGABYTES))));
    kiosk = KioskProcess.start(folder.resolve("kiosk"), URI.create("http://127.0.0.1:" + port));
    browser = new Browser();
    engine = starting.join();
    leader = Leader.signIn(engine);
    resident = Resident.at(engine.api(), folder.resolve("engine").resolve("data"));
  }

  /** A desk of a test class's own, for what others must not see. */
  static SharedDesk start() {
    return new SharedDesk(Shared.folder("desk"));
  }

  /** Hands the desk to test classes; the first that asks starts it. */
  static final class Extension extends Shared<SharedDesk> {
    Extension() {
      super(SharedDesk.class, SharedDesk::start);
    }
  }

  /** A page of the one leader who is signed in all the time, as it is when it has just loaded. */
  Page open(String path) {
    Page signedIn = signedIn();
    signedIn.setViewportSize(1440, 900);
    load(signedIn, path);
    return signedIn;
  }

  /** Another tab of the same leader's browser. */
  Page another(String path) {
    Page other = signedIn().context().newPage();
    other.setViewportSize(1440, 900);
    load(other, path);
    return other;
  }

  private Page signedIn() {
    Page known = page;
    if (known == null) {
      known = DeskPages.signIn(browser, kiosk, 1440, 900);
      page = known;
    }
    return known;
  }

  /** Loads a page of the desk as its address does. */
  void load(Page page, String path) {
    page.navigate(kiosk.url("/leader" + path).toString());
    await(page, ".desk-page h1");
  }

  /** Goes to another page of the desk as its menu does, which loads nothing anew. */
  void go(Page page, String path) {
    page.evaluate(IN_THE_APP, "/leader" + path);
    await(page, ".desk-page:not([data-before]) h1");
  }

  private static void await(Page page, String heading) {
    page.waitForSelector(".desk[data-signal=live] " + heading);
  }

  EngineProcess engine() {
    return engine;
  }

  KioskProcess kiosk() {
    return kiosk;
  }

  Browser browser() {
    return browser;
  }

  Leader leader() {
    return leader;
  }

  Resident resident() {
    return resident;
  }

  @Override
  public void close() throws IOException {
    browser.close();
    kiosk.program().kill();
    engine.program().kill();
    Folders.delete(folder);
  }
}
