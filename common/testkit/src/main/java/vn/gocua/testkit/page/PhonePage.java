package vn.gocua.testkit.page;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.gocua.testkit.Browser;

/** Drives the app of a team's phone in Chromium: taps, and reads of its IndexedDB. */
public final class PhonePage {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String READ_ITEMS =
      """
      () => new Promise((resolve, reject) => {
        const opening = indexedDB.open('gocua');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const database = opening.result;
          const reading = database.transaction('items').objectStore('items').getAll();
          reading.onsuccess = () => { database.close(); resolve(JSON.stringify(reading.result)); };
        };
      })
      """;
  private static final String TEAMS_CHECK_INS =
      """
      () => new Promise((resolve, reject) => {
        const opening = indexedDB.open('gocua');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const database = opening.result;
          const reading = database.transaction('settings').objectStore('settings').get('enrolment');
          reading.onsuccess = async () => {
            database.close();
            const authorization = `Bearer ${reading.result.token}`;
            const answer = await fetch('/api/v1/check-ins?limit=500', { headers: { authorization } });
            resolve(await answer.text());
          };
        };
      })
      """;

  private static final String OPENS_OFFLINE =
      """
      async () => {
        const { active } = await navigator.serviceWorker.ready;
        return active.state === 'activated' && Boolean(navigator.serviceWorker.controller);
      }
      """;

  private final Page page;

  public PhonePage(Page page) {
    this.page = page;
  }

  /** A phone of the usual size with nothing on it. */
  public static PhonePage blank(Browser browser) {
    return new PhonePage(browser.page(options(360, 740)));
  }

  public static NewContextOptions options(int width, int height) {
    return new NewContextOptions()
        .setViewportSize(width, height)
        .setHasTouch(true)
        .setIsMobile(true);
  }

  /** A phone that has opened this link and shows the form. */
  public static PhonePage enrolled(Browser browser, URI link) {
    PhonePage phone = blank(browser);
    phone.open(link);
    phone.page.waitForSelector("#entry");
    return phone;
  }

  /** The same with a clock that a test can put forward; until then it is right. */
  public static PhonePage enrolledWithClock(Browser browser, URI link) {
    PhonePage phone = blank(browser);
    phone.page.clock().install();
    phone.open(link);
    phone.page.waitForSelector("#entry");
    return phone;
  }

  /** The ten seconds are over in which a visit can be undone, and is held back for it. */
  public PhonePage undoIsOver() {
    page.clock().fastForward(11_000);
    return this;
  }

  public PhonePage open(URI address) {
    page.navigate(address.toString());
    return this;
  }

  /** The same phone in another tab. */
  public PhonePage anotherTab(URI address) {
    return new PhonePage(page.context().newPage()).open(address);
  }

  public Page page() {
    return page;
  }

  public PhonePage choose(String activity) {
    page.tap("label[data-activity=" + activity + "]");
    return this;
  }

  public PhonePage group(String group) {
    page.tap("label[data-group=" + group + "]");
    return this;
  }

  public PhonePage people(int number) {
    page.fill("[data-field=residents]", String.valueOf(number));
    return this;
  }

  /** Taps the big button and waits until the phone shows that the check-in is stored. */
  public PhonePage record() {
    int before = items().size();
    page.tap("#entry button.go");
    page.waitForSelector("[data-undo]");
    await(items -> items.size() > before);
    return this;
  }

  public void undo() {
    page.tap("[data-undo] button");
  }

  /** By the address, as the link in the page's foot does it: no network is needed. */
  public void openBook() {
    page.evaluate("location.hash = 'book'");
    page.waitForSelector(".book");
  }

  public String text(String selector) {
    return page.innerText(selector).replaceAll("\\s+", " ").strip();
  }

  /** Everything the phone keeps, oldest first. */
  public List<JsonNode> items() {
    List<JsonNode> items = new ArrayList<>();
    JSON.readTree((String) page.evaluate(READ_ITEMS)).forEach(items::add);
    items.sort((a, b) -> Integer.compare(a.path("seq").asInt(), b.path("seq").asInt()));
    return items;
  }

  public List<JsonNode> checkIns() {
    return items().stream()
        .filter(item -> item.path("kind").asString().equals("check-in"))
        .toList();
  }

  /** Check-ins of this phone's team in the engine's journal, newest first. */
  public List<JsonNode> journal() {
    List<JsonNode> found = new ArrayList<>();
    JSON.readTree((String) page.evaluate(TEAMS_CHECK_INS)).get("checkIns").forEach(found::add);
    return found;
  }

  /** Waits until the phone's IndexedDB fulfils a condition; a failure shows its last content. */
  public PhonePage await(Predicate<List<JsonNode>> state) {
    Awaitility.await()
        .pollInSameThread()
        .pollInterval(Duration.ofMillis(50))
        .atMost(Duration.ofSeconds(30))
        .until(this::items, state);
    return this;
  }

  /** From now on the app opens without a network. */
  public PhonePage awaitKept() {
    page.waitForFunction(OPENS_OFFLINE);
    return this;
  }

  public PhonePage awaitAllSent() {
    return await(items -> items.stream().allMatch(item -> is(item, "sent")));
  }

  /** Sends the page the browser's event that the network is back. */
  public PhonePage networkIsBack() {
    page.evaluate("dispatchEvent(new Event('online'))");
    return this;
  }

  public static boolean is(JsonNode item, String state) {
    return item.path("state").asString().equals(state);
  }

  public static List<String> ids(List<JsonNode> items) {
    return items.stream().map(item -> item.get("id").asString()).toList();
  }
}
