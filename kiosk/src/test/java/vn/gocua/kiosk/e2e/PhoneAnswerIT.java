package vn.gocua.kiosk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import vn.gocua.testkit.Browser;
import vn.gocua.testkit.EngineProcess;
import vn.gocua.testkit.Network;
import vn.gocua.testkit.page.Leader;
import vn.gocua.testkit.page.PhonePage;

/**
 * What an answer may do: nothing to an enrolment that did not ask, and nothing to a check-in that
 * it does not speak of.
 */
@ExtendWith(SharedField.Extension.class)
class PhoneAnswerIT {
  private static final String CHECK_INS = "**/api/v1/check-ins";
  private static final Pattern CHECK_INS_AND_VOIDS = Pattern.compile(".*/api/v1/check-ins(/.*)?");
  private static final String READ_TOKEN =
      """
      async () => {
        const { Store } = await import('/js/core/store.js');
        return (await new Store().get('enrolment')).token;
      }
      """;
  private static final String DEVICE =
      """
      async () => {
        const { Store } = await import('/js/core/store.js');
        return (await new Store().get('enrolment')).device;
      }
      """;
  private static final String OWN_WORDS =
      """
      async () => {
        const { Phone } = await import('/js/core/phone.js');
        const phone = await Phone.open();
        const { revoked = false, team } = phone.enrolment;
        phone.close();
        return `${team} ${revoked}`;
      }
      """;

  private static EngineProcess engine;
  private static Leader leader;
  private static Network network;
  private static Browser browser;

  @BeforeAll
  static void take(SharedField field) {
    engine = field.engine();
    leader = field.leader();
    network = field.network();
    browser = field.browser();
  }

  @BeforeEach
  void mend() {
    network.mend();
  }

  @AfterEach
  void putAway() {
    browser.closePages();
  }

  @ParameterizedTest
  @CsvSource({"T01, false", "T02, true"})
  void shouldNotLetALateRefusalOfAnOldTokenTouchTheNewEnrolment(String team, boolean otherTab) {
    PhonePage phone = phone(team);
    List<Route> held = hold(phone.page(), 1);
    phone.choose("apps").record();
    phone.page().waitForCondition(() -> held.size() == 1);
    leader.revokePhonesOf(team);
    PhonePage enrolling = otherTab ? phone.anotherTab(network.url()) : phone;
    enrolAnew(enrolling, team);
    held.getFirst().resume();
    phone.awaitAllSent();
    assertThat(phone.page().evaluate(OWN_WORDS)).isEqualTo(team + " false");
    assertThat(phone.page().isVisible(".band.bad")).isFalse();
    assertThat(phone.journal()).hasSize(1);
  }

  @Test
  void shouldSayThatThePhoneWasUnusedForLongAndKeepEverything() {
    PhonePage phone = phone("T10");
    String id = (String) phone.page().evaluate(DEVICE);
    phone.page().navigate(network.url().resolve("/#machine").toString());
    phone.page().waitForSelector(".machine >> text=Máy này: …" + id.substring(id.length() - 4));
    phone.page().navigate(network.url().resolve("/").toString());
    List<Route> held = hold(phone.page(), 1);
    phone.choose("apps").record();
    phone.page().waitForCondition(() -> held.size() == 1);
    held.getFirst().fulfill(PhoneClockIT.problem(401, "phone-unused", ""));
    phone.page().waitForSelector(".band.bad >> text=Máy lâu không dùng");
    assertThat(phone.items()).allMatch(item -> PhonePage.is(item, "waiting"));
    enrolAnew(phone, "T10");
    phone.awaitAllSent();
    assertThat(phone.page().isVisible(".band.bad")).isFalse();
  }

  /** One phone goes from team to team; what it tried for the last one stays in its book. */
  @Test
  void shouldNotLetALateAnswerOfAnOldTokenTouchTheNewTeamsBook() {
    PhonePage phone = phone("T03");
    lateAnswer(phone, "T04", real -> new Route.FulfillOptions().setResponse(real.fetch()));
    lateAnswer(phone, "T05", _ -> PhoneClockIT.problem(403, "team-left", ""));
    lateAnswer(phone, "T06", _ -> PhoneClockIT.problem(409, "conflict", ""));
    lateAnswer(phone, "T07", _ -> PhoneClockIT.problem(401, "token-not-valid", ""));
  }

  private static void lateAnswer(
      PhonePage phone, String after, Function<Route, Route.FulfillOptions> answer) {
    List<Route> held = hold(phone.page(), 1);
    String asked = PhonePage.ids(phone.choose("apps").record().items()).getLast();
    phone.page().waitForCondition(() -> held.size() == 1);
    Route.FulfillOptions late = answer.apply(held.getFirst());
    enrolAnew(phone, after);
    phone.page().waitForSelector(".who >> text=Tổ " + after.substring(1));
    phone.choose("payments").record();
    held.getFirst().fulfill(late);
    phone.await(items -> PhonePage.is(items.getLast(), "sent"));
    assertThat(phone.items())
        .as("what the old enrolment asked for was answered to nobody")
        .anyMatch(item -> item.get("id").asString().equals(asked) && PhonePage.is(item, "waiting"));
    assertThat(phone.page().evaluate(OWN_WORDS)).isEqualTo(after + " false");
    phone.page().unroute(CHECK_INS);
  }

