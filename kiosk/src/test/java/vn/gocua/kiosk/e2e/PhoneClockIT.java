package vn.gocua.kiosk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
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
 * Phones whose wall clocks are wrong, or set while something waits: what was done stands on the day
 * on which it was done, and nothing waits for the wall clock.
 */
@ExtendWith(SharedField.Extension.class)
class PhoneClockIT {
  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final Duration DAY = Duration.ofDays(1);
  private static final String READ_CLOCK =
      """
      async () => {
        const { Store } = await import('/js/core/store.js');
        return (await new Store().get('clock')).offset;
      }
      """;

  /** The phone has not heard the engine since yesterday. */
  private static final String LAST_CONTACT_A_DAY_AGO =
      """
      async () => {
        const { Store } = await import('/js/core/store.js');
        const then = Date.now() - 24 * 3_600_000;
        await new Store().set('clock', { offset: 0, engine: then, phone: then });
      }
      """;

  /** As version 0.1 sent it: of a clock that stood at the beginning of all clocks. */
  private static final String ADD_OF_1970 =
      """
      async () => {
        const { Phone } = await import('/js/core/phone.js');
        const phone = await Phone.open();
        const stamp = { occurredAt: '1970-01-02T03:04:05Z', offset: 0, contact: null };
        await phone.queue.add({ activity: 'apps', residents: 2, groups: [] }, stamp, { team: phone.team });
        phone.close();
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

  /** A few clocks, each in another way. */
  @Test
  void shouldKeepATapOnItsDayHoweverTheClockWasSetBetween() {
    PhonePage phone = phone("T37");
    LocalDate before = LocalDate.now(ZONE);
    tapAt(phone, Instant.EPOCH, false, false);
    tapAt(phone, Instant.now().plus(DAY.multipliedBy(2)), true, false);
    tapAt(phone, Instant.now().minus(Duration.ofHours(3)), false, true);
    tapAt(phone, Instant.now().minus(DAY.multipliedBy(40)), true, true);
    standSince(before, phone, 4);
  }

  @Tag("all")
  @ParameterizedTest
  @CsvSource({"T51, false, false", "T38, true, false", "T39, false, true", "T40, true, true"})
  void shouldKeepATapOnItsDayOfEveryClockInEveryWay(
      String team, boolean reloaded, boolean stillWrong) {
    PhonePage phone = phone(team);
    LocalDate before = LocalDate.now(ZONE);
    List<Instant> wrong =
        List.of(
            Instant.EPOCH,
            Instant.now().minus(Duration.ofHours(3)),
            Instant.now().plus(Duration.ofHours(5)),
            Instant.now().minus(DAY),
            Instant.now().plus(DAY.multipliedBy(2)),
            Instant.now().minus(DAY.multipliedBy(40)),
            Instant.now().plus(DAY.multipliedBy(800)),
            Instant.parse("2099-12-31T23:59:00Z"));
    for (Instant time : wrong) {
      tapAt(phone, time, reloaded, stillWrong);
    }
    standSince(before, phone, wrong.size());
  }

  /** A tap without a network while the clock shows this. */
  private static void tapAt(PhonePage phone, Instant time, boolean reloaded, boolean stillWrong) {
    network.cut();
    phone.page().waitForSelector(".today[data-live=no]");
    phone.page().clock().setSystemTime(time.toEpochMilli());
    phone.choose("apps").record();
    if (reloaded) {
      phone.page().reload();
      phone.page().waitForSelector("#entry");
    }
    if (!stillWrong) {
      phone.page().clock().setSystemTime(System.currentTimeMillis());
    }
    network.mend();
    phone.networkIsBack().awaitAllSent();
    phone.page().waitForSelector(".today[data-live=yes]");
  }

  private static void standSince(LocalDate before, PhonePage phone, int taps) {
    assertThat(phone.checkIns()).hasSize(taps);
    assertThat(phone.journal())
        .hasSize(taps)
        .allSatisfy(entry -> assertThat(dayOf(entry)).isBetween(before, LocalDate.now(ZONE)));
  }

  /** The page and its sender both ask for the time as the page opens. */
  @Test
  void shouldAskOnceMoreForTheTimeWhereTheClockWasSetOverTheAnswer() {
    PhonePage phone = phone("T50");
    Page page = phone.page();
    network.cut();
    page.waitForSelector(".today[data-live=no]");
    page.clock().setSystemTime(Instant.now().plus(DAY.multipliedBy(2)).toEpochMilli());
    phone.choose("apps").record();
    List<Route> asked = new ArrayList<>();
    AtomicBoolean held = new AtomicBoolean(true);
    page.route(
        "**/api/v1/campaign",
        route -> {
          if (held.get()) {
            asked.add(route);
          } else {
            route.resume();
          }
        });
    page.reload();
    page.waitForCondition(() -> asked.size() == 2);
    held.set(false);
    page.clock().setSystemTime(System.currentTimeMillis());
    network.mend();
    asked.forEach(Route::resume);
    phone.awaitAllSent();
    assertThat(phone.journal())
        .hasSize(1)
        .allMatch(entry -> dayOf(entry).equals(LocalDate.now(ZONE)));
  }

  @Test
  void shouldPlaceEveryTapOfEveryClockWhereItWasOrAsk() throws IOException {
    assertThat(wrong("/phone-clocks.js", Map.of("worlds", 3000, "seed", 12))).isEmpty();
  }

  @Test
  void shouldAskForTheDayOfWhatADoubtfulEnginePutOffOrLeaveItAsItCame() throws IOException {
    assertThat(wrong("/phone-put-off.js", Map.of())).isEmpty();
  }

  @Test
  void shouldSendNoTimeThatTheEngineCannotReadWhateverTheWallClockShows() throws IOException {
    assertThat(wrong("/phone-far-clocks.js", Map.of())).isEmpty();
  }

  @Test
  void shouldSendATapOfAClockThatShowsNoYearOfOurs() {
    shouldSendATapOfAClockThatShows("T48", 8_000_000_000_000_000L);
  }

  @Tag("all")
  @ParameterizedTest
  @CsvSource({"T47, 253402300860000", "T49, -70000000000000"})
  void shouldSendATapOfAClockThatShows(String team, long shown) {
    PhonePage phone = phone(team);
    phone.page().clock().setSystemTime(shown);
    phone.choose("apps").record();
    phone.awaitAllSent();
    assertThat(phone.journal())
        .hasSize(1)
        .allMatch(entry -> dayOf(entry).equals(LocalDate.now(ZONE)));
  }

  /** What a script finds wrong with the app's own modules, in a page of the app. */
  private List<?> wrong(String script, Map<String, Integer> input) throws IOException {
    PhonePage phone = PhonePage.blank(browser).open(engine.url("/"));
    phone.page().waitForSelector(".enrol");
    try (var in = PhoneClockIT.class.getResourceAsStream(script)) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return (List<?>) phone.page().evaluate(text, input);
    }
  }

  @Test
  void shouldAskForTheDayWhereTheBoundsLeaveTwo() {
    PhonePage phone = phone("T41");
    network.cut();
    phone.page().waitForSelector(".today[data-live=no]");
    phone.page().evaluate(LAST_CONTACT_A_DAY_AGO);
    phone.page().clock().setSystemTime(Instant.EPOCH.toEpochMilli());
    phone.page().reload();
    phone.page().waitForSelector("#entry");
    phone.choose("payments").record().choose("apps").record();
    phone.page().clock().setSystemTime(System.currentTimeMillis());
    network.mend();
    phone.networkIsBack().await(items -> items.stream().allMatch(item -> item.has("doubt")));
    phone.undoIsOver().page().waitForSelector(".status >> text=2 lượt cần chọn ngày");
    bothWays(phone.page(), "clock-home");
    phone.openBook();
    phone.page().waitForSelector("[data-list=doubtful] .item");
    bothWays(phone.page(), "clock-book");
    Legible.check(phone.page(), "a day is to be chosen");

    LocalDate yesterday = LocalDate.now(ZONE).minusDays(1);
    phone.page().tap("[data-list=doubtful] .item >> nth=0 >> [data-day='%s']".formatted(yesterday));
    phone.await(items -> items.stream().anyMatch(item -> PhonePage.is(item, "sent")));
    phone.page().tap("[data-list=doubtful] >> text=Sửa");
    phone.page().waitForSelector("[data-field=day]");
    bothWays(phone.page(), "clock-edit");
    phone.page().fill("[data-field=day]", LocalDate.now(ZONE).plusDays(3).toString());
    phone.page().tap("#entry .go");
    phone.page().waitForSelector("[role=alert] >> text=Ngày làm phải từ");
    phone.page().fill("[data-field=day]", yesterday.plusDays(1).toString());
    phone.page().tap("#entry .go");
    phone.awaitAllSent();
    assertThat(phone.journal())
        .extracting(PhoneClockIT::dayOf)
        .containsExactlyInAnyOrder(yesterday, yesterday.plusDays(1));
  }

  @Test
  void shouldLetTheDayBeSetOfWhatWasRefusedForItsTime() {
    PhonePage phone = phone("T42");
    phone.page().evaluate(ADD_OF_1970);
    phone.networkIsBack().await(items -> PhonePage.is(items.getFirst(), "refused"));
    phone.openBook();
    phone.page().tap("[data-list=refused] >> text=Sửa");
    LocalDate yesterday = LocalDate.now(ZONE).minusDays(1);
    phone.page().fill("[data-field=day]", yesterday.toString());
    phone.page().tap("#entry .go");
    phone.awaitAllSent();
    assertThat(PhonePage.ids(phone.journal())).isEqualTo(PhonePage.ids(phone.checkIns()));
    assertThat(dayOf(phone.journal().getFirst())).isEqualTo(yesterday);
  }

  @Test
  void shouldLearnTheTimeFromGoodAnswersOfOurEngineOnly() {
    PhonePage phone = phone("T43");
    Page page = phone.page();
    AtomicInteger answered = new AtomicInteger();
    List<Route.FulfillOptions> strangers =
        List.of(
            stranger(502, "{\"error\":\"bad gateway\"}"),
            stranger(503, "{\"receivedAt\":\"1970-01-01T00:00:00Z\",\"results\":[]}"),
            stranger(200, "{\"receivedAt\":\"1970-01-01T00:00:00Z\"}"),
            stranger(200, "{\"at\":\"1970-01-01T00:00:00Z\"}"),
            stranger(404, "{\"code\":\"not-found\",\"receivedAt\":\"1970-01-01T00:00:00Z\"}"));
    page.route(
        "**/api/v1/*",
        route -> route.fulfill(strangers.get(answered.getAndIncrement() % strangers.size())));
    phone.choose("apps").record();
    while (answered.get() < 2 * strangers.size()) {
      int before = answered.get();
      phone.networkIsBack();
      page.waitForCondition(() -> answered.get() > before);
    }
    assertThat(((Number) page.evaluate(READ_CLOCK)).intValue()).isBetween(-60, 60);
    phone.choose("payments").record();
    page.unroute("**/api/v1/*");
    phone.networkIsBack().awaitAllSent();
    assertThat(phone.journal()).hasSize(2).allMatch(e -> dayOf(e).equals(LocalDate.now(ZONE)));
    assertThat(phone.checkIns()).allMatch(item -> Math.abs(item.get("offset").asLong()) < 60);
  }

  @Test
  void shouldWaitForAsLongAsTheServerAskedWhateverTheClockSays() {
    PhonePage phone = phone("T44");
    for (Duration off : List.of(Duration.ofHours(-3), Duration.ofHours(3), Duration.ofDays(-365))) {
      askForQuietAndSetTheClock(phone, off);
    }
    assertThat(phone.journal()).hasSize(6).allMatch(e -> dayOf(e).equals(LocalDate.now(ZONE)));
  }

  private static void askForQuietAndSetTheClock(PhonePage phone, Duration off) {
    Page page = phone.page();
    AtomicInteger asked = new AtomicInteger();
    page.route(
        "**/api/v1/check-ins",
        route -> {
          asked.incrementAndGet();
          route.fulfill(problem(503, "busy", "30"));
        });
    phone.choose("apps").record();
    page.waitForCondition(() -> asked.get() == 1);
    phone.undoIsOver();
    page.waitForSelector(".status >> text=Máy chủ bận");
    page.clock().setSystemTime(Instant.now().plus(off).toEpochMilli());
    phone.networkIsBack().choose("payments").record();
    page.waitForSelector("[data-undo]");
    assertThat(asked).as("asked for quiet").hasValue(1);
    page.clock().fastForward(5_000);
    phone.networkIsBack().items();
    assertThat(asked).as("half of it has passed").hasValue(1);
    page.unroute("**/api/v1/check-ins");
    page.clock().fastForward(26_000);
    phone.awaitAllSent();
    page.clock().setSystemTime(System.currentTimeMillis());
  }

  private static Route.FulfillOptions stranger(int status, String body) {
    return new Route.FulfillOptions()
        .setStatus(status)
        .setHeaders(
            Map.of("content-type", "application/json", "date", "Thu, 01 Jan 1970 00:00:00 GMT"))
        .setBody(body);
  }

  static Route.FulfillOptions problem(int status, String code, String retryAfter) {
    return new Route.FulfillOptions()
        .setStatus(status)
        .setHeaders(
            retryAfter.isEmpty()
                ? Map.of("content-type", "application/problem+json")
                : Map.of("content-type", "application/problem+json", "retry-after", retryAfter))
        .setBody(
            "{\"type\":\"urn:gocua:problem:%s\",\"title\":\"Thử\",\"status\":%d,\"code\":\"%s\"}"
                .formatted(code, status, code));
  }

  private static void bothWays(Page page, String name) {
    picture(page, name + "-360x740-light", 360, 740, ColorScheme.LIGHT);
    picture(page, name + "-320x568-dark", 320, 568, ColorScheme.DARK);
  }

  private static void picture(Page page, String name, int width, int height, ColorScheme scheme) {
    page.setViewportSize(width, height);
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
    Browser.screenshot(page, "phone-" + name);
  }

  private static LocalDate dayOf(JsonNode entry) {
    return OffsetDateTime.parse(entry.get("occurredAt").asString())
        .truncatedTo(ChronoUnit.SECONDS)
        .atZoneSameInstant(ZONE)
        .toLocalDate();
  }

  /** A phone in Berlin's time that opens without a network from now on. */
  private static PhonePage phone(String team) {
    PhonePage phone =
        new PhonePage(
            browser.page(
                PhonePage.options(360, 740).setTimezoneId("Europe/Berlin").setBypassCSP(true)));
    phone.page().clock().setSystemTime(System.currentTimeMillis());
    phone.open(network.url(engine.url("/#code=" + leader.code(team, 1))));
    phone.page().waitForSelector("#entry");
    return phone.awaitKept();
  }
}
