package vn.gocua.engine.live;

import java.util.HashMap;
import java.util.Map;
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
   * @param kind what an event of another kind is not, such as «an alert's event»
   */
  public static <F> NamedFacts<F> of(String kind, Map<String, Class<? extends F>> types) {
    return new NamedFacts<>(kind, types);
  }

  /** The same, that also reads what was once written under an older name. */
  public NamedFacts<F> reading(String olderName, Function<String, ? extends F> reader) {
    readers.put(olderName, reader);
    return this;
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException for a fact that has no name
   */
  @Override
  public Event event(String stream, int n, F fact) {
    String name = names.get(fact.getClass());
    if (name == null) {
      throw new IllegalArgumentException("not " + kind + ": " + fact.getClass());
    }
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