  @Test
  void shouldLetTheEnrolmentThatWasBegunLastCount() {
    PhonePage phone = PhonePage.blank(browser).open(network.url());
    phone.page().waitForSelector(".enrol");
    List<Route> held = new ArrayList<>();
    phone
        .page()
        .route(
            "**/api/v1/devices",
            route -> {
              held.add(route);
              if (held.size() > 1) {
                route.resume();
              }
            });
    phone.page().fill("#code", leader.code("T11", 1));
    phone.page().tap(".code button");
    phone.page().waitForCondition(() -> held.size() == 1);
    PhonePage tab = phone.anotherTab(network.url());
    tab.page().fill("#code", leader.code("T12", 1));
    tab.page().tap(".code button");
    tab.page().waitForSelector(".who >> text=Tổ 12");
    held.getFirst().resume();
    phone.page().waitForSelector(".who >> text=Tổ 12");
    assertThat(tab.page().evaluate(OWN_WORDS)).isEqualTo("T12 false");
  }

  @Test
  void shouldTakeNoTransportForAVerdict() {
    PhonePage phone = phone("T13");
    Page page = phone.page();
    List<Route.FulfillOptions> failures =
        List.of(
            PhoneClockIT.problem(400, "bad-request", ""),
            PhoneClockIT.problem(413, "body-too-large", ""),
            PhoneClockIT.problem(422, "bad-request", ""),
            PhoneClockIT.problem(403, "forbidden", ""),
            PhoneClockIT.problem(404, "not-found", ""),
            PhoneClockIT.problem(405, "method-not-allowed", ""),
            PhoneClockIT.problem(401, "sign-in-first", ""),
            stranger(400, "application/json", "{\"code\":\"bad\",\"results\":[]}"),
            stranger(401, "application/json", "{\"code\":\"token-not-valid\"}"),
            stranger(403, "text/html", "<h1>Blocked</h1>"),
            stranger(411, "text/plain", "Length Required"),
            stranger(200, "text/html", "<h1>Đăng nhập Wi-Fi</h1>"),
            stranger(200, "application/json", "{\"results\":[]}"),
            stranger(500, "application/json", "{\"code\":\"oops\"}"));
    phone.choose("apps").record().awaitAllSent();
    page.evaluate("location.hash = 'book'");
    page.waitForSelector("[data-list=sent] .line");
    AtomicInteger answered = new AtomicInteger();
    page.route(
        CHECK_INS_AND_VOIDS,
        route -> {
          if (route.request().method().equals("GET")) {
            route.resume();
          } else {
            route.fulfill(failures.get(answered.getAndIncrement() % failures.size()));
          }
        });
    page.tap("[data-list=sent] .line");
    page.tap("[data-list=sent] >> text=Hủy");
    page.tap("text=Ghi nhầm");
    page.evaluate("location.hash = ''");
    for (int i = 0; i < 4; i++) {
      phone.choose("payments").record();
    }
    while (answered.get() < 4 * failures.size()) {
      int before = answered.get();
      phone.networkIsBack();
      page.waitForCondition(() -> answered.get() > before);
    }
    assertThat(phone.items())
        .filteredOn(item -> !PhonePage.is(item, "sent"))
        .hasSize(5)
        .allMatch(item -> PhonePage.is(item, "waiting"));
    assertThat(page.evaluate(OWN_WORDS)).isEqualTo("T13 false");

    page.unroute(CHECK_INS_AND_VOIDS);
    phone.networkIsBack().awaitAllSent();
    Awaitility.await().until(() -> leader.standing("T13").checkIns() == 4);
  }

  @Test
  void shouldKeepAllAndSayTheTruthBehindABoxThatSpoilsEveryRequest() {
    PhonePage phone = phoneWithClock("T14");
    network.spoil();
    for (int i = 0; i < 3; i++) {
      phone.choose("apps").record();
    }
    phone.undoIsOver().page().waitForSelector(".status >> text=Đường truyền trục trặc");
    Browser.screenshot(phone.page(), "phone-spoilt");
    phone.openBook();
    phone.page().waitForSelector("[data-list=waiting] .sending >> text=Đường truyền trục trặc");
    Legible.check(phone.page(), "a network that spoils requests");
    assertThat(phone.items()).hasSize(3).allMatch(item -> PhonePage.is(item, "waiting"));
    network.mend();
    phone.networkIsBack().awaitAllSent();
    assertThat(phone.journal()).hasSize(3);
  }

