package vn.gocua.engine.fact;

import java.util.Set;
import java.util.function.Consumer;
import vn.gocua.engine.journal.Event;
import vn.gocua.engine.journal.Journal;

/**
 * Streams with audited facts.
 *
 * @param prefix of the streams' names; the rest of a name is the object of its facts
 * @param byType whether audited facts are searched by type, among too many others to be read
 */
public record AuditSource(String prefix, FactTypes<?> facts, boolean byType) {

  /** Streams that are read from end to end. */
  public static AuditSource of(String prefix, FactTypes<?> facts) {
    return new AuditSource(prefix, facts, false);
  }

  /** Streams with few audited facts. */
  public static AuditSource byType(String prefix, FactTypes<?> facts) {
    return new AuditSource(prefix, facts, true);
  }

  /** Codes of the audited facts. */
  public Set<String> codes() {
    return facts.codes();
  }

  /** Every line, as the journal has them. Blocks. */
  public void each(Journal journal, Consumer<AuditLine> taker) {
    Consumer<Event> reader =
        event -> {
          AuditLine line = facts.line(event, event.stream().substring(prefix.length()));
          if (line != null) {
            taker.accept(line);
          }
        };
    if (byType) {
      facts.audited().forEach(type -> journal.readAll(prefix, type, reader));
    } else if (!facts.audited().isEmpty()) {
      journal.readAll(prefix, reader);
    }
  }
}
