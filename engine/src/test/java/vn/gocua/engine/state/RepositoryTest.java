package vn.gocua.engine.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gocua.engine.journal.Event;
import vn.gocua.engine.journal.GroupCommit;
import vn.gocua.engine.journal.Journal;
import vn.gocua.engine.journal.sqlite.SqliteJournal;
import vn.gocua.engine.state.Sums.Added;

/** The journal decides which of several facts is a stream's next. */
class RepositoryTest {
  @TempDir private Path folder;
  private Journal journal;
  private GroupCommit commit;
  private Repository<Added, Integer> sums;

  @BeforeEach
  void open() {
    journal = SqliteJournal.open(folder.resolve("journal.db"));
    commit = new GroupCommit(journal, 1000, _ -> {});
    sums = new Repository<>(Sums.kind(), journal, commit);
  }

  @AfterEach
  void close() {
    commit.close();
    journal.close();
  }

  @Test
  void shouldKnowNothingOfAStreamWithoutEvents() {
    assertThat(sums.read("a")).isEqualTo(new Versioned<>(0, null));
    assertThatThrownBy(() -> sums.read("a").known()).isInstanceOf(NullPointerException.class);
    assertThat(sums.readAll()).isEmpty();
  }

  @Test
  void shouldFoldWhatWasAppended() {
    assertThat(sums.append("a", _ -> new Added(3))).isEqualTo(new Versioned<>(1, 3));
    assertThat(sums.append("a", now -> new Added(now == null ? 0 : now)))
        .isEqualTo(new Versioned<>(2, 6));
    assertThat(sums.read("a")).isEqualTo(new Versioned<>(2, 6));
    Event second = journal.find(List.of("thu/sum/a/2")).get("thu/sum/a/2");
    assertThat(second)
        .isEqualTo(new Event("thu/sum/a/2", "thu/sum/a", "added/1", "{\"number\":3}", "{}"));
  }

  @Test
  void shouldAppendNothingIfNothingIsToBeDone() {
    sums.append("a", _ -> new Added(3));
    assertThat(sums.append("a", _ -> null)).isEqualTo(new Versioned<>(1, 3));
    assertThatThrownBy(() ->
            sums.append(
                "a",
                _ -> {
                  throw new IllegalArgumentException("refused");
                }))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(journal.size()).isEqualTo(1);
  }

  @Test
  void shouldAskAgainWhenSomebodyWasQuicker() {
    Repository<Added, Integer> other = new Repository<>(Sums.kind(), journal, commit);
    int[] asked = new int[1];
    Versioned<Integer> after =
        sums.append(
            "a",
            now -> {
              if (asked[0]++ == 0) {
                other.append("a", _ -> new Added(10));
              }
              return new Added(now == null ? 1 : 2);
            });
    assertThat(after).isEqualTo(new Versioned<>(2, 12));
    assertThat(asked[0]).isEqualTo(2);
  }

  @Test
  void shouldLoseNothingOfManyThatDecideAtOnce() {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      IntStream.rangeClosed(1, 20)
          .mapToObj(
              n -> CompletableFuture.runAsync(() -> sums.append("a", _ -> new Added(n)), threads))
          .toList()
          .forEach(CompletableFuture::join);
    }
    assertThat(sums.read("a")).isEqualTo(new Versioned<>(20, 210));
  }

  /**
   * Of two that say the same at once one is enough: so a try whose answer was lost is no second.
   */
  @Test
  void shouldTakeTheSameFactAtTheSamePlaceAsOne() {
    Repository<Added, Integer> other = new Repository<>(Sums.kind(), journal, commit);
    Versioned<Integer> after =
        sums.append(
            "a",
            _ -> {
              other.append("a", _ -> new Added(4));
              return new Added(4);
            });
    assertThat(after).isEqualTo(new Versioned<>(1, 4));
    assertThat(sums.read("a")).isEqualTo(new Versioned<>(1, 4));
  }

  @Test
  void shouldReadAllStreamsOfItsKindInOnePass() {
    sums.append("b", _ -> new Added(1));
    sums.append("a", _ -> new Added(2));
    sums.append("b", _ -> new Added(3));
    journal.append(List.of(new Event("x/1", "thu/summer/a", "other/1", "{}", "{}")));
    assertThat(sums.readAll())
        .containsExactly(
            Map.entry("a", new Versioned<>(1, 2)), Map.entry("b", new Versioned<>(2, 4)));
    assertThat(sums.versions()).containsOnly(Map.entry("a", 1), Map.entry("b", 2));
  }

  @Test
  void shouldKeepOneStreamApartFromThoseThatBeginAsItDoes() {
    Repository<Added, Integer> single = new Repository<>(Sums.single(), journal, commit);
    sums.append("a", _ -> new Added(1));
    journal.append(List.of(new Event("thu/summer/1", "thu/summer", "other/1", "{}", "{}")));
    assertThat(single.append("", _ -> new Added(7))).isEqualTo(new Versioned<>(1, 7));
    assertThat(single.readAll()).containsOnlyKeys("");
    assertThat(single.versions()).containsOnly(Map.entry("", 1));
    assertThat(journal.find(List.of("thu/sum/1"))).hasSize(1);
  }

  @Test
  void shouldRefuseAnEventOfAnotherKind() {
    journal.append(List.of(new Event("thu/sum/a/1", "thu/sum/a", "other/1", "{}", "{}")));
    assertThatThrownBy(() -> sums.read("a"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("an addition");
  }
}
