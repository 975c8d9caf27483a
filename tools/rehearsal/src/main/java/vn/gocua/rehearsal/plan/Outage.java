package vn.gocua.rehearsal.plan;

import java.time.Instant;

/** A time without a network: from {@code from} until just before {@code until}. */
public record Outage(Instant from, Instant until) {

  public Outage {
    if (!from.isBefore(until)) {
      throw new IllegalArgumentException("an outage takes some time");
    }
  }

  boolean covers(Instant instant) {
    return !instant.isBefore(from) && instant.isBefore(until);
  }
}
