package vn.gocua.engine.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gocua.engine.journal.Appended;
import vn.gocua.engine.journal.Event;

/** Streams whose events have an order: n only after n − 1, and a gap is never papered over. */
class OrderedViewTest {
  private static LiveFixture<String> live;

  /** All the words said so far, in the order in which they were. */
  private static final class Words implements Projection<String> {
    @Override
    public String name() {
      return "words";
    }

    @Override
    public boolean ordered() {
      return true;
    }

    @Override
    public String empty() {
      return "";
    }

    @Override
    public String evolve(String state, Event event) {
      return state + event.content();
    }

    @Override
    public byte[] encode(String state) {
      return state.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String decode(byte[] bytes) {
      return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public boolean handles(String stream) {
      return stream.startsWith("words/");
    }
  }

  @BeforeAll
  static void start(@TempDir Path folder) {
    live = new LiveFixture<>(folder, new Words());
  }

  @AfterAll
  static void stop() {
    live.close();
  }

  private static Event word(String stream, int n) {
    return new Event(Projection.idOf(stream, n), stream, "word/1", "w" + n, "{}");
  }

  private static List<Appended> appended(String stream, int... numbers) {
    return live.journal()
        .append(java.util.Arrays.stream(numbers).mapToObj(n -> word(stream, n)).toList());
  }

  private static void awaitLive(String stream, String words) {
    await().until(() -> live.map().containsKey(stream) && live.live(stream).state().equals(words));
  }

  @Test
  void shouldTakeEventsInTheirOrder() {
    live.view().apply(appended("words/a", 1, 2));
    live.view().apply(appended("words/a", 3));
    awaitLive("words/a", "w1w2w3");
    assertThat(live.live("words/a").version()).isEqualTo(3);
  }

  @Test
  void shouldTakeEachOnce() {
    live.view().apply(appended("words/b", 1, 2));
    live.view().apply(appended("words/b", 1, 2));
    live.view().apply(appended("words/b", 2, 3));
    awaitLive("words/b", "w1w2w3");
  }

  @Test
  void shouldFoldAnewAfterAGap() {
    live.view().apply(appended("words/c", 1));
    awaitLive("words/c", "w1");
    // The second is journaled, but whoever should have applied it died.
    appended("words/c", 2);
    live.view().apply(appended("words/c", 3));
    await()
        .until(() -> {
          live.view().resync();
          return live.live("words/c").state().equals("w1w2w3");
        });
    assertThat(live.changes())
        .anySatisfy(change -> {
          assertThat(change.stream()).isEqualTo("words/c");
          assertThat(change.now().state()).isEqualTo("w1w2w3");
        });
    assertThat(live.changes()).noneMatch(change -> change.now().state().contains("w1w3"));
  }

  @Test
  void shouldNotApplyWhatComesBeforeItsTurn() {
    live.view().apply(appended("words/d", 1));
    awaitLive("words/d", "w1");
    appended("words/d", 2);
    live.view().apply(List.of(new Appended.New(word("words/d", 3))));
    await()
        .until(() -> {
          live.view().resync();
          return live.live("words/d").state().equals("w1w2");
        });
  }
}
