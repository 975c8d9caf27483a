package vn.gocua.engine.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.clock.Reading.Dissent;
import vn.gocua.engine.clock.Reading.State;

/**
 * Compares the engine's clock with what phones say, with what the journal proves, and with a clock
 * that nobody sets. It only tells; nothing is repaired.
 *
 * <ul>
 *   <li>Several phones that agree with each other and not with the engine, and are more than half
 *       of those heard lately: it must be wrong.
 *   <li>The journal proves a later time, and nobody bears the clock out: it must be wrong.
 *   <li>It must be wrong, but the day is the same by all who know: it is only off.
 *   <li>It jumped, or the engine did not run for days: unsure, until a phone bears it out or it has
 *       run on for long enough to be noticed by people.
 *   <li>Two phones or a person bore it out, and nobody has set it since: that is worth as much as
 *       if they said it now. Only several phones outvote it.
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
  private final ZoneId zone;
  private final Words words = new Words();
  private final Proof proof = new Proof();
  private Instant anchor = Instant.EPOCH;
  private long anchorNanos;
  private @Nullable Long unsureSince;

  /** What it showed before it became unsure. */
  private Vouch before = new Vouch(Instant.EPOCH, 0);

  private @Nullable Vouch vouch;
  private Reading last = Reading.SURE;
  private Instant lastAt = Instant.MIN;
  private long lastNanos;
  private boolean dirty = true;

  private EngineClock(@Nullable Clock clock, LongSupplier nanos, ZoneId zone) {
    this.clock = clock;
    this.nanos = nanos;
    this.zone = zone;
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
   * @param zone the campaign's, whose days are asked for
   */
  public static EngineClock watching(Clock clock, LongSupplier nanos, ZoneId zone) {
    return new EngineClock(clock, nanos, zone);
  }

  /** Watches over nothing: a rehearsal's time is made up. */
  public static EngineClock unwatched() {
    return new EngineClock(null, System::nanoTime, ZoneOffset.UTC);
  }

  /** When this engine's clock was last seen before it stopped, if it ever ran. */
  public synchronized void seenBefore(Instant seen) {
    Duration away = Duration.between(seen, anchor);
    if (away.compareTo(LONG_AWAY) > 0 || away.compareTo(TOLERANCE.negated()) < 0) {
      unsureSince = anchorNanos;
      before = new Vouch(seen, anchorNanos);
      dirty = true;
    }
  }

  /**
   * A person has looked at another clock and says that this one is right.
   *
   * @param shown the time that the person took it to show
   * @return false if it shows another
   */
  public synchronized boolean confirm(Instant shown) {
    if (clock == null) {
      return true;
    }
    Instant now = clock.instant();
    if (!Words.near(Duration.between(shown, now), Duration.ZERO)) {
      return false;
    }
    vouch = new Vouch(now, nanos.getAsLong());
    dirty = true;
    return true;
  }

  /** A team's phone says what time it is. */
  public synchronized void heard(String phone, String team, Instant sentAt, Instant receivedAt) {
    if (clock != null) {
      boolean news = words.take(phone, team, sentAt, receivedAt, nanos.getAsLong());
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
    State state = reading().state();
    return state == State.SURE || state == State.OFF;
  }

  /** Whether it must be wrong, and with it the day. */
  public boolean isDoubtful() {
    return reading().isDoubtful();
  }

  private void noteJump(Instant now, long ticks) {
    Instant expected = anchor.plusNanos(ticks - anchorNanos);
    if (!Words.near(Duration.between(expected, now), Duration.ZERO)) {
      before = unsureSince == null ? new Vouch(expected, ticks) : before;
      unsureSince = ticks;
    }
    anchor = now;
    anchorNanos = ticks;
  }

  private Reading worth(Instant now, long ticks) {
    List<Dissent> offsets = words.offsets(now, ticks);
    List<Dissent> dissent =
        offsets.stream()
            .filter(o -> !Words.near(o.lacking(), Duration.ZERO))
            .sorted(Comparator.comparing(Dissent::lacking))
            .toList();
    int agreeing = offsets.size() - dissent.size();
    List<Duration> together = largestGroup(dissent.stream().map(Dissent::lacking).toList());
    boolean outvoted = together.size() >= SEVERAL && together.size() * 2 > offsets.size();
    if (agreeing >= BEAR_OUT && agreeing > together.size()) {
      vouch = new Vouch(now, ticks);
    }
    boolean vouched = vouch != null && vouch.holds(now, ticks) && !outvoted;
    Instant newest = proof.newest();
    Duration behind =
        newest != null && now.isBefore(newest.minus(TOLERANCE)) && !vouched
            ? Duration.between(now, newest)
            : null;
    Duration most = together.isEmpty() ? null : together.get(together.size() / 2);
    State state;
    Duration lacking = null;
    List<Duration> others = new ArrayList<>();
    if (outvoted && most != null) {
      lacking = most;
      state = isOneDay(now, most) ? State.OFF : State.DOUBTFUL;
      others.add(most);
    } else if (behind != null) {
      boolean bounded = isOneDay(now, behind) && mostSayToday(now, offsets);
      lacking = bounded && agreeing == 0 ? most : null;
      state = bounded ? State.OFF : State.DOUBTFUL;
      others.add(behind);
    } else {
      state = unsure(agreeing, vouched, ticks);
      if (state == State.UNSURE) {
        others.add(Duration.between(now, before.expected(ticks)));
      }
    }
    return new Reading(state, agreeing, dissent, lacking, newest, vouched, others);
  }

  /** Whether more than half of those heard, and somebody, are on the clock's own day. */
  private boolean mostSayToday(Instant now, List<Dissent> offsets) {
    return offsets.stream().filter(o -> isOneDay(now, o.lacking())).count() * 2 > offsets.size();
  }

  /** Whether the day is the same with what the clock lacks, give or take what words are worth. */
  private boolean isOneDay(Instant now, Duration lacking) {
    LocalDate today = LocalDate.ofInstant(now, zone);
    return Stream.of(lacking.minus(TOLERANCE), lacking, lacking.plus(TOLERANCE))
        .allMatch(each -> LocalDate.ofInstant(now.plus(each), zone).equals(today));
  }

  private State unsure(int agreeing, boolean vouched, long ticks) {
    Long since = unsureSince;
    boolean settled = since != null && Duration.ofNanos(ticks - since).compareTo(SETTLED) > 0;
    if (agreeing > 0 || vouched || settled) {
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
