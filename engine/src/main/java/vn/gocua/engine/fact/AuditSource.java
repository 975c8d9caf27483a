package vn.gocua.engine.fact;

import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;
import vn.gocua.engine.journal.Event;
import vn.gocua.engine.journal.Journal;

/**
 * Streams with audited facts.
 *
 * @param prefix of the streams' names; the rest of a name is the object of its facts
 * @param byType whether audited facts are searched by type, among too many others to be read
 * @param tellers makes who says what the facts did, anew for every reading
 */
public record AuditSource(
    String prefix, FactTypes<?> facts, boolean byType, Supplier<Teller> tellers) {

  /** Says what facts did. It is shown all events that are read, each stream's in their order. */
  @FunctionalInterface
  public interface Teller {
    /**
     * What an event did; {@link Told#NOTHING} if it has no audit line.
     *
     * @param key the rest of its stream's name
     */
    Told next(Event event, String key);
  }

  /** Streams that are read from end to end. */
  public static AuditSource of(String prefix, FactTypes<?> facts, Supplier<Teller> tellers) {
    return new AuditSource(prefix, facts, false, tellers);
  }

  /** Streams of facts that say by themselves what they did. */
  public static <E> AuditSource of(
      String prefix, FactTypes<E> facts, BiFunction<E, String, Told> telling) {
    return of(prefix, facts, () -> alone(facts, telling));
  }

  /** Streams with few audited facts. */
  public static <E> AuditSource byType(
      String prefix, FactTypes<E> facts, BiFunction<E, String, Told> telling) {
    return new AuditSource(prefix, facts, true, () -> alone(facts, telling));
  }

  private static <E> Teller alone(FactTypes<E> facts, BiFunction<E, String, Told> telling) {
    return (event, key) ->
        facts.codeOf(event) == null ? Told.NOTHING : telling.apply(facts.of(event), key);
  }

  /** Codes of the audited facts. */
  public Set<String> codes() {
    return facts.codes();
  }

  /** Every line, as the journal has them. Blocks. */
  public void each(Journal journal, Consumer<AuditLine> taker) {
    Teller teller = tellers.get();
    Consumer<Event> reader =
        event -> {
          String key = event.stream().substring(prefix.length());
          Told told = teller.next(event, key);
          AuditLine line = facts.line(event, key);
          if (line != null) {
            taker.accept(line.saying(told));
          }
        };
    if (byType) {
      facts.audited().forEach(type -> journal.readAll(prefix, type, reader));
    } else if (!facts.audited().isEmpty()) {
      journal.readAll(prefix, reader);
    }
  }
}
