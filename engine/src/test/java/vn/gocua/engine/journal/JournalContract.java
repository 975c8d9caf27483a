package vn.gocua.engine.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every journal promises, whatever it keeps its events in. */
public abstract class JournalContract {
  private static final String STREAM = "thu-nghiem/check-ins/T01/2025-08-22";
  private static final String OTHER = "thu-nghiem/check-ins/T02/2025-08-22";

  private Journal journal;

  /** Opens the journal under test; called again after it was closed, it opens the same one. */
  protected abstract Journal open();

  @BeforeEach
  void openFirst() {
    journal = open();
  }

  @AfterEach
  void closeLast() {
    journal.close();
  }

  private static Event event(String id, String stream, String content) {
    return new Event(id, stream, "check-in/1", content, "{\"by\":\"first\"}");
  }

  private static Event event(String id) {
    return event(id, STREAM, "{\"residents\":2}");
  }

  private static List<String> ids(List<Event> events) {
    return events.stream().map(Event::id).toList();
  }

  private List<Event> stream(String name) {
    List<Event> found = new ArrayList<>();
    journal.readStream(name, found::add);
    return found;
  }

  private List<Event> all(String prefix) {
    List<Event> found = new ArrayList<>();
    journal.readAll(prefix, found::add);
    return found;
  }

  @Test
  void shouldKeepANewEvent() {
    Event event = event("a");
    assertThat(journal.append(List.of(event))).containsExactly(new Appended.New(event));
    assertThat(stream(STREAM)).containsExactly(event);
  }

  @Test
  void shouldReadTheEventsOfOneTypeOnly() {
    Event one = event("a");
    Event other = new Event("b", STREAM, "other/1", "{}", "{}");
    Event elsewhere = new Event("c", "elsewhere", "other/1", "{}", "{}");
    journal.append(List.of(one, other, elsewhere));
    List<Event> found = new ArrayList<>();
    journal.readAll(STREAM, "other/1", found::add);
    assertThat(found).containsExactly(other);
  }

  @Test
  void shouldReadTheIdsOfOneStreamOnly() {
    journal.append(List.of(event("a"), event("b"), event("c", OTHER, "{}")));
    List<String> found = new ArrayList<>();
    journal.readIds(STREAM, found::add);
    assertThat(found).containsExactlyInAnyOrder("a", "b");
  }

  @Test
  void shouldAppendNothing() {
    assertThat(journal.append(List.of())).isEmpty();
    assertThat(all("")).isEmpty();
  }

  @Test
  void shouldTellHowManyEventsItHolds() {
    assertThat(journal.size()).isZero();
    journal.append(List.of(event("a"), event("b"), event("c", OTHER, "{}")));
    journal.append(List.of(event("a")));
    assertThat(journal.size()).isEqualTo(3);
  }

  @Test
  void shouldAnswerARepeatWithTheFirstTry() {
    Event first = event("a");
    Event again = new Event("a", OTHER, first.type(), first.content(), "{\"by\":\"second\"}");
    journal.append(List.of(first));
    assertThat(journal.append(List.of(again))).containsExactly(new Appended.Duplicate(first));
    assertThat(all("")).containsExactly(first);
  }

  @Test
  void shouldKeepTheFirstOfTwoContentsUnderOneId() {
    Event first = event("a");
    journal.append(List.of(first));
    assertThat(journal.append(List.of(event("a", STREAM, "{\"residents\":3}"))))
        .containsExactly(new Appended.Conflict(first));
    assertThat(all("")).containsExactly(first);
  }

  @Test
  void shouldKeepTheFirstOfTwoTypesUnderOneId() {
    Event first = event("a");
    journal.append(List.of(first));
    Event other = new Event("a", STREAM, "check-in-voided/1", first.content(), first.details());
    assertThat(journal.append(List.of(other))).containsExactly(new Appended.Conflict(first));
  }

  @Test
  void shouldJudgeEveryEventOfACallByItself() {
    Event first = event("a");
    Event second = event("b");
    journal.append(List.of(first, second));
    Event fresh = event("c");
    Event freshToo = event("d", OTHER, "{}");
    assertThat(journal.append(List.of(fresh, first, event("b", STREAM, "{}"), freshToo)))
        .containsExactly(
            new Appended.New(fresh),
            new Appended.Duplicate(first),
            new Appended.Conflict(second),
            new Appended.New(freshToo));
    assertThat(ids(all(""))).containsExactlyInAnyOrder("a", "b", "c", "d");
  }

  @Test
  void shouldTakeAnIdOnceThoughItComesThriceInOneCall() {
    Event first = event("a");
    Event other = event("a", STREAM, "{}");
    assertThat(journal.append(List.of(first, first, other)))
        .containsExactly(
            new Appended.New(first), new Appended.Duplicate(first), new Appended.Conflict(first));
    assertThat(all("")).containsExactly(first);
  }

  @Test
  void shouldFindWhatIsThereAndNothingElse() {
    List<Event> events = IntStream.range(0, 1500).mapToObj(i -> event("id-" + i)).toList();
    journal.append(events);
    List<String> asked = new ArrayList<>(ids(events.subList(300, 1500)));
    asked.add("id-1500");
    var found = journal.find(asked);
    assertThat(found).hasSize(1200).doesNotContainKey("id-1500");
    assertThat(found.get("id-777")).isEqualTo(events.get(777));
    assertThat(journal.find(List.of())).isEmpty();
  }

  @Test
  void shouldReadAStreamOldestFirst() {
    journal.append(List.of(event("m"), event("z")));
    journal.append(List.of(event("other", OTHER, "{}"), event("a")));
    journal.append(List.of(event("z"), event("k")));
    assertThat(ids(stream(STREAM))).containsExactly("m", "z", "a", "k");
  }

