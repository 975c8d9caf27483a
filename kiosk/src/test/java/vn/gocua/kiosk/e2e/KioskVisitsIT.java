package vn.gocua.kiosk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gocua.testkit.Browser;
import vn.gocua.testkit.KioskProcess;
import vn.gocua.testkit.page.SoakHeap;

/**
 * A visit that no browser's page makes leaves nothing behind, and keeps no screen from opening.
 * With {@code -Dgocua.test.visits=16000} as many as it is to bear.
 */
@Tag("all")
class KioskVisitsIT {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final int VISITS = Integer.getInteger("gocua.test.visits", 3_000);
  private static final double MOST_MEBIBYTES = 20;

  /** What one can ask for without running the page; the first questions too. */
  private static final List<String> PATHS =
      List.of(
          "/",
          "/wall",
          "/kiosk",
          "/leader",
          "/leader/sign-in",
          "/nowhere/at/all",
          "/?v-r=init&location=&query=",
          "/kiosk?v-r=init&location=kiosk&query=",
          "/?v-r=%69nit&location=",
          "/?v-r=x&v-r=init",
          "/?v-r=uidl&v-uiId=0",
          "/?v-r=heartbeat&v-uiId=0",
          "/?v-r=push&v-uiId=0",
          "/web-component/web-component-bootstrap.js",
          "/VAADIN/dynamic/resource/0/x/y",
          "/VAADIN/nowhere.js",
          "/gocua/wall.css",
          "/health/live");

  private static KioskProcess kiosk;
  private static Browser browser;

  @BeforeAll
  static void start(@TempDir Path folder) {
    kiosk = KioskProcess.start(folder, URI.create("http://127.0.0.1:1"));
    browser = new Browser();
  }

  @AfterAll
  static void stop() {
    browser.close();
    kiosk.program().kill();
  }

  private static HttpResponse<Void> visit(HttpClient client, String path, boolean post) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(kiosk.url(path)).timeout(Duration.ofSeconds(30));
    if (post) {
      request.header("content-type", "application/x-www-form-urlencoded");
      request.POST(BodyPublishers.ofString("v-r=init&location="));
    }
    try {
      return client.send(request.build(), BodyHandlers.discarding());
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(path, e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void flood(int visits) throws Exception {
    AtomicInteger next = new AtomicInteger();
    List<Future<?>> visitors = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int visitor = 0; visitor < 8; visitor++) {
        visitors.add(
            threads.submit(() -> {
              for (int i = next.getAndIncrement(); i < visits; i = next.getAndIncrement()) {
                var answer = visit(HTTP, PATHS.get(i % PATHS.size()), i % 11 == 0);
                assertThat(answer.headers().allValues("set-cookie"))
                    .noneMatch(cookie -> cookie.contains("JSESSIONID"));
              }
            }));
      }
      for (Future<?> visitor : visitors) {
        visitor.get();
      }
    }
  }

  private static Page open(String path, String shown) {
    Page page = browser.page(1280, 800);
    page.navigate(kiosk.url(path).toString());
    page.waitForSelector(shown);
    return page;
  }

  @Test
  void shouldKeepNothingOfBareVisitsAndLetAScreenOpenAmongThem() throws Exception {
    flood(400); // What is made once, by the first of each kind.
    SoakHeap before = SoakHeap.of(kiosk.program().pid());
    CompletableFuture<Void> flooding =
        CompletableFuture.runAsync(() -> {
          try {
            flood(VISITS);
          } catch (Exception e) {
            throw new CompletionException(e);
          }
        });
    Page wall = open("/", ".wall");
    Page screen = open("/kiosk", ".kiosk");
    flooding.get(10, TimeUnit.MINUTES);
    SoakHeap after = SoakHeap.of(kiosk.program().pid());
    System.out.printf(
        "%s%n%s%n%s%n", SoakHeap.head(), before.row("before"), after.row(VISITS + " visits"));
    assertThat(after.sessions()).isLessThanOrEqualTo(before.sessions() + 2);
    assertThat(after.pages()).isLessThanOrEqualTo(before.pages() + 2);
    assertThat(after.mebibytes() - before.mebibytes()).isLessThan(MOST_MEBIBYTES);
    wall.close();
    screen.close();
  }

  @Test
  void shouldBoundThoseWhoGoAsFarAsAPageDoesAndPutNoScreenOut() throws Exception {
    Page wall = open("/", ".wall");
    wall.evaluate("window.before = 'yes'");
    SoakHeap before = SoakHeap.of(kiosk.program().pid());
    int most = 150;
    for (int i = 0; i < most; i++) {
      HttpClient stranger = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
      visit(stranger, "/kiosk", false);
      assertThat(visit(stranger, "/?v-r=init&location=kiosk&query=", false).statusCode())
          .isEqualTo(200);
    }
    Page another = open("/", ".wall");
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> {
          SoakHeap after = SoakHeap.of(kiosk.program().pid());
          assertThat(after.sessions() - before.sessions()).isBetween(1, 101);
          assertThat(after.mebibytes() - before.mebibytes()).isLessThan(MOST_MEBIBYTES);
        });
    SoakHeap after = SoakHeap.of(kiosk.program().pid());
    System.out.printf(
        "%s%n%s%n%s%n",
        SoakHeap.head(), before.row("before"), after.row(most + " first questions"));
    Awaitility.await("those who never came back are gone")
        .atMost(Duration.ofSeconds(120))
        .pollInterval(Duration.ofSeconds(5))
        .until(() -> SoakHeap.of(kiosk.program().pid()).sessions() <= before.sessions() + 1);
    assertThat(wall.evaluate("window.before")).isEqualTo("yes");
    assertThat(wall.isVisible(".wall")).isTrue();
    assertThat(another.isVisible(".wall")).isTrue();
    wall.close();
    another.close();
  }

  @Test
  void shouldBoundThePagesOfOneSession() throws Exception {
    HttpClient stranger = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    visit(stranger, "/kiosk", false);
    SoakHeap before = SoakHeap.of(kiosk.program().pid());
    for (int i = 0; i < 60; i++) {
      assertThat(visit(stranger, "/?v-r=init&location=kiosk&query=", false).statusCode())
          .isEqualTo(200);
    }
    SoakHeap after = SoakHeap.of(kiosk.program().pid());
    assertThat(after.sessions() - before.sessions()).isEqualTo(1);
    assertThat(after.pages() - before.pages()).isBetween(1, 5);
  }

  @Test
  void shouldHangUpOnLinesWithoutASession() {
    List<CompletableFuture<Void>> lines = new ArrayList<>();
    for (String path : List.of("/VAADIN/push?v-r=push&v-uiId=0", "/VAADIN/push", "/leader/live")) {
      for (int i = 0; i < 20; i++) {
        lines.add(hungUp(path));
      }
    }
    assertThat(lines).allSatisfy(line -> assertThat(line).succeedsWithin(Duration.ofSeconds(40)));
  }

  private static CompletableFuture<Void> hungUp(String path) {
    CompletableFuture<Void> over = new CompletableFuture<>();
    URI address = URI.create("ws" + kiosk.url(path).toString().substring("http".length()));
    var _ =
        HTTP.newWebSocketBuilder()
            .buildAsync(
                address,
                new WebSocket.Listener() {
                  @Override
                  public CompletableFuture<?> onClose(WebSocket line, int status, String reason) {
                    over.complete(null);
                    return CompletableFuture.completedFuture(null);
                  }

                  @Override
                  public void onError(WebSocket line, Throwable error) {
                    over.complete(null);
                  }
                })
            .exceptionally(refused -> {
              over.complete(null);
              return null;
            });
    return over;
  }
}
