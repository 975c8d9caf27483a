package vn.gocua.engine.state;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.fact.AuditSource;
import vn.gocua.engine.fact.FactTypes;
import vn.gocua.engine.fact.Telling;
import vn.gocua.engine.fact.Told;

/**
 * One kind of small ordered streams.
 *
 * @param prefix of the streams' names; without a slash at its end it is the name of a single stream
 * @param facts names of the facts in the journal
 * @param evolve folds them
 * @param telling says in the audit what they did; null if their codes say all
 * @param <E> the facts of this kind
 * @param <S> folded state of a stream
 */
public record StreamKind<E, S>(
    String prefix, FactTypes<E> facts, Evolve<E, S> evolve, @Nullable Telling<E, S> telling) {

  /** Streams of facts whose codes say all. */
  public StreamKind(String prefix, FactTypes<E> facts, Evolve<E, S> evolve) {
    this(prefix, facts, evolve, null);
  }

  /** The streams for the audit. */
  AuditSource audited() {
    return AuditSource.of(prefix, facts, this::teller);
  }

  /** Folds what it is shown, so that a fact is told with what was there before it. */
  private AuditSource.Teller teller() {
    Telling<E, S> says = telling;
    if (says == null) {
      return (_, _) -> Told.NOTHING;
    }
    Map<String, S> states = new HashMap<>();
    return (event, key) -> {
      if (!holds(event.stream())) {
        return Told.NOTHING;
      }
      E fact = facts.of(event);
      S before = states.get(key);
      states.compute(key, (_, _) -> evolve.apply(before, fact));
      return says.told(before, fact, key);
    };
  }

  /** Whether there is one stream only; its key is empty. */
  boolean isSingle() {
    return !prefix.endsWith("/");
  }

  String stream(String key) {
    return prefix + key;
  }

  String key(String stream) {
    return stream.substring(prefix.length());
  }

  /** Whether a stream belongs to this kind. */
  boolean holds(String stream) {
    return !isSingle() || stream.equals(prefix);
  }
}
