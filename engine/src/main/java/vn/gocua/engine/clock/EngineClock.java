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
 * Judges the engine's clock by phones, by the journal and by a monotonic clock. It repairs nothing.
 *
 * <ul>
 *   <li>Wrong: several phones agree with each other and not with the engine, and are more than half
 *       of the recent ones.
 *   <li>Wrong: the journal proves a later time, and nothing confirms the clock.
 *   <li>Off: it is wrong, but all sources have the same day.
 *   <li>Unsure: it jumped, or the engine was off for days, until a phone confirms it or people had
 *       the time to notice.
 *   <li>Two phones or a person confirmed it and it was not set since: that counts as if they did so
 *       now. Only several phones outvote it.
 * </ul>
 *
 * <p>Thread-safe.
 */
public final class EngineClock {
  /** Tolerance for the network and a phone's own drift. */
  public static final Duration TOLERANCE = Duration.ofMinutes(5);

  /** Number of agreeing phones that prove the engine's clock wrong. */
  static final int SEVERAL = 3;

  /** Number of phones that confirm the clock against a journal written by a wrong one. */
  private static final int BEAR_OUT = 2;

  /** After a longer stop the engine's clock may have been lost. */
  static final Duration LONG_AWAY = Duration.ofDays(3);

  /** After so long on every screen, an uncontradicted clock counts as confirmed. */
  static final Duration SETTLED = Duration.ofDays(3);

  private static final Duration STALE = Duration.ofSeconds(1);

  /**
   * With more phones than this, one report changes nothing at once: they are counted every second.
   */
  private static final int FEW = 50;

  private final @Nullable Clock clock;
  private final LongSupplier nanos;
  private final ZoneId zone;
  private final PhoneTimes phones = new PhoneTimes();
  private final Proof proof = new Proof();
  private Instant anchor = Instant.EPOCH;
  private long anchorNanos;
  private @Nullable Long unsureSince;

  /** The confirmation before the clock became unsure. */
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

  /** Sets the last reading of the clock before the engine stopped, if it ever ran. */
  public synchronized void seenBefore(Instant seen) {
    Duration away = Duration.between(seen, anchor);
    if (away.compareTo(LONG_AWAY) > 0 || away.compareTo(TOLERANCE.negated()) < 0) {
      unsureSince = anchorNanos;
      before = new Vouch(seen, anchorNanos);
      dirty = true;
    }
  }

  /**
   * A person compared the clock with another and confirms it.
   *
   * @param shown the time that the person saw
   * @return false if the clock shows another time
   */
  public synchronized boolean confirm(Instant shown) {
    if (clock == null) {
      return true;
    }
    Instant now = clock.instant();
    if (!PhoneTimes.near(Duration.between(shown, now), Duration.ZERO)) {
      return false;
    }
    vouch = new Vouch(now, nanos.getAsLong());
    dirty = true;
    return true;
  }

  /** Takes the time of a team's phone. */
  public synchronized void heard(String phone, String team, Instant sentAt, Instant receivedAt) {
    if (clock != null) {
      boolean news = phones.receive(phone, team, sentAt, receivedAt, nanos.getAsLong());
      dirty |= news && phones.size() <= FEW;
    }
  }

  /** Drops the report of a revoked phone, which may be back under another id. */
  public synchronized void forget(String phone) {
    dirty |= phones.forget(phone);
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

  /** The present judgement of the clock. */
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

  /** Whether irreversible work may be done by this clock. */
  public boolean isSure() {
    State state = reading().state();
    return state == State.SURE || state == State.OFF;
  }

  /** Whether the clock is wrong, and the day with it. */
  public boolean isDoubtful() {
    return reading().isDoubtful();
  }

  private void noteJump(Instant now, long ticks) {
    Instant expected = anchor.plusNanos(ticks - anchorNanos);
    if (!PhoneTimes.near(Duration.between(expected, now), Duration.ZERO)) {
      before = unsureSince == null ? new Vouch(expected, ticks) : before;
      unsureSince = ticks;
    }
    anchor = now;
    anchorNanos = ticks;
  }

  private Reading worth(Instant now, long ticks) {
    List<Dissent> offsets = phones.offsets(now, ticks);
    List<Dissent> dissent =
        offsets.stream()
            .filter(o -> !PhoneTimes.near(o.lacking(), Duration.ZERO))
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

  /** Whether more than half of the reports, and at least one, have the clock's own day. */
  private boolean mostSayToday(Instant now, List<Dissent> offsets) {
    return offsets.stream().filter(o -> isOneDay(now, o.lacking())).count() * 2 > offsets.size();
  }

  /** Whether the clock's error leaves the day as it is, within the tolerance. */
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

  /** The largest group of close offsets: right clocks agree with each other, wrong ones don't. */
  private static List<Duration> largestGroup(List<Duration> sorted) {
    List<Duration> largest = List.of();
    int from = 0;
    for (int to = 0; to < sorted.size(); to++) {
      while (!PhoneTimes.near(sorted.get(from), sorted.get(to))) {
        from++;
      }
      if (to + 1 - from > largest.size()) {
        largest = sorted.subList(from, to + 1);
      }
    }
    return largest;
  }
}
