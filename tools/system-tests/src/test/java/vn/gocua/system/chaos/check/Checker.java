package vn.gocua.system.chaos.check;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.gocua.system.chaos.check.Fold.Slot;
import vn.gocua.system.chaos.check.History.Row;
import vn.gocua.system.chaos.check.History.Seen;

/**
 * Holds a history against what the engine promises: what was acknowledged is in the journal, once,
 * as it was entered; nothing else is; and whatever is counted is counted from that.
 */
public final class Checker {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String VOID = "/void";

  private final History history;
  private final List<String> violations;

  private Checker(History history) {
    this.history = history;
    this.violations = new ArrayList<>(history.surprises());
  }

  /** Every promise that was broken, in words; none if all were kept. */
  public static List<String> violations(History history) {
    Checker checker = new Checker(history);
    checker.checkAcknowledged();
    checker.checkJournal();
    checker.checkCounts();
    return checker.violations;
  }

  private void checkAcknowledged() {
    Map<String, Integer> times = new HashMap<>();
    history.journal().forEach(row -> times.merge(row.id(), 1, Integer::sum));
    times.forEach(
        (id, rows) -> expect(rows == 1, () -> "%s is in the journal %d times".formatted(id, rows)));
    for (String id : history.acknowledged()) {
      expect(times.containsKey(id), () -> "%s was acknowledged and is lost".formatted(id));
    }
    for (String id : history.voidsAcknowledged()) {
      expect(
          times.containsKey(id + VOID),
          () -> "the void of %s was acknowledged and is lost".formatted(id));
    }
    for (String id : history.entered().keySet()) {
      expect(history.acknowledged().contains(id), () -> "%s was never answered".formatted(id));
    }
    for (String id : history.voidsAsked()) {
      expect(
          history.voidsAcknowledged().contains(id),
          () -> "the void of %s was never answered".formatted(id));
    }
  }

  private void checkJournal() {
    for (Row row : history.journal()) {
      boolean isVoid = row.id().endsWith(VOID);
      String id = isVoid ? row.id().substring(0, row.id().length() - VOID.length()) : row.id();
      Entry entry = history.entered().get(id);
      if (entry == null || (isVoid && !history.voidsAsked().contains(id))) {
        violations.add(row.id() + " is in the journal and nobody sent it");
        continue;
      }
      Slot expected = new Slot(entry.team(), entry.date());
      expect(
          slot(row).equals(expected),
          () -> "%s is counted at %s, not %s".formatted(row.id(), slot(row), expected));
      JsonNode content = JSON.readTree(row.content());
      expect(
          isVoid ? isVoidOf(entry, content) : isContentOf(entry, content),
          () -> "%s is not what was entered: %s, %s".formatted(row.id(), row.content(), entry));
    }
  }

  private static boolean isContentOf(Entry entry, JsonNode content) {
    return content.path("team").asString().equals(entry.team())
        && Instant.parse(content.path("occurredAt").asString()).equals(entry.occurredAt())
        && content
            .path("replaces")
            .asString("")
            .equals(entry.replaces() == null ? "" : entry.replaces())
        && isCounted(entry, content);
  }

  private static boolean isVoidOf(Entry entry, JsonNode content) {
    return content.path("checkIn").asString().equals(entry.id()) && isCounted(entry, content);
  }

  private static boolean isCounted(Entry entry, JsonNode content) {
    return content.path("activity").asString().equals(entry.activity())
        && content.path("residents").asInt() == entry.residents()
        && groups(content).equals(entry.groups().stream().sorted().distinct().toList());
  }

  private static List<String> groups(JsonNode content) {
    return StreamSupport.stream(content.path("groups").spliterator(), false)
        .map(JsonNode::asString)
        .toList();
  }

  private static Slot slot(Row row) {
    String[] parts = row.stream().split("/", -1);
    return new Slot(parts[parts.length - 2], LocalDate.parse(parts[parts.length - 1]));
  }

