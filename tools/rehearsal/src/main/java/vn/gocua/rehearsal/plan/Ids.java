package vn.gocua.rehearsal.plan;

import java.time.Instant;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** UUIDs of version 7 (RFC 9562) from a given time and generator, the same for the same seed. */
final class Ids {
  private Ids() {}

  static UUID v7(Instant time, RandomGenerator random) {
    long high = (time.toEpochMilli() << 16) | 0x7000L | (random.nextLong() & 0x0fffL);
    long low = 0x8000_0000_0000_0000L | (random.nextLong() & 0x3fff_ffff_ffff_ffffL);
    return new UUID(high, low);
  }
}
