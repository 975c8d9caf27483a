package vn.gocua.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that only a test moves. Thread-safe. */
public final class SettableClock extends Clock {
  private Instant now;

  private SettableClock(Instant now) {
    this.now = now;
  }

  /** A clock at an ISO 8601 time with offset. */
  public static SettableClock at(String time) {
    return new SettableClock(OffsetDateTime.parse(time).toInstant());
  }

  public synchronized void set(String time) {
    now = OffsetDateTime.parse(time).toInstant();
  }

  public synchronized void advance(Duration by) {
    now = now.plus(by);
  }

  @Override
  public synchronized Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("the engine's clocks are asked for instants only");
  }
}
