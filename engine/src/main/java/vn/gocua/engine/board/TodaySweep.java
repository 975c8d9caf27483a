package vn.gocua.engine.board;

import java.time.Duration;
import java.util.Collection;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.checkin.event.Tally;
import vn.gocua.engine.journal.Journal;
import vn.gocua.engine.live.HazelcastLiveView;
import vn.gocua.engine.live.Sweep;

/**
 * Compares what is live today with the journal, again and again: each member the entries that it
 * holds, so that more members do not read the journal more often. Ten seconds apart, or further
 * where a day is so full that comparing would take more than a twentieth of the time.
 */
final class TodaySweep {
  static final Duration APART = Duration.ofSeconds(10);

  /** What the journal had may take so long to be live. */
  private static final Duration GRACE = Duration.ofSeconds(3);

  private static final long SHARE_OF_TIME = 20;

  private final Supplier<Collection<String>> streams;
  private final Consumer<Collection<String>> compared;
  private final HazelcastLiveView<Tally> live;
  private final Sweep<Tally> sweep;
  private Sweep<Tally>.@Nullable Begun begun;
  private Duration reading = Duration.ZERO;

  /**
   * @param streams today's
   * @param compared told which streams are now as the journal says
   */
  TodaySweep(
      Supplier<Collection<String>> streams,
      Consumer<Collection<String>> compared,
      Journal journal,
      HazelcastLiveView<Tally> live) {
    this.streams = streams;
    this.compared = compared;
    this.live = live;
    this.sweep = new Sweep<>(journal, live);
  }

  /** Reads the journal, or compares with what it read the time before; how long to wait then. */
  Duration step() {
    long start = System.nanoTime();
    Sweep<Tally>.Begun read = begun;
    if (read == null) {
      begun = sweep.begin(live.heldHere(streams.get()));
      reading = since(start);
      return GRACE;
    }
    begun = null;
    read.finish();
    compared.accept(streams.get());
    Duration rest = reading.plus(since(start)).multipliedBy(SHARE_OF_TIME);
    return rest.compareTo(APART) > 0 ? rest : APART;
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
