package vn.gocua.rehearsal.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;

/** Wrong clocks and dead networks, as common as in the field. */
record PhoneTroubles(CampaignFacts facts) {

  /** Time for sending after an outage that ends with the campaign. */
  private static final Duration LATEST = Duration.ofHours(3);

  /**
   * A random offset of a phone's clock: mostly none, often a minute, sometimes hours, seldom a
   * year.
   */
  Duration anyOffset(RandomGenerator random) {
    int kind = random.nextInt(100);
    long sign = random.nextBoolean() ? 1 : -1;
    if (kind < 70) {
      return Duration.ZERO;
    } else if (kind < 88) {
      return Duration.ofSeconds(sign * random.nextInt(5, 100));
    } else if (kind < 96) {
      return Duration.ofMinutes(sign * random.nextInt(10, 300));
    } else {
      return Duration.ofDays(sign * 365);
    }
  }

  /**
   * Most days have a dead hour somewhere; some phones are away for days. None is away longer than
   * shortly after the end.
   */
  List<Outage> anyOutages(RandomGenerator random) {
    List<Outage> outages = new ArrayList<>();
    for (int day = 1; day <= facts.days(); day++) {
      int kind = random.nextInt(100);
      if (kind < 35) {
        outages.add(outage(day, random, Duration.ofMinutes(random.nextInt(20, 180))));
      } else if (kind < 43) {
        outages.add(outage(day, random, Duration.ofHours(random.nextInt(8, 24))));
      } else if (kind < 45) {
        outages.add(outage(day, random, Duration.ofHours(random.nextInt(36, 90))));
      }
    }
    outages.sort(Comparator.comparing(Outage::from));
    return outages;
  }

  private Outage outage(int day, RandomGenerator random, Duration length) {
    Instant from = facts.startOf(day).plusSeconds(3600L * random.nextInt(6, 20));
    Instant latest = facts.end().plus(LATEST);
    Instant until = from.plus(length);
    return new Outage(from, until.isAfter(latest) ? latest : until);
  }
}
