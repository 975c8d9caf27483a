package vn.gocua.engine.state;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import vn.gocua.engine.journal.Appended;
import vn.gocua.engine.journal.GroupCommit;
import vn.gocua.engine.journal.Journal;

/**
 * The streams of one kind, decided by the journal. An event's id is its number in the stream: of
 * two simultaneous decisions one wins, and the other reads again. All calls block.
 *
 * @param <E> the facts of this kind
 * @param <S> folded state of a stream
 */
public final class Repository<E, S> {
  private static final int TRIES = 100;

  private final StreamKind<E, S> kind;
  private final Journal journal;
  private final GroupCommit commit;

  public Repository(StreamKind<E, S> kind, Journal journal, GroupCommit commit) {
    this.kind = kind;
    this.journal = journal;
    this.commit = commit;
  }

  StreamKind<E, S> kind() {
    return kind;
  }

  /** A stream's state; version 0 if it has no event. */
  public Versioned<S> read(String key) {
    Fold<E, S> fold = new Fold<>(kind.evolve());
    journal.readStream(kind.stream(key), event -> fold.add(kind.facts().of(event)));
    return fold.now;
  }

  /** All streams of this kind, sorted by key, in one pass. */
  public SortedMap<String, Versioned<S>> readAll() {
    Map<String, Fold<E, S>> folds = new HashMap<>();
    journal.readAll(
        kind.prefix(),
        event -> {
          if (kind.holds(event.stream())) {
            folds
                .computeIfAbsent(kind.key(event.stream()), _ -> new Fold<>(kind.evolve()))
                .add(kind.facts().of(event));
          }
        });
    SortedMap<String, Versioned<S>> all = new TreeMap<>();
    folds.forEach((key, fold) -> all.put(key, fold.now));
    return all;
  }

  /** Number of events by stream. */
  Map<String, Integer> versions() {
    Map<String, Integer> versions = new HashMap<>();
    journal
        .versions(kind.prefix())
        .forEach((stream, version) -> {
          if (kind.holds(stream)) {
            versions.put(kind.key(stream), version);
          }
        });
    return versions;
  }

  /**
   * Appends a decided fact; nothing if it is null, or the decision throws. Returns when it is
   * durable.
   *
   * @return the stream after it
   */
  public Versioned<S> append(String key, Decide<S, E> decide) {
    return decided(key, decide).now();
  }

  /**
   * Outcome of a decision.
   *
   * @param made whether its event is in the journal
   * @param first whether nobody else has made the very same decision at the same moment
   */
  public record Decided<S>(Versioned<S> now, boolean made, boolean first) {}

  /** As {@link #append}, for who must know whether the event is its own. */
  public Decided<S> decided(String key, Decide<S, E> decide) {
    for (int attempt = 0; attempt < TRIES; attempt++) {
      Versioned<S> before = read(key);
      E fact = decide.apply(before.state());
      if (fact == null) {
        return new Decided<>(before, false, false);
      }
      int number = before.version() + 1;
      Appended outcome =
          GroupCommit.join(
                  commit.append(List.of(kind.facts().event(kind.stream(key), number, fact))))
              .getFirst();
      if (!(outcome instanceof Appended.Conflict)) {
        S after = kind.evolve().apply(before.state(), fact);
        return new Decided<>(new Versioned<>(number, after), true, outcome instanceof Appended.New);
      }
    }
    throw new IllegalStateException("too many at once decide on " + kind.prefix());
  }

  private static final class Fold<E, S> {
    private final Evolve<E, S> evolve;
    private Versioned<S> now = Versioned.none();

    Fold(Evolve<E, S> evolve) {
      this.evolve = evolve;
    }

    void add(E fact) {
      now = new Versioned<>(now.version() + 1, evolve.apply(now.state(), fact));
    }
  }
}
