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
 * Compares today's live tallies with the journal, again and again. Each member compares the entries
 * it holds, so that more members cause no more reads. Runs every ten seconds, less often if
 * comparing would take over a twentieth of the time.
 */
final class TodaySweep {
  static final Duration APART = Duration.ofSeconds(10);

  /** Grace for events that are in the journal and not yet live. */
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
   * @param compared receives the streams that are equal to the journal
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

  /** Reads the journal, or compares with the last read. Returns the time to wait. */
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