  @Test
  void shouldKeepStreamsApartThoughOneNameBeginsTheOther() {
    journal.append(List.of(event("a", "c/T1", "{}"), event("b", "c/T10", "{}")));
    assertThat(ids(stream("c/T1"))).containsExactly("a");
    assertThat(stream("c/T")).isEmpty();
    assertThat(journal.count("c/T1")).isEqualTo(1);
    assertThat(journal.count("c/T")).isZero();
  }

  @Test
  void shouldReadAllStreamsOfAPrefixEachOldestFirst() {
    journal.append(List.of(event("z", "c/x", "{}"), event("q", "c/y", "{}")));
    journal.append(List.of(event("o", "d/x", "{}"), event("a", "c/x", "{}")));
    journal.append(List.of(event("b", "c/y", "{}"), event("p", "b/x", "{}")));
    List<Event> read = all("c/");
    assertThat(ids(read.stream().filter(e -> e.stream().equals("c/x")).toList()))
        .containsExactly("z", "a");
    assertThat(ids(read.stream().filter(e -> e.stream().equals("c/y")).toList()))
        .containsExactly("q", "b");
    assertThat(read).hasSize(4);
  }

  @Test
  void shouldListStreamsSorted() {
    journal.append(List.of(event("a", "c/z", "{}"), event("b", "c/a", "{}")));
    journal.append(List.of(event("c", "c/z", "{}"), event("d", "cc", "{}")));
    assertThat(journal.streams("c/")).containsExactly("c/a", "c/z");
    assertThat(journal.streams("x")).isEmpty();
  }

  @Test
  void shouldCountTheEventsOfAllStreamsOfAPrefix() {
    assertThat(journal.versions("c/")).isEmpty();
    journal.append(List.of(event("a", "c/z", "{}"), event("b", "c/a", "{}")));
    journal.append(List.of(event("c", "c/z", "{}"), event("d", "cc", "{}")));
    journal.append(List.of(event("c", "c/z", "{}"), event("e", "b/z", "{}")));
    assertThat(journal.versions("c/")).containsOnly(Map.entry("c/z", 2), Map.entry("c/a", 1));
    assertThat(journal.versions("")).hasSize(4);
    assertThat(journal.versions("x")).isEmpty();
  }

  @Test
  void shouldReadManyEventsOfAPrefixAsFew() {
    for (int from = 0; from < 6000; from += 1000) {
      journal.append(
          IntStream.range(from, from + 1000)
              .mapToObj(n -> event("c" + n, "c/" + n % 3, "{}"))
              .toList());
    }
    journal.append(List.of(event("d", "d/x", "{}")));
    List<Event> read = all("c/");
    assertThat(read).hasSize(6000);
    assertThat(ids(read.stream().filter(e -> e.stream().equals("c/1")).limit(3).toList()))
        .containsExactly("c1", "c4", "c7");
    assertThat(ids(all("d/"))).containsExactly("d");
  }

  @Test
  void shouldCountAStream() {
    journal.append(List.of(event("a"), event("b"), event("c", OTHER, "{}")));
    journal.append(List.of(event("a")));
    assertThat(journal.count(STREAM)).isEqualTo(2);
  }

  @Test
  void shouldKeepTextAsItIs() {
    Event event =
        new Event(
            "Nỏ Bạn/1",
            "xã/hồng-vân",
            "check-in/1",
            "{\"text\":\"Đã xong ✓ 🛵 \\\" ' ; -- %_ " + "dài ".repeat(20_000) + "\"}",
            "{\"quote\":\"'\"}");
    journal.append(List.of(event));
    assertThat(journal.find(List.of(event.id()))).containsEntry(event.id(), event);
    assertThat(stream("xã/hồng-vân")).containsExactly(event);
  }

  @Test
  void shouldKeepEverythingWhenOpenedAgain() {
    List<Event> events = List.of(event("a"), event("b"), event("c", OTHER, "{}"));
    journal.append(events);
    journal.close();
    journal = open();
    assertThat(stream(STREAM)).containsExactlyElementsOf(events.subList(0, 2));
    assertThat(journal.append(List.of(event("a"))))
        .containsExactly(new Appended.Duplicate(events.getFirst()));
    assertThat(journal.append(List.of(event("d")))).containsExactly(new Appended.New(event("d")));
  }

  @Test
  void shouldShowEveryThreadWhatItsOwnAppendReturned() {
    int threads = 16;
    int rounds = 20;
    try (var commit = new GroupCommit(journal, 10_000, _ -> {});
        var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      List<CompletableFuture<Void>> all = new ArrayList<>();
      for (int t = 0; t < threads; t++) {
        int thread = t;
        all.add(
            CompletableFuture.runAsync(
                () -> IntStream.range(0, rounds).forEach(r -> appendAndRead(commit, thread, r)),
                executor));
      }
      all.forEach(CompletableFuture::join);
    }
    assertThat(journal.count(STREAM)).isEqualTo(rounds);
    for (int t = 0; t < threads; t++) {
      assertThat(journal.count("own/" + t)).isEqualTo(rounds);
    }
  }

  /** Every thread appends an event of its own, and one that all of them append. */
  private void appendAndRead(GroupCommit commit, int thread, int round) {
    Event own = event(thread + "-" + round, "own/" + thread, "{}");
    Event shared = event("shared-" + round);
    List<Appended> outcomes = commit.append(List.of(own, shared)).join();
    assertThat(outcomes.getFirst()).isEqualTo(new Appended.New(own));
    assertThat(outcomes.getLast().stored()).isEqualTo(shared);
    assertThat(journal.find(List.of(own.id(), shared.id()))).hasSize(2);
    assertThat(journal.count("own/" + thread)).isEqualTo(round + 1L);
  }
}
