package vn.gocua.kiosk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.InetAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.gocua.testkit.page.KioskPage;
import vn.gocua.testkit.page.SoakHeap;

/**
 * Strangers who open pages without end, and go as far as a page does, keep nobody out: no paired
 * screen, no leader who is signed in, no wall that is on, and no browser that comes anew.
 */
@ExtendWith(SharedHall.Extension.class)
@Tag("all")
class KioskFloodIT {
  private static final int STRANGERS = 24;
  private static final double FEW_SECONDS_MILLIS = 20_000;

  private final SharedHall hall;
  private final AtomicInteger begun = new AtomicInteger();
  private volatile boolean over;

  KioskFloodIT(SharedHall hall) {
    this.hall = hall;
  }

  @AfterEach
  void end() {
    over = true;
    hall.browser().closePages();
  }

  /** A page's first question and something said on it, each time as another browser. */
  private void flood(String from) {
    try (HttpClient client =
        HttpClient.newBuilder().localAddress(InetAddress.ofLiteral(from)).build()) {
      while (!over) {
        Set<String> cookies = new TreeSet<>();
        try {
          ask(client, cookies, "/kiosk", false);
          int status = ask(client, cookies, "/?v-r=init&location=kiosk&query=", false);
          if (status == 200) {
            begun.incrementAndGet();
          }
          ask(client, cookies, "/?v-r=heartbeat&v-uiId=0", true);
        } catch (IOException _) {
          // The server had enough of it; another try.
        }
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private int ask(HttpClient client, Set<String> cookies, String path, boolean post)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(hall.kiosk().url(path)).timeout(Duration.ofSeconds(60));
    if (!cookies.isEmpty()) {
      request.header("cookie", String.join("; ", cookies));
    }
    if (post) {
      request.POST(BodyPublishers.noBody());
    }
    HttpResponse<Void> answer = client.send(request.build(), BodyHandlers.discarding());
    answer
        .headers()
        .allValues("set-cookie")
        .forEach(cookie -> cookies.add(cookie.substring(0, cookie.indexOf(';'))));
    return answer.statusCode();
  }

  private Page open(String path, String shown) {
    Page page = hall.browser().page(1280, 800);
    page.setDefaultTimeout(FEW_SECONDS_MILLIS);
    page.navigate(hall.kiosk().url(path).toString());
    page.waitForSelector(shown);
    return page;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 12})
  void shouldKeepNobodyOutFromOtherAddresses(int addresses) throws Exception {
    floodFrom(addresses, 2);
  }

  @Test
  void shouldKeepNobodyOutFromTheSameAddress() throws Exception {
    floodFrom(1, 1);
  }

  private void floodFrom(int addresses, int first) throws Exception {
    hall.whole();
    KioskPage screen = hall.screen();
    Page wall = open("/", ".wall");
    wall.evaluate("window.before = 'yes'");
    Page desk = DeskPages.signIn(hall.browser(), hall.kiosk(), 1280, 800);
    SoakHeap before = SoakHeap.of(hall.kiosk().program().pid());
    List<Future<?>> strangers = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < STRANGERS; i++) {
        String from = "127.0.0." + (first + i % addresses);
        strangers.add(threads.submit(() -> flood(from)));
      }
      Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> begun.get() > 150);
      for (int i = 0; i < 3; i++) {
        long asked = System.nanoTime();
        open("/", ".wall").close();
        System.out.println("a wall opens after " + (System.nanoTime() - asked) / 1_000_000 + " ms");
      }
      hall.again(screen);
      desk.setDefaultTimeout(FEW_SECONDS_MILLIS);
      desk.reload();
      desk.waitForSelector(".teams-grid");
      assertThat(wall.evaluate("window.before")).isEqualTo("yes");
      SoakHeap among = SoakHeap.of(hall.kiosk().program().pid());
      System.out.printf(
          "%s%n%s%n%s%n",
          SoakHeap.head(), before.row("before"), among.row(begun.get() + " strangers"));
      assertThat(among.sessions() - before.sessions()).isLessThanOrEqualTo(110);
      over = true;
      for (Future<?> stranger : strangers) {
        stranger.get(90, TimeUnit.SECONDS);
      }
    }
  }
}
