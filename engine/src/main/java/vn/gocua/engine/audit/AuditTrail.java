package vn.gocua.engine.audit;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.fact.AuditLine;
import vn.gocua.engine.fact.AuditSource;
import vn.gocua.engine.journal.Journal;

/** Reads the audit from the journal. Calls block. */
final class AuditTrail {
  private static final Comparator<AuditLine> OLDEST_FIRST =
      Comparator.comparing(AuditLine::at)
          .thenComparing(AuditLine::what)
          .thenComparing(AuditLine::about);

  /** Ids of phones, which are called by their last characters. */
  static final Pattern PHONE = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private static final int SHORT = 4;

  private final Journal journal;
  private final Supplier<Collection<AuditSource>> sources;

  /**
   * @param sources streams with audited facts; called each time
   */
  public AuditTrail(Journal journal, Supplier<Collection<AuditSource>> sources) {
    this.journal = journal;
    this.sources = sources;
  }

  /** Codes of all audited facts. */
  public SortedSet<String> codes() {
    SortedSet<String> codes = new TreeSet<>();
    sources.get().forEach(source -> codes.addAll(source.codes()));
    return codes;
  }

  /**
   * Filter of audit lines.
   *
   * @param before excludes lines from this moment on
   * @param who an account, a phone's id, its last four characters, or what was read, such as a
   *     ticket's code; null for all
   * @param what codes; empty for all
   */
  public record Wanted(Instant from, Instant before, @Nullable String who, Set<String> what) {
    boolean holds(AuditLine line) {
      return !line.at().isBefore(from)
          && line.at().isBefore(before)
          && (who == null || isNamed(who, line.who()) || isNamed(who, line.about()))
          && (what.isEmpty() || what.contains(line.what()));
    }

    private static boolean isNamed(String who, String id) {
      return who.equals(id)
          || id.endsWith("/" + who)
          || (who.length() == SHORT && PHONE.matcher(id).matches() && id.endsWith(who));
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
    for (AuditSource source : sources.get()) {
      if (wanted.what().isEmpty() || !Collections.disjoint(wanted.what(), source.codes())) {
        source.each(
            journal,
            line -> {
              if (wanted.holds(line)) {
                taker.accept(line);
              }
            });
      }
    }
  }
}
