package vn.gocua.engine.clock;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The latest time that the journal proves. For a check-in it is the earlier of the phone's time and
 * the engine's. Check-ins recorded while the engine's clock was ahead prove the phone's time only.
 */
final class Proof {
  /** With so many phones or more, one alone proves nothing. */
  private static final int SEVERAL = 3;

  private final Map<String, Instant> recalled = new HashMap<>();
  private final Map<String, Instant> taken = new HashMap<>();

  /** From before this engine was started. */
  void recall(String phone, Instant sentAt, Instant receivedAt) {
    keep(recalled, phone, sentAt, receivedAt);
  }

  /**
   * Takes a check-in of this run. The clock may be set meanwhile, and one phone alone proves
   * nothing.
   */
  void take(String phone, Instant sentAt, Instant receivedAt) {
    keep(taken, phone, sentAt, receivedAt);
  }

  private static void keep(
      Map<String, Instant> known, String phone, Instant sentAt, Instant receivedAt) {
    Instant passed = sentAt.isBefore(receivedAt) ? sentAt : receivedAt;
    known.merge(phone, passed, (a, b) -> a.isAfter(b) ? a : b);
  }

  @Nullable Instant newest() {
    return Stream.of(newest(recalled, recalled.size() < SEVERAL ? 0 : 1), newest(taken, 1))
        .flatMap(List::stream)
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  /** The newest of all phones but so many; empty if there are no more. */
  private static List<Instant> newest(Map<String, Instant> known, int but) {
    return known.values().stream().sorted(Comparator.reverseOrder()).skip(but).limit(1).toList();
  }
}
