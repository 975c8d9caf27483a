package vn.gocua.system.rehearsal;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.awaitility.core.ConditionTimeoutException;
import tools.jackson.databind.JsonNode;
import vn.gocua.testkit.Browser;
import vn.gocua.testkit.Network;
import vn.gocua.testkit.page.PhonePage;

/** One phone of the rehearsal: a page, a network of its own, and a person who taps. */
final class LivingPage {
  private static final List<String> ACTIVITIES =
      List.of(
          "public-services",
          "digital-id",
          "apps",
          "payments",
          "commerce",
          "online-safety",
          "class");
  private static final Duration PATIENCE = Duration.ofSeconds(45);

  private final String team;
  private final Random random;
  private final RehearsalPages.Happenings happenings;
  private final Network network;
  private final BrowserContext context;
  private final Map<String, JsonNode> confirmed = new HashMap<>();
  private final Set<String> undone = new HashSet<>();
  private PhonePage phone;
  private boolean reachable = true;

  LivingPage(
      Browser browser,
      int engine,
      String code,
      String team,
      Random random,
      RehearsalPages.Happenings happenings) {
    this.team = team;
    this.random = random;
    this.happenings = happenings;
    this.network = Network.to(engine);
    phone = PhonePage.blank(browser);
    context = phone.page().context();
    if (random.nextInt(4) == 0) {
      long error = (random.nextBoolean() ? 1L : -1L) * random.nextInt(1, 365 * 24 * 60) * 60_000L;
      context.addInitScript(
          "{ const right = Date.now.bind(Date); Date.now = () => right() + (" + error + "); }");
    }
    phone.open(URI.create(network.url() + "/#code=" + code));
    phone.page().waitForSelector("#entry");
    phone.awaitKept();
  }

  /** Something that happens to a phone or is done with it. */
  void action() {
    try {
      switch (random.nextInt(20)) {
        case 0, 1, 2 -> turnNetwork();
        case 3 -> {
          phone.page().reload();
          phone.page().waitForSelector("#entry");
          happenings.reloads++;
        }
        case 4 -> kill();
        default -> enter();
      }
    } catch (PlaywrightException | ConditionTimeoutException _) {
      // So slow a machine that a person would have given up: open the app again, and see what it
      // has kept.
      phone.open(network.url());
      phone.page().waitForSelector("#entry");
      happenings.reloads++;
    }
  }

  private void turnNetwork() {
    if (!reachable) {
      network.mend();
      phone.networkIsBack();
    } else {
      happenings.offline++;
      if (random.nextBoolean()) {
        network.cut();
      } else {
        network.loseAnswers();
      }
    }
    reachable = !reachable;
  }

  private void enter() {
    Set<String> before = new HashSet<>(PhonePage.ids(phone.checkIns()));
    phone.choose(ACTIVITIES.get(random.nextInt(ACTIVITIES.size())));
    phone.people(1 + random.nextInt(5));
    if (random.nextInt(3) == 0) {
      phone.group("elderly");
    }
    phone.record();
    for (JsonNode item : phone.checkIns()) {
      String id = item.get("id").asString();
      if (before.contains(id)) {
        continue;
      }
      confirmed.put(id, item);
      if (random.nextInt(15) == 0) {
        phone.undo();
        phone.page().waitForSelector("[data-undo]", detached());
        undone.add(id);
        happenings.undone++;
      }
    }
  }

  /** The tab ends the instant after the tap, whatever it was about to do. */
  private void kill() {
    phone.choose(ACTIVITIES.get(random.nextInt(ACTIVITIES.size())));
    phone.page().tap("#entry button.go");
    Page next = context.newPage();
    phone.page().close();
    phone = new PhonePage(next).open(network.url());
    phone.page().waitForSelector("#entry");
    happenings.kills++;
  }

  private static Page.WaitForSelectorOptions detached() {
    return new Page.WaitForSelectorOptions().setState(WaitForSelectorState.DETACHED);
  }

  /** The day is over: everybody is back in the network. */
  void comeHome() {
    network.mend();
    phone.networkIsBack();
  }

  void awaitSent() {
    Instant until = Instant.now().plus(PATIENCE);
    while (unsent() > 0 && Instant.now().isBefore(until)) {
      phone.networkIsBack();
      phone.page().waitForTimeout(200);
    }
  }

  int unsent() {
    return (int) phone.items().stream().filter(item -> PhonePage.is(item, "waiting")).count();
  }

  /**
   * What has to be counted: what the page holds as sent and has not taken back. What it had said
   * that it keeps and does not, or the engine does not have, is a problem.
   */
  List<Map<String, Object>> counted() {
    Map<String, JsonNode> held = new HashMap<>();
    Set<String> voided = new HashSet<>();
    for (JsonNode item : phone.items()) {
      held.put(item.get("id").asString(), item);
      if (item.path("kind").asString().equals("void") && PhonePage.is(item, "sent")) {
        voided.add(item.get("of").asString());
      }
    }
    confirmed.keySet().stream()
        .filter(id -> !undone.contains(id) && !held.containsKey(id))
        .forEach(id -> happenings.problems.add(team + ": " + id + " was kept and is gone"));
    Map<String, JsonNode> journaled = new HashMap<>();
    phone.journal().forEach(item -> journaled.put(item.get("id").asString(), item));
    List<Map<String, Object>> counted = new ArrayList<>();
    for (JsonNode item : phone.checkIns()) {
      String id = item.get("id").asString();
      if (!PhonePage.is(item, "sent") || voided.contains(id)) {
        continue;
      }
      JsonNode there = journaled.get(id);
      if (there == null) {
        happenings.problems.add(team + ": " + id + " was accepted and is not in the journal");
        continue;
      }
      JsonNode entry = item.get("entry");
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("id", id);
      row.put("team", team);
      row.put("occurredAt", there.get("occurredAt").asString());
      row.put("activity", entry.get("activity").asString());
      row.put("residents", entry.get("residents").asInt());
      row.put("groups", entry.get("groups"));
      counted.add(row);
    }
    return counted;
  }

  void close() {
    context.close();
    network.close();
  }
}