  private void checkCounts() {
    Fold clients = clients();
    expectSame("the journal's fold", journal().toString(), clients.toString());
    expect(!history.nodes().isEmpty(), () -> "no node was asked what it counts");
    for (Seen node : history.nodes()) {
      checkRecount(node, clients);
      checkBoard(node, clients);
    }
  }

  private void checkRecount(Seen node, Fold clients) {
    JsonNode recount = node.recount();
    expect(
        recount.path("equal").asBoolean(),
        () -> "recount of %s says: %s".formatted(node.name(), recount));
    for (String side : List.of("journal", "live", "board")) {
      JsonNode counted = recount.path(side);
      expect(
          counted.path("checkIns").asLong() == clients.total().checkIns()
              && counted.path("residents").asLong() == clients.total().residents(),
          () ->
              "recount's %s at %s is %s, the clients count %s"
                  .formatted(side, node.name(), counted, clients.total()));
    }
  }

  private Fold clients() {
    Fold fold = new Fold();
    Set<String> voided = history.voidsAcknowledged();
    for (String id : history.acknowledged()) {
      Entry entry = history.entered().get(id);
      if (entry != null && !voided.contains(id)) {
        Slot slot = new Slot(entry.team(), entry.date());
        Set<String> groups = new HashSet<>(entry.groups());
        fold.add(slot, 1, entry.activity(), entry.residents(), List.copyOf(groups));
      }
    }
    return fold;
  }

  private Fold journal() {
    Fold fold = new Fold();
    for (Row row : history.journal()) {
      JsonNode content = JSON.readTree(row.content());
      fold.add(
          slot(row),
          row.id().endsWith(VOID) ? -1 : 1,
          content.path("activity").asString(),
          content.path("residents").asInt(),
          groups(content));
    }
    return fold;
  }

  private void checkBoard(Seen node, Fold clients) {
    JsonNode board = node.board();
    expectSame(
        "the board's total at " + node.name(),
        sums(board.path("totals")),
        clients.total().toString());
    LocalDate today = LocalDate.parse(board.path("at").asString().substring(0, 10));
    expectSame(
        "the board's today at " + node.name(),
        sums(board.path("today")),
        clients.sum(slot -> slot.date().equals(today)).toString());
    int day = board.path("day").asInt();
    for (JsonNode row : board.path("days")) {
      LocalDate date = today.minusDays(day - row.path("day").asInt());
      expectPair("day " + row.path("day"), row, clients, slot -> slot.date().equals(date));
    }
    for (JsonNode row : board.path("teams")) {
      String team = row.path("team").asString();
      expectPair("team " + team, row, clients, slot -> slot.team().equals(team));
    }
    long teams = clients.total().checkIns();
    long shown =
        StreamSupport.stream(board.path("teams").spliterator(), false)
            .mapToLong(row -> row.path("checkIns").asLong())
            .sum();
    expect(teams == shown, () -> "the teams' rows sum up to %d of %d".formatted(shown, teams));
  }

  private void expectPair(String what, JsonNode row, Fold clients, Predicate<Slot> which) {
    Count count = clients.sum(which);
    expect(
        row.path("checkIns").asLong() == count.checkIns()
            && row.path("residents").asLong() == count.residents(),
        () -> "the board's row of %s is %s, the clients count %s".formatted(what, row, count));
  }

  private static String sums(JsonNode sums) {
    return "%d check-ins, %d residents, %s, %s"
        .formatted(
            sums.path("checkIns").asLong(),
            sums.path("residents").asLong(),
            numbers(sums.path("byActivity")),
            numbers(sums.path("byGroup")));
  }

  private static Map<String, Long> numbers(JsonNode object) {
    Map<String, Long> numbers = new HashMap<>();
    object.propertyNames().forEach(code -> numbers.put(code, object.get(code).asLong()));
    return Count.present(numbers);
  }

  private void expectSame(String what, String actual, String expected) {
    expect(
        actual.equals(expected),
        () -> "%s is\n%s\nbut the clients count\n%s".formatted(what, actual, expected));
  }

  private void expect(boolean kept, Supplier<String> otherwise) {
    if (!kept) {
      violations.add(otherwise.get());
    }
  }
}
