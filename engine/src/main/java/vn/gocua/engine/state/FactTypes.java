package vn.gocua.engine.state;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.gocua.engine.journal.Event;
import vn.gocua.engine.journal.EventCodec;

/**
 * Facts that are records, each under its event's name; the name says the version. Names and JSON
 * are frozen: approval tests hold them.
 *
 * @param <E> the facts of this kind
 */
public final class FactTypes<E> {
  private final String kind;
  private final Map<Class<? extends E>, String> names;
  private final Map<String, Function<String, ? extends E>> readers = new HashMap<>();

  private FactTypes(String kind, Map<String, Class<? extends E>> types) {
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
  public static <E> FactTypes<E> of(
      Class<E> facts, String kind, Map<String, Class<? extends E>> types) {
    if (!Set.of(facts.getPermittedSubclasses()).equals(Set.copyOf(types.values()))) {
      throw new IllegalArgumentException("not every fact of " + facts + " has a name");
    }
    return new FactTypes<>(kind, types);
  }

  /**
   * The one fact of a kind.
   *
   * @param kind what another event is not
   */
  public static <E extends Record> FactTypes<E> one(Class<E> fact, String kind, String name) {
    return new FactTypes<>(kind, Map.of(name, fact));
  }

  /** The same, that also reads what was once written under an older name. */
  public FactTypes<E> reading(String olderName, Function<String, ? extends E> reader) {
    readers.put(olderName, reader);
    return this;
  }

  /** Event n of a stream: its id is its number, so that of two only one is appended. */
  public Event event(String stream, int n, E fact) {
    String name = Objects.requireNonNull(names.get(fact.getClass()));
    return new Event(stream + "/" + n, stream, name, EventCodec.json(fact), "{}");
  }

  /**
   * Reads a fact back.
   *
   * @throws IllegalArgumentException for an event of another kind
   */
  public E of(Event event) {
    Function<String, ? extends E> reader = readers.get(event.type());
    if (reader == null) {
      throw new IllegalArgumentException("not " + kind + ": " + event.type());
    }
    return reader.apply(event.content());
  }
}
