package vn.gocua.engine.vault;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.config.ReadingLimits;

/**
 * What one reader has newly read within a day, from the journal's records. A matter that was read
 * within that day costs nothing more. Not thread-safe.
 */
final class Readings {
  static final Duration HOUR = Duration.ofHours(1);
  static final Duration DAY = Duration.ofHours(24);

  /** From this share of a limit on, leaders are told: 4/5. */
  private static final int NEAR_OF_FIVE = 4;

  private final List<Taken> taken = new ArrayList<>();
  private int last;
  private boolean phone;
  private @Nullable String team;

  private record Taken(String about, int contacts, Instant at) {}

  /** Adds a record. Its number in the reader's own row is 0 if it has none. */
  void add(DataAccess reading, int number) {
    last = Math.max(last, number);
    phone = reading.byPhone();
    team = reading.team() == null ? team : reading.team();
    Integer counted = reading.taken();
    int contacts = counted != null ? counted : known(reading.about(), reading.at()) > 0 ? 0 : 1;
    if (contacts > 0) {
      taken.add(new Taken(reading.about(), contacts, reading.at()));
    }
  }

  /** Number of the next record in the reader's own row. */
  int next() {
    return last + 1;
  }

  /** Forgets what no limit asks for any more, so that a reader's memory is bounded. */
  void forget(Instant now) {
    taken.removeIf(one -> !within(one, now, DAY));
  }

  /** How many contacts of these are new to the reader. */
  int fresh(String about, int contacts, Instant now) {
    return Math.max(0, contacts - known(about, now));
  }

  private int known(String about, Instant now) {
    return taken.stream()
        .filter(one -> one.about().equals(about) && within(one, now, DAY))
        .mapToInt(Taken::contacts)
        .sum();
  }

  /** A record of a clock that was ahead counts as long as one of a clock that was behind. */
  private static boolean within(Taken one, Instant now, Duration window) {
    return Duration.between(one.at(), now).abs().compareTo(window) < 0;
  }

  private int used(Instant now, Duration window) {
    return taken.stream().filter(one -> within(one, now, window)).mapToInt(Taken::contacts).sum();
  }

  /** Time until anything may be newly read; zero: now. */
  Duration wait(Instant now, int hourLimit, int dayLimit) {
    Duration hour = wait(now, HOUR, hourLimit);
    Duration day = wait(now, DAY, dayLimit);
    return hour.compareTo(day) > 0 ? hour : day;
  }

  private Duration wait(Instant now, Duration window, int limit) {
    int used = used(now, window);
    if (limit == 0 || used < limit) {
      return Duration.ZERO;
    }
    List<Taken> oldestFirst =
        taken.stream()
            .filter(one -> within(one, now, window))
            .sorted(Comparator.comparing(Taken::at))
            .toList();
    for (Taken one : oldestFirst) {
      used -= one.contacts();
      if (used < limit) {
        return Duration.between(now, one.at().plus(window));
      }
    }
    return window;
  }

  /** How near the reader came to a limit within the last day; null if not near. */
  @Nullable ReaderStanding standing(String by, Instant now, ReadingLimits limits) {
    List<Taken> row =
        taken.stream()
            .filter(one -> within(one, now, DAY))
            .sorted(Comparator.comparing(Taken::at))
            .toList();
    int hourLimit = limits.hour(phone);
    int dayLimit = limits.day(phone);
    Instant near = null;
    Instant full = null;
    int day = 0;
    int hour = 0;
    int first = 0;
    for (Taken one : row) {
      day += one.contacts();
      hour += one.contacts();
      while (!within(row.get(first), one.at(), HOUR)) {
        hour -= row.get(first++).contacts();
      }
      near = near == null && (near(hour, hourLimit) || near(day, dayLimit)) ? one.at() : near;
      full = full == null && (full(hour, hourLimit) || full(day, dayLimit)) ? one.at() : full;
    }
    return near == null
        ? null
        : new ReaderStanding(
            by,
            phone ? team : null,
            phone,
            used(now, HOUR),
            day,
            full != null,
            full == null ? near : full);
  }

  private static boolean near(int used, int limit) {
    return limit > 0 && used * 5L >= (long) limit * NEAR_OF_FIVE;
  }

  private static boolean full(int used, int limit) {
    return limit > 0 && used >= limit;
  }
}
