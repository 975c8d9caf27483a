package vn.gocua.system.chaos.check;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.gocua.protocol.board.BoardMessage;
import vn.gocua.protocol.board.RecountInfo;
import vn.gocua.system.chaos.check.Fold.Slot;
import vn.gocua.system.chaos.check.History.Row;
import vn.gocua.system.chaos.check.History.Seen;
import vn.gocua.testkit.SampleCampaign;

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
    RecountInfo recount = node.recount();
    expect(recount.equal(), () -> "recount of %s says: %s".formatted(node.name(), recount));
    checkSide("journal", recount.journal(), node, clients);
    checkSide("live", recount.live(), node, clients);
    checkSide("board", recount.board(), node, clients);
  }

  private void checkSide(String side, RecountInfo.Side counted, Seen node, Fold clients) {
    expect(
        counted.checkIns() == clients.total().checkIns()
            && counted.residents() == clients.total().residents(),
        () ->
            "recount's %s at %s is %s, the clients count %s"
                .formatted(side, node.name(), counted, clients.total()));
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
    BoardMessage board = node.board();
    expectSame(
        "the board's total at " + node.name(), sums(board.totals()), clients.total().toString());
    LocalDate today = board.at().atZoneSameInstant(SampleCampaign.ZONE).toLocalDate();
    expectSame(
        "the board's today at " + node.name(),
        sums(board.today()),
        clients.sum(slot -> slot.date().equals(today)).toString());
    for (BoardMessage.Day row : board.days()) {
      LocalDate date = today.minusDays(board.day() - row.day());
      Count count = clients.sum(slot -> slot.date().equals(date));
      expectPair("day " + row.day(), row.checkIns(), row.residents(), count);
    }
    for (BoardMessage.Standing row : board.teams()) {
      Count count = clients.sum(slot -> slot.team().equals(row.team()));
      expectPair("team " + row.team(), row.checkIns(), row.residents(), count);
    }
    long teams = clients.total().checkIns();
    long shown = board.teams().stream().mapToLong(BoardMessage.Standing::checkIns).sum();
    expect(teams == shown, () -> "the teams' rows sum up to %d of %d".formatted(shown, teams));
  }

  private void expectPair(String what, long checkIns, long residents, Count count) {
    expect(
        checkIns == count.checkIns() && residents == count.residents(),
        () ->
            "the board's row of %s is %d check-ins, %d residents, the clients count %s"
                .formatted(what, checkIns, residents, count));
  }

  private static String sums(BoardMessage.Totals sums) {
    return "%d check-ins, %d residents, %s, %s"
        .formatted(
            sums.checkIns(),
            sums.residents(),
            Count.present(sums.byActivity()),
            Count.present(sums.byGroup()));
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
