package vn.gocua.engine.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.gocua.engine.clock.Reading.Dissent;

/**
 * The latest reported time of each phone. Reports age by a monotonic clock, so that they stay valid
 * after the engine's own clock was set.
 */
final class PhoneTimes {
  private static final Duration RECENT = Duration.ofHours(24);
  private static final int MOST = 2000;

  /**
   * @param team the phone's team
   * @param said time by the phone's clock
   * @param heard time by the engine's clock on arrival
   * @param nanos time by a monotonic clock on arrival
   */
  private record PhoneTime(String team, Instant said, Instant heard, long nanos) {}

  private final Map<String, PhoneTime> phones =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, PhoneTime> eldest) {
          return size() > MOST;
        }
      };

  /** Takes a report; whether it is new: another phone, or another offset than before. */
  boolean receive(String phone, String team, Instant said, Instant heard, long nanos) {
    PhoneTime before = phones.remove(phone);
    phones.put(phone, new PhoneTime(team, said, heard, nanos));
    return before == null
        || !near(Duration.between(before.said.plus(age(before, nanos)), said), Duration.ZERO)
        || !near(Duration.between(before.heard.plus(age(before, nanos)), heard), Duration.ZERO);
  }

  /** Drops a phone's report; whether there was one. */
  boolean forget(String phone) {
    return phones.remove(phone) != null;
  }

  int size() {
    return phones.size();
  }

  /** How far the engine's clock is behind each recent report that does not come from a sleep. */
  List<Dissent> offsets(Instant now, long nanos) {
    List<Dissent> plain = new ArrayList<>();
    List<Dissent> overtaken = new ArrayList<>();
    phones.values().removeIf(time -> age(time, nanos).compareTo(RECENT) > 0);
    for (PhoneTime time : phones.values()) {
      Duration offset = Duration.between(now, time.said.plus(age(time, nanos)));
      Duration jumped = Duration.between(time.heard.plus(age(time, nanos)), now);
      boolean forward = jumped.compareTo(EngineClock.TOLERANCE) > 0;
      (forward && !near(offset, Duration.ZERO) ? overtaken : plain)
          .add(new Dissent(time.team, offset));
    }
    // A clock that was set and one whose machine slept both go forward: only later reports can tell
    // which.
    overtaken.stream()
        .filter(time -> plain.stream().anyMatch(fresh -> near(fresh.lacking(), time.lacking())))
        .toList()
        .forEach(plain::add);
    return plain;
  }

  private static Duration age(PhoneTime time, long nanos) {
    return Duration.ofNanos(nanos - time.nanos);
  }

  static boolean near(Duration one, Duration other) {
    return one.minus(other).abs().compareTo(EngineClock.TOLERANCE) <= 0;
  }
}
