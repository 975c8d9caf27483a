package vn.gocua.engine.fact;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.journal.Event;
import vn.gocua.engine.journal.EventCodec;

/**
 * One kind of fact: its event's name, its record, and its audit line if it has one. The audit shows
 * declared values only, so that hashes and secrets stay out. Immutable.
 *
 * @param <F> the record
 */
public final class FactType<F> {
  private final String name;
  private final Class<F> record;
  private final Function<Event, F> reader;
  private final @Nullable Deed<F> deed;

  /**
   * The audit line of a fact.
   *
   * @param about null for the stream's own key
   */
  private record Deed<F>(
      String code,
      Function<F, @Nullable String> by,
      Function<F, Instant> at,
      @Nullable Function<F, @Nullable Object> about,
      Map<String, Function<F, @Nullable Object>> details) {}

  private FactType(
      String name, Class<F> record, Function<Event, F> reader, @Nullable Deed<F> deed) {
    this.name = name;
    this.record = record;
    this.reader = reader;
    this.deed = deed;
  }

  /** A fact that is the content of its event. */
  public static <F> FactType<F> of(String name, Class<F> record) {
    return of(name, record, event -> EventCodec.read(event.content(), record));
  }

  /** A fact with a reader of its own. */
  public static <F> FactType<F> of(String name, Class<F> record, Function<Event, F> reader) {
    return new FactType<>(name, record, reader, null);
  }

  /**
   * The same with an audit line about the stream's key.
   *
   * @param code stable; it has a word in {@code tables.properties}
   * @param by the author; null for the engine itself
   */
  public FactType<F> audited(
      String code, Function<F, @Nullable String> by, Function<F, Instant> at) {
    return new FactType<>(name, record, reader, new Deed<>(code, by, at, null, Map.of()));
  }

  /**
   * The same with another object of the audit line; null for none.
   *
   * @throws NullPointerException without an audit line
   */
  public FactType<F> about(Function<F, @Nullable Object> about) {
    Deed<F> told = Objects.requireNonNull(deed);
    return new FactType<>(
        name, record, reader, new Deed<>(told.code, told.by, told.at, about, told.details));
  }

  /**
   * The same with one more value in the audit line, which may be absent.
   *
   * @throws NullPointerException without an audit line
   */
  public FactType<F> with(String detail, Function<F, @Nullable Object> value) {
    Deed<F> told = Objects.requireNonNull(deed);
    Map<String, Function<F, @Nullable Object>> details = new TreeMap<>(told.details);
    details.put(detail, value);
    return new FactType<>(
        name, record, reader, new Deed<>(told.code, told.by, told.at, told.about, details));
  }

  String name() {
    return name;
  }

  Class<F> record() {
    return record;
  }

  F read(Event event) {
    return reader.apply(event);
  }

  /** Code of the audit line; null without one. */
  @Nullable String code() {
    return deed == null ? null : deed.code;
  }

  /** Audit line of an event; null without one. */
  @Nullable AuditLine line(Event event, String key) {
    if (deed == null) {
      return null;
    }
    F fact = read(event);
    Map<String, String> details = new TreeMap<>();
    deed.details.forEach((detail, value) -> {
      String text = text(value.apply(fact));
      if (!text.isEmpty()) {
        details.put(detail, text);
      }
    });
    String by = text(deed.by.apply(fact));
    return new AuditLine(
        deed.at.apply(fact),
        by.isEmpty() ? AuditLine.SYSTEM : by,
        deed.code,
        deed.about == null ? key : text(deed.about.apply(fact)),
        Collections.unmodifiableMap(details));
  }

  /** A value as the journal has it, without the quotes; empty if it is absent. */
  private static String text(@Nullable Object value) {
    if (value == null || value instanceof String) {
      return Objects.requireNonNullElse((String) value, "");
    }
    String json = EventCodec.json(value);
    return json.startsWith("\"") ? EventCodec.read(json, String.class) : json;
  }
}
