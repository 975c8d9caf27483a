package vn.gocua.engine.audit;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.journal.Event;
import vn.gocua.engine.journal.Journal;

/** Reads who did what when from the journal, which only ever grows. Calls block. */
public final class AuditTrail {
  private static final Comparator<AuditLine> OLDEST_FIRST =
      Comparator.comparing(AuditLine::at)
          .thenComparing(AuditLine::what)
          .thenComparing(AuditLine::about);

  private final String campaign;
  private final Journal journal;

  public AuditTrail(String campaign, Journal journal) {
    this.campaign = campaign;
    this.journal = journal;
  }

  /**
   * Which lines are wanted.
   *
   * @param before the lines from this moment on are left out
   * @param who null for all
   * @param what codes; empty for all
   */
  public record Wanted(Instant from, Instant before, @Nullable String who, Set<String> what) {
    boolean holds(AuditLine line) {
      return !line.at().isBefore(from)
          && line.at().isBefore(before)
          && (who == null || who.equals(line.who()) || who.equals(line.about()))
          && (what.isEmpty() || what.contains(line.what()));
    }
  }

  /** The latest lines, newest first. */
  public List<AuditLine> latest(Wanted wanted, int limit) {
    PriorityQueue<AuditLine> kept = new PriorityQueue<>(OLDEST_FIRST);
    each(
        wanted,
        line -> {
          kept.add(line);
          if (kept.size() > limit) {
            kept.remove();
          }
        });
    ArrayDeque<AuditLine> newestFirst = new ArrayDeque<>();
    while (!kept.isEmpty()) {
      newestFirst.addFirst(kept.remove());
    }
    return new ArrayList<>(newestFirst);
  }

  /** All lines, oldest first. */
  public List<AuditLine> all(Wanted wanted) {
    List<AuditLine> lines = new ArrayList<>();
    each(wanted, lines::add);
    lines.sort(OLDEST_FIRST);
    return lines;
  }

  private void each(Wanted wanted, Consumer<AuditLine> taker) {
    Consumer<Event> reader =
        event -> {
          AuditKind kind = AuditKinds.byType().get(event.type());
          if (kind != null) {
            AuditLine line = kind.line(campaign, event);
            if (wanted.holds(line)) {
              taker.accept(line);
            }
          }
        };
    for (String area : AuditKinds.areas(wanted.what())) {
      String prefix = campaign + "/" + area;
      if (area.equals(AuditKinds.CHECK_INS)) {
        journal.readAll(prefix, "check-in-voided/1", reader);
      } else {
        journal.streams(prefix).forEach(stream -> journal.readStream(stream, reader));
      }
    }
  }
}
