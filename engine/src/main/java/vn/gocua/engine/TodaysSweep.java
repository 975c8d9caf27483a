package vn.gocua.engine;

import java.time.Duration;
import java.util.Collection;
import java.util.function.Consumer;
import java.util.function.Supplier;
import vn.gocua.base.time.Schedule;
import vn.gocua.engine.checkin.event.Tally;
import vn.gocua.engine.journal.Journal;
import vn.gocua.engine.live.HazelcastLiveView;
import vn.gocua.engine.live.Sweep;

/**
 * Compares what is live today with the journal, again and again: each member the entries that it
 * holds, so that more members do not read the journal more often. Ten seconds apart, or further
 * where a day is so full that comparing would take more than a twentieth of the time.
 */
final class TodaysSweep {
  private static final long APART_MS = 10_000;
  private static final long GRACE_MS = 3_000;
  private static final long SHARE_OF_TIME = 20;

  private final Supplier<Collection<String>> streams;
  private final Consumer<Collection<String>> compared;
  private final HazelcastLiveView<Tally> live;
  private final Sweep<Tally> sweep;
  private final Schedule schedule;

  /**
   * @param streams today's
   * @param compared told which streams are now as the journal says
   */
  TodaysSweep(
      Supplier<Collection<String>> streams,
      Consumer<Collection<String>> compared,
      Journal journal,
      HazelcastLiveView<Tally> live,
      Schedule schedule) {
    this.streams = streams;
    this.compared = compared;
    this.live = live;
    this.sweep = new Sweep<>(journal, live);
    this.schedule = schedule;
  }

  void start() {
    soon(this::begin, APART_MS);
  }

  private void begin() {
    long start = System.nanoTime();
    Sweep<Tally>.Begun begun;
    try {
      begun = sweep.begin(live.heldHere(streams.get()));
    } catch (RuntimeException e) {
      soon(this::begin, APART_MS);
      throw e;
    }
    long reading = millisSince(start);
    soon(() -> finish(begun, reading), GRACE_MS);
  }

  private void finish(Sweep<Tally>.Begun begun, long reading) {
    long start = System.nanoTime();
    try {
      begun.finish();
      compared.accept(streams.get());
    } finally {
      soon(this::begin, Math.max(APART_MS, SHARE_OF_TIME * (reading + millisSince(start))));
    }
  }

  private void soon(Runnable work, long millis) {
    schedule.after(Duration.ofMillis(millis), work);
  }

  private static long millisSince(long start) {
    return (System.nanoTime() - start) / 1_000_000;
  }
}
