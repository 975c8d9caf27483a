package vn.gocua.engine.journal;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One kind of small ordered streams, decided on by what the journal says: the event's id is its
 * number in the stream, so of two that decide at once one wins, and the other reads again.
 *
 * @param <F> the facts of this kind
 * @param <S> what a stream folds into
 */
public final class Ledger<F, S> {
  private static final int TRIES = 100;

  private final String prefix;
  private final Facts<F> facts;
  private final BiFunction<@Nullable S, F, @Nullable S> evolve;
  private final Journal journal;
  private final GroupCommit commit;

  /** Facts ↔ events. */
  public interface Facts<F> {
    /** Event n of a stream. */
    Event event(String stream, int n, F fact);

    /**
     * Reads a fact back.
     *
     * @throws IllegalArgumentException for an event of another kind
     */
    F of(Event event);
  }

  /**
   * @param prefix what the streams' names begin with, slash included
   */
  public Ledger(
      String prefix,
      Facts<F> facts,
      BiFunction<@Nullable S, F, @Nullable S> evolve,
      Journal journal,
      GroupCommit commit) {
    this.prefix = prefix;
    this.facts = facts;
    this.evolve = evolve;
    this.journal = journal;
    this.commit = commit;
  }

  private static final class Fold<S> {
    private @Nullable S state;
    private int events;
  }

  /** What a stream says now; null if it has no event. Blocks. */
  public @Nullable S read(String key) {
    return fold(key).state;
  }

  /** The keys of all streams of this kind. Blocks. */
  public List<String> keys() {
    return journal.streams(prefix).stream().map(s -> s.substring(prefix.length())).toList();
  }

  /**
   * Appends what {@code decide} makes of the stream as it is; nothing if that is null, or if it
   * throws. It is asked anew whenever somebody else was quicker. Blocks until it is durable.
   *
   * @return the state after it
   */
  public @Nullable S append(String key, Function<@Nullable S, @Nullable F> decide) {
    String stream = prefix + key;
    for (int attempt = 0; attempt < TRIES; attempt++) {
      Fold<S> fold = fold(key);
      F fact = decide.apply(fold.state);
      if (fact == null) {
        return fold.state;
      }
      Appended outcome =
          GroupCommit.join(commit.append(List.of(facts.event(stream, fold.events + 1, fact))))
              .getFirst();
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
          fold.state = evolve.apply(fold.state, facts.of(event));
          fold.events++;
        });
    return fold;
  }
}