  @Test
  void shouldLetTheRestThroughWhereOneItemSpoilsItsRequest() {
    PhonePage phone = phone("T15");
    network.cut();
    phone.page().waitForSelector(".today[data-live=no]");
    for (String activity : List.of("apps", "commerce", "apps")) {
      phone.choose(activity).record();
    }
    phone
        .page()
        .route(
            CHECK_INS,
            route -> {
              String body = route.request().postData();
              if (body != null && body.contains("commerce")) {
                route.fulfill(PhoneClockIT.problem(400, "bad-request", ""));
              } else {
                route.resume();
              }
            });
    network.mend();
    phone
        .networkIsBack()
        .await(items -> items.stream().filter(item -> PhonePage.is(item, "sent")).count() == 2);
    assertThat(phone.items()).noneMatch(item -> PhonePage.is(item, "refused"));
    phone.page().unroute(CHECK_INS);
    phone.networkIsBack().awaitAllSent();
    assertThat(phone.journal()).hasSize(3);
  }

  @Test
  void shouldKeepAndResendWhatTheEnginePutsOff() {
    PhonePage phone = phoneWithClock("T16");
    AtomicInteger asked = new AtomicInteger();
    phone
        .page()
        .route(
            CHECK_INS,
            route -> {
              asked.incrementAndGet();
              putOff(route);
            });
    phone.choose("apps").record().undoIsOver();
    phone.page().waitForSelector(".status >> text=Máy chủ đang sai giờ nên chưa nhận");
    Browser.screenshot(phone.page(), "phone-engine-clock");
    phone.openBook();
    phone.page().waitForSelector(".put-off:has-text('lượt vẫn ở máy này và sẽ tự gửi lại')");
    Legible.check(phone.page(), "why the server put it off");
    Browser.screenshot(phone.page(), "phone-engine-clock-book");
    int before = asked.get();
    phone.networkIsBack().page().waitForCondition(() -> asked.get() > before);
    assertThat(PhonePage.is(phone.items().getFirst(), "waiting")).isTrue();
    phone.page().unroute(CHECK_INS);
    phone.networkIsBack().awaitAllSent();
    JsonNode kept = phone.checkIns().getFirst();
    assertThat(kept.get("offset").asLong()).as("nothing was learnt from it").isBetween(-60L, 60L);
    assertThat(phone.journal()).hasSize(1);
  }

  /**
   * After six answers of «later» the phone's own wait is at least half a minute, and is cut short.
   */
  @Test
  void shouldSendAtOnceWhenTheNetworkComesBackWhileARoundRuns() {
    PhonePage phone = phone("T17");
    List<Route> asked = new ArrayList<>();
    phone.page().route(CHECK_INS, asked::add);
    phone.choose("apps").record();
    long began = System.nanoTime();
    for (int round = 1; round <= 6; round++) {
      int rounds = round;
      phone.page().waitForCondition(() -> asked.size() >= rounds);
      phone.networkIsBack();
      phone.items();
      if (round == 6) phone.page().unroute(CHECK_INS);
      putOff(asked.get(round - 1));
    }
    phone.awaitAllSent();
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(25));
    assertThat(phone.journal()).hasSize(1);
  }

  private static void putOff(Route route) {
    String body =
        """
        {"receivedAt":"2019-01-01T00:00:00Z","results":[\
        {"id":"%s","outcome":"later","code":"engine-clock","message":"Máy chủ sai giờ"}]}\
        """
            .formatted(phoneId(route.request().postData()));
    route.fulfill(stranger(200, "application/json", body));
  }

  private static String phoneId(String body) {
    return body.replaceAll("(?s).*\"id\":\"([0-9a-f-]{36})\".*", "$1");
  }

  private static Route.FulfillOptions stranger(int status, String type, String body) {
    return new Route.FulfillOptions().setStatus(status).setContentType(type).setBody(body);
  }

  /** Holds this many of the next check-ins' requests; the others pass. */
  private static List<Route> hold(Page page, int many) {
    List<Route> held = new ArrayList<>();
    page.route(
        CHECK_INS,
        route -> {
          if (route.request().method().equals("POST") && held.size() < many) {
            held.add(route);
          } else {
            route.resume();
          }
        });
    return held;
  }

  /** Scans a new code; the page asks first, unless it has heard already that it is revoked. */
  private static void enrolAnew(PhonePage phone, String team) {
    Object before = phone.page().evaluate(READ_TOKEN);
    phone.page().evaluate("code => { location.hash = 'code=' + code; }", leader.code(team, 1));
    Locator go = phone.page().locator("button >> text=Dùng mã mới");
    Awaitility.await()
        .pollInSameThread()
        .atMost(Duration.ofSeconds(30))
        .until(() -> {
          go.evaluateAll("all => all.forEach((one) => one.click())");
          return !phone.page().evaluate(READ_TOKEN).equals(before);
        });
    phone.page().waitForSelector("#entry");
  }

  private static PhonePage phone(String team) {
    return PhonePage.enrolled(browser, link(team));
  }

  private static PhonePage phoneWithClock(String team) {
    return PhonePage.enrolledWithClock(browser, link(team));
  }

  private static URI link(String team) {
    return network.url(engine.url("/#code=" + leader.code(team, 1)));
  }
}
