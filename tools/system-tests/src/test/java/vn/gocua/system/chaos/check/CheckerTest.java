package vn.gocua.system.chaos.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import vn.gocua.protocol.board.BoardMessage;
import vn.gocua.protocol.board.RecountInfo;
import vn.gocua.system.chaos.check.History.Row;
import vn.gocua.system.chaos.check.History.Seen;

/** The checker finds every way in which a history can be broken. */
class CheckerTest {
  /** Figures that a test says nothing of are 0. */
  private static final JsonMapper LAX =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).build();

  private static final Entry FIRST = entry("a", "T01", "2026-03-02T09:00:00Z", 2, "elderly");
  private static final Entry SECOND = entry("b", "T02", "2026-03-03T09:00:00Z", 3);
  private static final Entry VOIDED = entry("c", "T02", "2026-03-03T10:00:00Z", 4, "elderly");

  private final Map<String, Entry> entered = new HashMap<>();
  private final Set<String> acknowledged = new HashSet<>(Set.of("a", "b", "c"));
  private final Set<String> voidsAsked = new HashSet<>(Set.of("c"));
  private final Set<String> voidsAcknowledged = new HashSet<>(Set.of("c"));
  private final List<String> surprises = new ArrayList<>();
  private final List<Row> journal = new ArrayList<>();
  private String recount =
      """
      {"equal":true,"journal":{"checkIns":2,"residents":5},"live":{"checkIns":2,"residents":5},
       "board":{"checkIns":2,"residents":5}}\
      """;
  private String board =
      """
      {"at":"2026-03-03T18:00:00+07:00","day":3,
       "totals":{"checkIns":2,"residents":5,"byActivity":{"apps":2,"class":0},"byGroup":{"elderly":2}},
       "today":{"checkIns":1,"residents":3,"byActivity":{"apps":1},"byGroup":{"elderly":0}},
       "days":[{"day":1,"checkIns":0,"residents":0},{"day":2,"checkIns":1,"residents":2},
               {"day":3,"checkIns":1,"residents":3}],
       "teams":[{"team":"T01","checkIns":1,"residents":2},{"team":"T02","checkIns":1,"residents":3},
                {"team":"T03","checkIns":0,"residents":0}]}\
      """;

  CheckerTest() {
    for (Entry entry : List.of(FIRST, SECOND, VOIDED)) {
      entered.put(entry.id(), entry);
      journal.add(row(entry));
    }
    journal.add(voidOf(VOIDED));
  }

  private static Entry entry(String id, String team, String at, int residents, String... groups) {
    return new Entry(id, team, Instant.parse(at), 0, "apps", residents, List.of(groups), null);
  }

  private static Row row(Entry entry) {
    return new Row(
        entry.id(),
        stream(entry),
        "check-in/1",
        json(
            Map.of(
                "team", entry.team(),
                "occurredAt", entry.occurredAt().toString(),
                "activity", entry.activity(),
                "residents", entry.residents(),
                "groups", entry.groups())));
  }

  private static Row voidOf(Entry entry) {
    return new Row(
        entry.id() + "/void",
        stream(entry),
        "check-in-voided/1",
        json(
            Map.of(
                "checkIn", entry.id(),
                "activity", entry.activity(),
                "residents", entry.residents(),
                "groups", entry.groups())));
  }

  private static String stream(Entry entry) {
    return "campaign/check-ins/" + entry.team() + "/" + entry.date();
  }

  private static String json(Object value) {
    return JsonMapper.shared().writeValueAsString(value);
  }

  private List<String> violations() {
    return Checker.violations(
        new History(
            entered,
            acknowledged,
            voidsAsked,
            voidsAcknowledged,
            surprises,
            journal,
            List.of(
                new Seen(
                    "node 1",
                    LAX.readValue(recount, RecountInfo.class),
                    LAX.readValue(board, BoardMessage.class)))));
  }

  @Test
  void shouldFindNothingInAWholeHistory() {
    assertThat(violations()).isEmpty();
  }

  @Test
  void shouldFindALostCheckIn() {
    journal.removeIf(row -> row.id().equals("b"));
    assertThat(violations()).contains("b was acknowledged and is lost");
  }

  @Test
  void shouldFindALostVoid() {
    journal.removeIf(row -> row.id().equals("c/void"));
    assertThat(violations()).contains("the void of c was acknowledged and is lost");
  }

  @Test
  void shouldFindACheckInThatIsThereTwice() {
    journal.add(row(FIRST));
    assertThat(violations()).contains("a is in the journal 2 times");
  }

  @Test
  void shouldFindWhatNobodySent() {
    journal.add(row(entry("z", "T01", "2026-03-02T09:00:00Z", 1)));
    assertThat(violations()).contains("z is in the journal and nobody sent it");
  }

  @Test
  void shouldFindAVoidThatNobodyAskedFor() {
    journal.add(voidOf(FIRST));
    assertThat(violations()).contains("a/void is in the journal and nobody sent it");
  }

  @Test
  void shouldFindChangedContent() {
    journal.set(0, row(FIRST.contradicted()));
    assertThat(violations()).anyMatch(found -> found.startsWith("a is not what was entered"));
  }

  @Test
  void shouldFindAVoidOfOtherValues() {
    journal.set(3, voidOf(VOIDED.contradicted()));
    assertThat(violations()).anyMatch(found -> found.startsWith("c/void is not what was entered"));
  }

  @Test
  void shouldFindACheckInOnAnotherDay() {
    Row right = journal.get(1);
    journal.set(
        1, new Row(right.id(), "campaign/check-ins/T02/2026-03-04", right.type(), right.content()));
    assertThat(violations()).anyMatch(found -> found.startsWith("b is counted at"));
  }

  @Test
  void shouldFindACheckInThatWasNeverAnswered() {
    acknowledged.remove("b");
    assertThat(violations()).contains("b was never answered");
  }

  @Test
  void shouldFindAVoidThatWasNeverAnswered() {
    voidsAcknowledged.clear();
    assertThat(violations()).contains("the void of c was never answered");
  }

  @Test
  void shouldPassOnSurprises() {
    surprises.add("a was accepted although it had been acknowledged before");
    assertThat(violations()).containsExactlyElementsOf(surprises);
  }

  @Test
  void shouldFindARecountThatIsNotEqual() {
    recount = recount.replace("\"equal\":true", "\"equal\":false");
    assertThat(violations()).singleElement().asString().startsWith("recount of node 1 says");
  }

  @Test
  void shouldFindALiveViewThatCountsLess() {
    recount = recount.replace("\"live\":{\"checkIns\":2", "\"live\":{\"checkIns\":1");
    assertThat(violations()).singleElement().asString().startsWith("recount's live at node 1 is");
  }

  @Test
  void shouldFindAWrongTotalByActivity() {
    board = board.replace("\"class\":0", "\"class\":1");
    assertThat(violations())
        .singleElement()
        .asString()
        .startsWith("the board's total at node 1 is");
  }

  @Test
  void shouldFindAWrongTotalByGroup() {
    board = board.replace("\"byGroup\":{\"elderly\":2}", "\"byGroup\":{\"elderly\":6}");
    assertThat(violations())
        .singleElement()
        .asString()
        .startsWith("the board's total at node 1 is");
  }

  @Test
  void shouldFindAWrongToday() {
    board = board.replace("\"today\":{\"checkIns\":1", "\"today\":{\"checkIns\":2");
    assertThat(violations())
        .singleElement()
        .asString()
        .startsWith("the board's today at node 1 is");
  }

  @Test
  void shouldFindAWrongDay() {
    board = board.replace("{\"day\":2,\"checkIns\":1", "{\"day\":2,\"checkIns\":0");
    assertThat(violations()).singleElement().asString().startsWith("the board's row of day 2");
  }

  @Test
  void shouldFindAWrongTeam() {
    board = board.replace("\"T01\",\"checkIns\":1", "\"T01\",\"checkIns\":2");
    assertThat(violations())
        .satisfiesExactly(
            found -> assertThat(found).startsWith("the board's row of team T01"),
            found -> assertThat(found).startsWith("the teams' rows sum up to"));
  }

  @Test
  void shouldFindATeamThatIsMissingFromTheBoard() {
    board = board.replace("{\"team\":\"T01\",\"checkIns\":1,\"residents\":2},", "");
    assertThat(violations()).containsExactly("the teams' rows sum up to 1 of 2");
  }

  @Test
  void shouldFindThatNobodyWasAsked() {
    assertThat(
            Checker.violations(
                new History(
                    Map.of(), Set.of(), Set.of(), Set.of(), List.of(), List.of(), List.of())))
        .containsExactly("no node was asked what it counts");
  }
}
