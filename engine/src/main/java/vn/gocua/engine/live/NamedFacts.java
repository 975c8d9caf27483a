package vn.gocua.engine.live;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.gocua.engine.journal.Event;
import vn.gocua.engine.journal.EventCodec;
import vn.gocua.engine.journal.Ledger;

/**
 * Facts that are records, each under its event's name; the name says the version. Names and JSON
 * are frozen: approval tests hold them.
 *
 * @param <F> the facts of this kind
 */
public final class NamedFacts<F> implements Ledger.Facts<F> {
  private final String kind;
  private final Map<Class<? extends F>, String> names;
  private final Map<String, Function<String, ? extends F>> readers = new HashMap<>();

  private NamedFacts(String kind, Map<String, Class<? extends F>> types) {
    this.kind = kind;
    names =
        types.entrySet().stream()
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getValue, Map.Entry::getKey));
    types.forEach((name, type) -> readers.put(name, json -> EventCodec.read(json, type)));
  }

  /**
   * Facts by the names of their events, each fact's record under one.
   *
   * @param facts the sealed interface of the facts
   * @param kind what an event of another kind is not, such as «an alert's event»
   * @throws IllegalArgumentException if a fact has no name
   */
  public static <F> NamedFacts<F> of(
      Class<F> facts, String kind, Map<String, Class<? extends F>> types) {
    if (!Set.of(facts.getPermittedSubclasses()).equals(Set.copyOf(types.values()))) {
      throw new IllegalArgumentException("not every fact of " + facts + " has a name");
    }
    return new NamedFacts<>(kind, types);
  }

  /**
   * The one fact of a kind.
   *
   * @param kind what another event is not
   */
  public static <F extends Record> NamedFacts<F> one(Class<F> fact, String kind, String name) {
    return new NamedFacts<>(kind, Map.of(name, fact));
  }

  /** The same, that also reads what was once written under an older name. */
  public NamedFacts<F> reading(String olderName, Function<String, ? extends F> reader) {
    readers.put(olderName, reader);
    return this;
  }

  @Override
  public Event event(String stream, int n, F fact) {
    String name = Objects.requireNonNull(names.get(fact.getClass()));
    return new Event(Projection.idOf(stream, n), stream, name, EventCodec.json(fact), "{}");
  }

  @Override
  public F of(Event event) {
    Function<String, ? extends F> reader = readers.get(event.type());
    if (reader == null) {
      throw new IllegalArgumentException("not " + kind + ": " + event.type());
    }
    return reader.apply(event.content());
  }
}
