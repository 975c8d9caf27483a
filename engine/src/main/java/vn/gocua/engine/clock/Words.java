package vn.gocua.engine.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.gocua.engine.clock.Reading.Dissent;

/**
 * The latest word of each phone on what time it is. A word ages by a clock that nobody sets, so
 * that it still tells what the time is after the engine's own clock was set.
 */
final class Words {
  private static final Duration RECENT = Duration.ofHours(24);
  private static final int MOST = 2000;

  /**
   * @param team whose phone it is
   * @param said the time by the phone's clock
   * @param heard the time by the engine's clock when that came
   * @param nanos the same by a clock that only runs forward
   */
  private record Word(String team, Instant said, Instant heard, long nanos) {}

  private final Map<String, Word> words =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Word> eldest) {
          return size() > MOST;
        }
      };

  /** Takes a word; whether it is news: another phone, or other times than it told before. */
  boolean take(String phone, String team, Instant said, Instant heard, long nanos) {
    Word before = words.remove(phone);
    words.put(phone, new Word(team, said, heard, nanos));
    return before == null
        || !near(Duration.between(before.said.plus(age(before, nanos)), said), Duration.ZERO)
        || !near(Duration.between(before.heard.plus(age(before, nanos)), heard), Duration.ZERO);
  }

  /** Drops a phone's word; whether there was one. */
  boolean forget(String phone) {
    return words.remove(phone) != null;
  }

  int size() {
    return words.size();
  }

  /** What the engine's clock lacks by every recent word that can be told from a sleep. */
  List<Dissent> offsets(Instant now, long nanos) {
    List<Dissent> plain = new ArrayList<>();
    List<Dissent> overtaken = new ArrayList<>();
    words.values().removeIf(word -> age(word, nanos).compareTo(RECENT) > 0);
    for (Word word : words.values()) {
      Duration offset = Duration.between(now, word.said.plus(age(word, nanos)));
      Duration jumped = Duration.between(word.heard.plus(age(word, nanos)), now);
      boolean forward = jumped.compareTo(EngineClock.TOLERANCE) > 0;
      (forward && !near(offset, Duration.ZERO) ? overtaken : plain)
          .add(new Dissent(word.team, offset));
    }
    // Forward goes a clock that was set, and one whose machine slept: only who was heard since
    // can tell which.
    overtaken.stream()
        .filter(word -> plain.stream().anyMatch(fresh -> near(fresh.lacking(), word.lacking())))
        .toList()
        .forEach(plain::add);
    return plain;
  }

  private static Duration age(Word word, long nanos) {
    return Duration.ofNanos(nanos - word.nanos);
  }

  static boolean near(Duration one, Duration other) {
    return one.minus(other).abs().compareTo(EngineClock.TOLERANCE) <= 0;
  }
}
