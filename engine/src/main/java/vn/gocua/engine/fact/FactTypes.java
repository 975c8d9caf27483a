package vn.gocua.engine.fact;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.journal.Event;
import vn.gocua.engine.journal.EventCodec;

/**
 * Facts as records, each under its event's name with a version. Names and JSON are frozen by
 * approval tests.
 *
 * @param <E> the facts of this kind
 */
public final class FactTypes<E> {
  private final String kind;
  private final Map<String, FactType<? extends E>> types;
  private final Map<Class<?>, String> names;
  private final Map<String, Function<Event, ? extends E>> readers = new HashMap<>();

  private FactTypes(String kind, List<FactType<? extends E>> all) {
    this.kind = kind;
    types = all.stream().collect(Collectors.toUnmodifiableMap(FactType::name, type -> type));
    names = all.stream().collect(Collectors.toUnmodifiableMap(FactType::record, FactType::name));
    all.forEach(type -> readers.put(type.name(), type::read));
  }

  /**
   * All facts of a kind, each record under one name.
   *
   * @param facts the sealed interface of the facts
   * @param kind for messages about other events, such as «an alert's event»
   * @throws IllegalArgumentException if a fact has no name
   */
  @SafeVarargs
  @SuppressWarnings("varargs") // the array is read only
  public static <E> FactTypes<E> of(Class<E> facts, String kind, FactType<? extends E>... types) {
    Set<Class<?>> named = Stream.of(types).map(FactType::record).collect(Collectors.toSet());
    if (!Set.of(facts.getPermittedSubclasses()).equals(named)) {
      throw new IllegalArgumentException("not every fact of " + facts + " has a name");
    }
    return new FactTypes<>(kind, List.of(types));
  }

  /**
   * Some facts of a kind.
   *
   * @param kind for messages about other events
   */
  @SafeVarargs
  @SuppressWarnings("varargs") // the array is read only
  public static <E> FactTypes<E> only(String kind, FactType<? extends E>... types) {
    return new FactTypes<>(kind, List.of(types));
  }

  /** The same, which also reads an older name. */
  public FactTypes<E> reading(String olderName, Function<String, ? extends E> reader) {
    readers.put(olderName, event -> reader.apply(event.content()));
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
    Function<Event, ? extends E> reader = readers.get(event.type());
    if (reader == null) {
      throw new IllegalArgumentException("not " + kind + ": " + event.type());
    }
    return reader.apply(event);
  }

  /** Codes of the audited facts. */
  Set<String> codes() {
    return types.values().stream()
        .map(FactType::code)
        .filter(Objects::nonNull)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Event names of the audited facts. */
  Set<String> audited() {
    return types.values().stream()
        .filter(type -> type.code() != null)
        .map(FactType::name)
        .collect(Collectors.toSet());
  }

  /** Code of an event's audit line; null without one. */
  @Nullable String codeOf(Event event) {
    FactType<? extends E> type = types.get(event.type());
    return type == null ? null : type.code();
  }

  /**
   * Audit line of an event; null without one.
   *
   * @param key of the event's stream
   */
  @Nullable AuditLine line(Event event, String key) {
    FactType<? extends E> type = types.get(event.type());
    return type == null ? null : type.line(event, key);
  }
}
