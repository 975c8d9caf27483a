package vn.gocua.rehearsal.counts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import vn.gocua.rehearsal.counts.Tallied.Counted;

/**
 * Counts of the accepted entries, independent of the engine. An entry counts from its first
 * «accepted» or «duplicate» until it is voided. Thread-safe.
 */
public final class ExpectedCounts {
  private static final int SURPRISES_KEPT = 50;

  private final Map<UUID, Counted> counted = new HashMap<>();
  private final Set<UUID> withdrawn = new HashSet<>();
  private final Map<String, Long> rejections = new TreeMap<>();
  private final List<String> surprises = new ArrayList<>();
  private long surprising;
  private long posts;
  private long lost;
  private long duplicates;
  private long conflicts;
  private long late;

  /**
   * Totals so far.
   *
   * @param lost posts whose answer never came
   * @param duplicates items that the engine had already
   * @param late items accepted on a later day than they happened
   * @param surprising answers that an engine in order does not give
   */
  public record Progress(
      long checkIns,
      long residents,
      long posts,
      long lost,
      long duplicates,
      long conflicts,
      long rejected,
      long withdrawn,
      long late,
      long surprising) {}

  public synchronized void posted() {
    posts++;
  }

  public synchronized void lostAnswer() {
    lost++;
  }

  /** Counts an entry of the journal; a repeat changes nothing. */
  public synchronized void taken(UUID id, Counted entry, boolean isLate) {
    if (counted.put(id, entry) == null && isLate) {
      late++;
    }
  }

  public synchronized void duplicate() {
    duplicates++;
  }

  public synchronized void conflict() {
    conflicts++;
  }

  public synchronized void rejected(String code) {
    rejections.merge(code, 1L, Long::sum);
  }

  /** An entry has been voided, or replaced by a correction. */
  public synchronized void withdrawn(UUID id) {
    withdrawn.add(id);
  }

  /** Notes a wrong answer; the first few are kept verbatim. */
  public synchronized void surprise(String what) {
    surprising++;
    if (surprises.size() < SURPRISES_KEPT) {
      surprises.add(what);
    }
  }

  public synchronized List<String> surprises() {
    return List.copyOf(surprises);
  }

  /** Rejected items by the code they were given. */
  public synchronized Map<String, Long> rejections() {
    return new TreeMap<>(rejections);
  }

  public synchronized Tallied tallied() {
    return Tallied.of(counting());
  }

  public synchronized Progress progress() {
    List<Counted> counting = counting();
    return new Progress(
        counting.size(),
        counting.stream().mapToLong(Counted::residents).sum(),
        posts,
        lost,
        duplicates,
        conflicts,
        rejections.values().stream().mapToLong(Long::longValue).sum(),
        withdrawn.size(),
        late,
        surprising);
  }

  private List<Counted> counting() {
    return counted.entrySet().stream()
        .filter(entry -> !withdrawn.contains(entry.getKey()))
        .map(Map.Entry::getValue)
        .toList();
  }
}
