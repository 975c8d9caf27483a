package vn.gocua.engine.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.clock.Reading.State;

/**
 * Compares the engine's clock with what phones say, with what the journal proves, and with a clock
 * that nobody sets. It only tells; nothing is repaired.
 *
 * <ul>
 *   <li>Several phones that agree with each other and not with the engine, and are more than half
 *       of those heard lately: it must be wrong.
 *   <li>The journal proves a later time, and no phones bear the clock out: it must be wrong.
 *   <li>It jumped, or the engine did not run for days: unsure, until a phone bears it out or it has
 *       run on for long enough to be noticed by people.
 * </ul>
 *
 * <p>Safe for threads.
 */
public final class EngineClock {
  /** What the network and a phone's own drift may make of a clock that is right. */
  public static final Duration TOLERANCE = Duration.ofMinutes(5);

  /** So many phones must agree before the engine's clock is said to be wrong. */
  static final int SEVERAL = 3;

  /** So many bear the clock out, whatever a journal says that was written by a wrong one. */
  private static final int BEAR_OUT = 2;

  /** An engine that was off for longer cannot tell its clock from one that was lost. */
  static final Duration LONG_AWAY = Duration.ofDays(3);

  /** So long a clock that nobody contradicts has been seen on every screen. */
  static final Duration SETTLED = Duration.ofDays(3);

  private static final Duration STALE = Duration.ofSeconds(1);

  /** Of more phones one word changes nothing at once; they are counted every second. */
  private static final int FEW = 50;

  private final @Nullable Clock clock;
  private final LongSupplier nanos;
  private final Words words = new Words();
  private final Proof proof = new Proof();
  private Instant anchor = Instant.EPOCH;
  private long anchorNanos;
  private @Nullable Long unsureSince;
  private Reading last = Reading.SURE;
  private Instant lastAt = Instant.MIN;
  private long lastNanos;
  private boolean dirty = true;

  private EngineClock(@Nullable Clock clock, LongSupplier nanos) {
    this.clock = clock;
    this.nanos = nanos;
    if (clock != null) {
      anchor = clock.instant();
      anchorNanos = nanos.getAsLong();
    }
  }

  /**
   * Watches over a clock.
   *
   * @param clock the campaign's time
   * @param nanos a clock that only runs forward
   */
  public static EngineClock watching(Clock clock, LongSupplier nanos) {
    return new EngineClock(clock, nanos);
  }

  /** Watches over nothing: a rehearsal's time is made up. */
  public static EngineClock unwatched() {
    return new EngineClock(null, System::nanoTime);
  }

  /** When this engine's clock was last seen before it stopped, if it ever ran. */
  public synchronized void seenBefore(Instant seen) {
    Duration away = Duration.between(seen, anchor);
    if (away.compareTo(LONG_AWAY) > 0 || away.compareTo(TOLERANCE.negated()) < 0) {
      unsureSince = anchorNanos;
      dirty = true;
    }
  }

  /** A phone says what time it is. */
  public synchronized void heard(String phone, Instant sentAt, Instant receivedAt) {
    if (clock != null) {
      boolean news = words.take(phone, sentAt, receivedAt, nanos.getAsLong());
      dirty |= news && words.size() <= FEW;
    }
  }

  /** A phone was shut out: what it said counts no more, since it may be back under another id. */
  public synchronized void forget(String phone) {
    dirty |= words.forget(phone);
  }

  /**
   * An earlier run of an engine took a check-in that a phone sent and it received at these times.
   */
  public synchronized void recalled(String phone, Instant sentAt, Instant receivedAt) {
    proof.recall(phone, sentAt, receivedAt);
  }

  /** This run took such a check-in. */
  public synchronized void proved(String phone, Instant sentAt, Instant receivedAt) {
    proof.take(phone, sentAt, receivedAt);
  }

  /** What the clock is worth now. */
  public synchronized Reading reading() {
    if (clock == null) {
      return Reading.SURE;
    }
    Instant now = clock.instant();
    long ticks = nanos.getAsLong();
    Duration since = Duration.ofNanos(ticks - lastNanos);
    boolean jumped = dirty || Duration.between(lastAt, now).abs().compareTo(TOLERANCE) > 0;
    if (jumped || since.compareTo(STALE) > 0) {
      noteJump(now, ticks);
      last = worth(now, ticks);
      lastAt = now;
      lastNanos = ticks;
      dirty = false;
    }
    return last;
  }

  /** Whether what cannot be undone may be done by this clock. */
  public boolean isSure() {
    return reading().state() == State.SURE;
  }

  /** Whether it must be wrong. */
  public boolean isDoubtful() {
    return reading().isDoubtful();
  }

  private void noteJump(Instant now, long ticks) {
    Instant expected = anchor.plusNanos(ticks - anchorNanos);
    if (!Words.near(Duration.between(expected, now), Duration.ZERO)) {
      unsureSince = ticks;
    }
    anchor = now;
    anchorNanos = ticks;
  }

  private Reading worth(Instant now, long ticks) {
    List<Duration> offsets = new ArrayList<>(words.offsets(now, ticks));
    List<Duration> dissent =
        offsets.stream().filter(o -> !Words.near(o, Duration.ZERO)).sorted().toList();
    int agreeing = offsets.size() - dissent.size();
    List<Duration> together = largestGroup(dissent);
    Instant newest = proof.newest();
    boolean outvoted = together.size() >= SEVERAL && together.size() * 2 > offsets.size();
    boolean borneOut = agreeing >= BEAR_OUT && agreeing > together.size();
    boolean behind = newest != null && now.isBefore(newest.minus(TOLERANCE)) && !borneOut;
    Duration lacking = outvoted ? together.get(together.size() / 2) : null;
    State state = outvoted || behind ? State.DOUBTFUL : unsure(agreeing, ticks);
    return new Reading(state, agreeing, dissent, lacking, newest);
  }

  private State unsure(int agreeing, long ticks) {
    Long since = unsureSince;
    if (since != null && (agreeing > 0 || Duration.ofNanos(ticks - since).compareTo(SETTLED) > 0)) {
      unsureSince = null;
    }
    return unsureSince == null ? State.SURE : State.UNSURE;
  }

  /** The most that lie together: clocks that are right agree with each other, wrong ones don't. */
  private static List<Duration> largestGroup(List<Duration> sorted) {
    List<Duration> largest = List.of();
    int from = 0;
    for (int to = 0; to < sorted.size(); to++) {
      while (!Words.near(sorted.get(from), sorted.get(to))) {
        from++;
      }
      if (to + 1 - from > largest.size()) {
        largest = sorted.subList(from, to + 1);
      }
    }
    return largest;
  }
}
