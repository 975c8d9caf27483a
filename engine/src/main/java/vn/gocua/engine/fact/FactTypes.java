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
 * Facts that are records, each under its event's name; the name says the version. Names and JSON
 * are frozen: approval tests hold them.
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
   * @param kind what an event of another kind is not, such as «an alert's event»
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
   * The one fact of a kind, or those of it that are asked for here.
   *
   * @param kind what another event is not
   */
  @SafeVarargs
  @SuppressWarnings("varargs") // the array is read only
  public static <E> FactTypes<E> only(String kind, FactType<? extends E>... types) {
    return new FactTypes<>(kind, List.of(types));
  }

  /** The same, that also reads what was once written under an older name. */
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

  /** The codes that the audit tells some of these facts by. */
  Set<String> codes() {
    return types.values().stream()
        .map(FactType::code)
        .filter(Objects::nonNull)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The names of the events that the audit tells. */
  Set<String> audited() {
    return types.values().stream()
        .filter(type -> type.code() != null)
        .map(FactType::name)
        .collect(Collectors.toSet());
  }

  /**
   * The line that tells an event in the audit; null if none does.
   *
   * @param key what its stream is called after
   */
  @Nullable AuditLine line(Event event, String key) {
    FactType<? extends E> type = types.get(event.type());
    return type == null ? null : type.line(event, key);
  }
}
