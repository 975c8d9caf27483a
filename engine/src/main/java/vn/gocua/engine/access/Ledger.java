package vn.gocua.engine.access;

import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.journal.Appended;
import vn.gocua.engine.journal.GroupCommit;
import vn.gocua.engine.journal.Journal;

/**
 * One kind of small ordered streams, decided on by what the journal says: the event's id is its
 * number in the stream, so of two that decide at once one wins, and the other reads again.
 *
 * @param <S> what a stream folds into
 */
final class Ledger<S> {
  private static final int TRIES = 20;

  private final String prefix;
  private final BiFunction<@Nullable S, AccessFact, @Nullable S> evolve;
  private final Journal journal;
  private final GroupCommit commit;

  /**
   * @param prefix what the streams' names begin with, slash included
   */
  Ledger(
      String prefix,
      BiFunction<@Nullable S, AccessFact, @Nullable S> evolve,
      Journal journal,
      GroupCommit commit) {
    this.prefix = prefix;
    this.evolve = evolve;
    this.journal = journal;
    this.commit = commit;
  }

  private static final class Fold<S> {
    private @Nullable S state;
    private int events;
  }

  /** What a stream says now; null if it has no event. Blocks. */
  @Nullable S read(String key) {
    return fold(key).state;
  }

  /** The keys of all streams of this kind. Blocks. */
  List<String> keys() {
    return journal.streams(prefix).stream().map(s -> s.substring(prefix.length())).toList();
  }

  /**
   * Appends what {@code decide} makes of the stream as it is; nothing if that is null. Blocks until
   * it is durable.
   *
   * @return the state after it
   */
  @Nullable S append(String key, Function<@Nullable S, @Nullable AccessFact> decide) {
    String stream = prefix + key;
    for (int attempt = 0; attempt < TRIES; attempt++) {
      Fold<S> fold = fold(key);
      AccessFact fact = decide.apply(fold.state);
      if (fact == null) {
        return fold.state;
      }
      Appended outcome =
          join(commit.append(List.of(AccessFact.event(stream, fold.events + 1, fact)))).getFirst();
      if (!(outcome instanceof Appended.Conflict)) {
        return evolve.apply(fold.state, fact);
      }
    }
    throw new IllegalStateException("too many at once decide on " + prefix);
  }

  private Fold<S> fold(String key) {
    Fold<S> fold = new Fold<>();
    journal.readStream(
        prefix + key,
        event -> {
          fold.state = evolve.apply(fold.state, AccessFact.of(event));
          fold.events++;
        });
    return fold;
  }

  private static <T> T join(java.util.concurrent.CompletableFuture<T> future) {
    try {
      return future.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }
}
