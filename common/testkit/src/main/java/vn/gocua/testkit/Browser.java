package vn.gocua.testkit;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import vn.gocua.base.text.Language;

/**
 * A headless Chromium: the system's where there is one, else Playwright's own. Errors of pages are
 * gathered, so that a test can require that there were none.
 */
public final class Browser implements AutoCloseable {
  private static final Path CHROMIUM =
      Path.of(System.getenv().getOrDefault("GOCUA_TEST_CHROMIUM", "/usr/bin/chromium"));
  private static final Path SCREENSHOTS = Path.of("target", "screenshots");

  /**
   * What pages under test have no use for: the list that Playwright gives, which this one replaces,
   * and the page behind the address bar, a process for every window.
   */
  private static final List<String> WITHOUT =
      List.of(
          "AvoidUnnecessaryBeforeUnloadCheckSync",
          "BoundaryEventDispatchTracksNodeRemoval",
          "DestroyProfileOnBrowserClose",
          "DialMediaRouteProvider",
          "GlobalMediaControls",
          "HttpsUpgrades",
          "LensOverlay",
          "MediaRouter",
          "PaintHolding",
          "ThirdPartyStoragePartitioning",
          "BlockOriginHeaderModificationOnRedirect",
          "Translate",
          "AutoDeElevate",
          "OptimizationHints",
          "WebUIOmniboxPopup",
          "WebUIOmniboxAimPopup");

  private static final List<String> FLAGS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--disable-features=" + String.join(",", WITHOUT));

  private final Playwright playwright;
  private final com.microsoft.playwright.Browser chromium;
  private final List<String> complaints = new CopyOnWriteArrayList<>();

  public Browser() {
    this(List.of());
  }

  /** A browser with further flags. */
  public Browser(List<String> flags) {
    boolean system = Files.isExecutable(CHROMIUM);
    Map<String, String> environment = new HashMap<>(System.getenv());
    if (system) {
      environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    }
    playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
    BrowserType.LaunchOptions options =
        new BrowserType.LaunchOptions()
            .setHeadless(true)
            .setArgs(Stream.concat(FLAGS.stream(), flags.stream()).toList());
    if (system) {
      options.setExecutablePath(CHROMIUM);
    }
    chromium = playwright.chromium().launch(options);
  }

  /** A page of this size in a profile of its own. */
  public Page page(int width, int height) {
    return page(
        new com.microsoft.playwright.Browser.NewContextOptions().setViewportSize(width, height));
  }

  public Page page(com.microsoft.playwright.Browser.NewContextOptions options) {
    BrowserContext context = chromium.newContext(options.setLocale(Language.first().intl()));
    Page page = context.newPage();
    page.onPageError(complaints::add);
    page.onConsoleMessage(message -> {
      if (message.type().equals("error")) {
        complaints.add(message.text());
      }
    });
    return page;
  }

  /** Closes every page, so that none goes on beside the next test. */
  public void closePages() {
    chromium.contexts().forEach(BrowserContext::close);
  }

  /** Errors that pages have thrown or logged: scripts, refused content, missing files. */
  public List<String> complaints() {
    return List.copyOf(complaints);
  }

  /** Saves a picture of the page, where {@code GOCUA_TEST_PICTURES} says that people will look. */
  public static void screenshot(Page page, String name) {
    if (System.getenv("GOCUA_TEST_PICTURES") != null) {
      Path file = SCREENSHOTS.resolve(name + ".png");
      page.screenshot(new Page.ScreenshotOptions().setPath(file));
    }
  }

  /** Keeps something else for people to look at. */
  public static void keep(byte[] what, String name) {
    try {
      Files.createDirectories(SCREENSHOTS);
      Files.write(SCREENSHOTS.resolve(name), what);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    chromium.close();
    playwright.close();
  }
}
